// How large everything in the window is. The shell shows it, and its settings remember it.

import { setWindowZoom } from '../backend/app'
import { changeSettings, currentSettings } from './settings'

/** Percent, as browsers step through them. */
export const zoomLevels = [50, 67, 75, 80, 90, 100, 110, 125, 150, 175, 200, 250, 300]

/** What was asked for and is not saved yet: keys come faster than answers. */
let wanted: number | null = null
let saving: Promise<unknown> = Promise.resolve()

/** Shows everything so large, and remembers it. */
export function zoomTo(percent: number): Promise<unknown> {
  wanted = percent
  void setWindowZoom(percent).catch(() => undefined)
  saving = saving
    .catch(() => undefined)
    .then(async () => {
      if (wanted === percent) await changeSettings({ zoom: percent })
    })
    .finally(() => {
      if (wanted === percent) wanted = null
    })
  return saving
}

/** One level larger or smaller; 0 is back to how it was at first. */
export function zoomBy(step: -1 | 0 | 1): Promise<unknown> {
  const now = wanted ?? currentSettings().zoom
  const next = step === 0 ? 100 : step > 0 ? zoomLevels.find((level) => level > now) : zoomLevels.findLast((level) => level < now)
  return next === undefined || next === now ? saving : zoomTo(next)
}

const steps: Record<string, -1 | 0 | 1> = { '+': 1, '=': 1, '-': -1, _: -1, '0': 0 }

/** The step that a key asks for; null if it is another key. */
export function zoomStep({ key, ctrlKey, metaKey, altKey }: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey'>): -1 | 0 | 1 | null {
  return (ctrlKey || metaKey) && !altKey ? (steps[key] ?? null) : null
}
