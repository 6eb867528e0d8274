// Does one act as a person would: it looks for the element until it can be used, shows where it acts, and then acts.

import { stageDone, type StageAct } from '../backend/stage'
import { seen, within } from './find'
import { ring } from './ring'
import { type } from './type'

const LOOK_AGAIN = 50
const PATIENCE = 20_000

const begun = new Set<number>()

/** The shell repeats an act until the window has begun it. */
export async function perform(act: StageAct): Promise<void> {
  if (begun.has(act.id)) return
  begun.add(act.id)
  await stageDone({ id: act.id, begun: true, done: false, text: null })
  const text = await doIt(act).catch(() => null)
  await stageDone({ id: act.id, begun: false, done: text !== null, text })
}

/** What was read, or an empty text; null if it could not be done. */
async function doIt(act: StageAct): Promise<string | null> {
  if (act.deed === 'gone') return (await until(() => (seen(act).length === 0 ? true : null))) ? '' : null
  if (act.deed === 'keys') {
    for (const key of act.text ?? '') if ((await doIt({ ...act, deed: 'press', on: `${act.on}${key}` })) === null) return null
    return ''
  }
  const element = await until(() => ready(act))
  if (!element) return null
  if (act.deed === 'see') return ''
  if (!act.atOnce) await ring(element)
  if (act.deed === 'read') return shownBy(element)
  if (act.deed === 'press') press(element)
  else if (act.deed === 'drop') drop(element, act.text ?? '')
  else await type(element, act.text ?? '', act.atOnce)
  return ''
}

/** The element, when it can be used. A list of tabs keeps those without room in a menu. */
function ready(act: StageAct): HTMLElement | null {
  const found = seen(act)
  const element = act.deed === 'read' ? found.at(-1) : found[0]
  if (element && act.otherThan !== null && shownBy(element) === act.otherThan) return null
  if (element) return act.deed === 'press' && isDisabled(element) ? null : element
  if (act.deed === 'press' && act.on.startsWith('tab-')) {
    const inMenu = seen({ on: `more-${act.on}`, holding: null })[0]
    if (inMenu) return inMenu
    const menu = seen({ on: 'menu-more-tabs', holding: null })[0]
    if (menu?.getAttribute('aria-expanded') !== 'true') menu?.click()
  }
  return null
}

const shownBy = (element: HTMLElement) => (element.textContent ?? '').trim()

const isDisabled = (element: HTMLElement) => element.getAttribute('aria-disabled') === 'true' || (element instanceof HTMLButtonElement && element.disabled)

function press(element: HTMLElement) {
  const target = within(element)
  target.focus()
  target.click()
}

/** As somebody would who drags a file from another window. */
function drop(element: HTMLElement, text: string) {
  const data = new DataTransfer()
  data.items.add(new File([text], 'list.csv', { type: 'text/csv' }))
  for (const kind of ['dragover', 'drop']) element.dispatchEvent(new DragEvent(kind, { dataTransfer: data, bubbles: true, cancelable: true }))
}

async function until<T>(look: () => T | null): Promise<T | null> {
  const end = performance.now() + PATIENCE
  while (performance.now() < end) {
    const found = look()
    if (found !== null) return found
    await new Promise((resolve) => setTimeout(resolve, LOOK_AGAIN))
  }
  return null
}
