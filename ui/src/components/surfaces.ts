// The colours of large surfaces that are pointed at or chosen. Fluent's own are made for buttons: with high contrast they are bright, and
// want black letters, which a row full of other things does not have.

export const surfaces = {
  hover: 'var(--surfaceHover)',
  selected: 'var(--surfaceSelected)',
  /** With high contrast a line says what the colour does elsewhere. */
  edge: 'inset 0 0 0 2px var(--surfaceEdge)',
}

/** What a theme has to say of them. */
export interface SurfaceColors {
  surfaceHover: string
  surfaceSelected: string
  surfaceEdge: string
}
