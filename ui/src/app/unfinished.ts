// Whether a page that opens automatically would interrupt unfinished input.

type Field = HTMLInputElement | HTMLTextAreaElement

let typedInto: Field | null = null

document.addEventListener('input', ({ target }) => {
  if (target instanceof Element && target.matches('textarea, input:not([type="search"], [type="checkbox"], [type="radio"])')) typedInto = target as Field
})

/** An open dialog, a marked step, or a field with input. */
export function somethingUnfinished(): boolean {
  const open = [...document.querySelectorAll('[role="dialog"], [role="alertdialog"], [data-unfinished]')]
  if (open.some(isSeen)) return true
  return typedInto !== null && typedInto.isConnected && isSeen(typedInto) && typedInto.value !== ''
}

/** A page that stays mounted behind another one is not interrupted by a third. */
const isSeen = (element: Element) => !element.closest('[hidden]')

/** Whether a page would lose something if the window were closed. */
export const isUnfinished = (page: HTMLElement | null) => Boolean(page?.querySelector('[data-unfinished]'))
