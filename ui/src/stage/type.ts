// Types a text into a field: letter by letter, so that the audience can follow, or at once.

import { within } from './find'

const BETWEEN_LETTERS = 22

export async function type(element: HTMLElement, text: string, atOnce: boolean): Promise<void> {
  const field = within(element)
  if (!(field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement)) return
  field.focus()
  // A code fills its boxes from the first one when it comes as a whole, like a code that is pasted.
  if (atOnce || field.inputMode === 'numeric') return put(field, text)
  const letters = [...text]
  for (const end of letters.keys()) {
    put(field, letters.slice(0, end + 1).join(''))
    await new Promise((resolve) => setTimeout(resolve, BETWEEN_LETTERS))
  }
}

/** React hears of a value only by the setter of the browser. */
function put(field: HTMLInputElement | HTMLTextAreaElement, text: string) {
  const prototype = field instanceof HTMLInputElement ? HTMLInputElement.prototype : HTMLTextAreaElement.prototype
  Object.getOwnPropertyDescriptor(prototype, 'value')?.set?.call(field, text)
  field.dispatchEvent(new Event('input', { bubbles: true }))
}
