// Whether somebody is in the middle of something that a page opened by itself would take away.

type Field = HTMLInputElement | HTMLTextAreaElement

let typedInto: Field | null = null

document.addEventListener('input', ({ target }) => {
  if (target instanceof Element && target.matches('textarea, input:not([type="search"], [type="checkbox"], [type="radio"])')) typedInto = target as Field
})

/** An open dialog, a step that is marked, or a field with something typed into it. */
export function somethingUnfinished(): boolean {
  if (document.querySelector('[role="dialog"], [role="alertdialog"], [data-unfinished]')) return true
  return typedInto !== null && typedInto.isConnected && typedInto.value !== ''
}
