// The colours of large surfaces that are hovered or selected. Fluent's own are made for buttons: with high contrast
// they are bright and need black text, which a row with other content does not have.

export const surfaces = {
  hover: 'var(--surfaceHover)',
  selected: 'var(--surfaceSelected)',
  /** With high contrast a line replaces the colour. */
  edge: 'inset 0 0 0 2px var(--surfaceEdge)',
}

/** The values that a theme defines for them. */
export interface SurfaceColors {
  surfaceHover: string
  surfaceSelected: string
  surfaceEdge: string
}
