// Whether somebody is in the middle of something that a page opened by itself would take away.

type Field = HTMLInputElement | HTMLTextAreaElement

let typedInto: Field | null = null

document.addEventListener('input', ({ target }) => {
  if (target instanceof Element && target.matches('textarea, input:not([type="search"], [type="checkbox"], [type="radio"])')) typedInto = target as Field
})

/** An open dialog, a step that is marked, or a field with something typed into it. */
export function somethingUnfinished(): boolean {
  const open = [...document.querySelectorAll('[role="dialog"], [role="alertdialog"], [data-unfinished]')]
  if (open.some(isSeen)) return true
  return typedInto !== null && typedInto.isConnected && isSeen(typedInto) && typedInto.value !== ''
}

/** What is kept behind another page is not taken away by a third. */
const isSeen = (element: Element) => !element.closest('[hidden]')

/** Whether a page is in the middle of something that it would lose by being closed. */
export const isUnfinished = (page: HTMLElement | null) => Boolean(page?.querySelector('[data-unfinished]'))
