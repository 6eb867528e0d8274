// The zoom of the window. The shell applies it, and its settings save it.

import { setWindowZoom } from '../backend/app'
import { changeSettings, currentSettings } from './settings'

/** In percent, with the steps of browsers. */
export const zoomLevels = [50, 67, 75, 80, 90, 100, 110, 125, 150, 175, 200, 250, 300]

/** The requested zoom that is not saved yet: key presses may be faster than answers. */
let wanted: number | null = null
let saving: Promise<unknown> = Promise.resolve()

/** Applies a zoom, and saves it. */
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

/** One step larger or smaller; 0 resets it. */
export function zoomBy(step: -1 | 0 | 1): Promise<unknown> {
  const now = wanted ?? currentSettings().zoom
  const next = step === 0 ? 100 : step > 0 ? zoomLevels.find((level) => level > now) : zoomLevels.findLast((level) => level < now)
  return next === undefined || next === now ? saving : zoomTo(next)
}

const steps: Record<string, -1 | 0 | 1> = { '+': 1, '=': 1, '-': -1, _: -1, '0': 0 }

/** The step for a key; null for another key. */
export function zoomStep({ key, ctrlKey, metaKey, altKey }: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey'>): -1 | 0 | 1 | null {
  return (ctrlKey || metaKey) && !altKey ? (steps[key] ?? null) : null
}
