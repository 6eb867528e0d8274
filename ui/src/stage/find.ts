// Finds the elements of an act by their test id.

import type { StageAct } from '../backend/stage'

/** Those that are drawn, in the order of the page. */
export function seen({ on, holding }: Pick<StageAct, 'on' | 'holding'>): HTMLElement[] {
  const all = [...document.querySelectorAll<HTMLElement>(`[data-testid="${CSS.escape(on)}"]`)]
  return all.filter((element) => isDrawn(element) && (holding === null || holds(element, holding)))
}

const isDrawn = (element: HTMLElement) => element.getClientRects().length > 0 || within(element).getClientRects().length > 0

const holds = (element: HTMLElement, text: string) => (element.textContent ?? '').includes(text) || (element.getAttribute('aria-label') ?? '').includes(text)

/** The control in an element: a field may have its test id on the frame around it. */
export function within(element: HTMLElement): HTMLElement {
  if (element.matches('button, a, input, textarea, select, [role]')) return element
  return element.querySelector<HTMLElement>('input, textarea, button') ?? element
}
