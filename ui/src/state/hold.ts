// What closing the window would lose. While there is something, closing asks first.

import { useEffect } from 'react'

import { holdWindow } from '../backend/app'

export type Held = 'registration' | 'appPassword' | 'serviceSettings'

const holds = new Map<symbol, Held>()
let told = false

function tell() {
  if (told === holds.size > 0) return
  told = holds.size > 0
  void holdWindow(told).catch(() => undefined)
}

/** Makes closing the window ask while a task is unfinished. */
export function useHold(held: Held | null) {
  useEffect(() => {
    if (held === null) return
    const own = Symbol(held)
    holds.set(own, held)
    tell()
    return () => {
      holds.delete(own)
      tell()
    }
  }, [held])
}

/** The main reason to ask; a password that is shown once comes first. */
export function whatHolds(): Held | null {
  const all = [...holds.values()]
  return all.includes('appPassword') ? 'appPassword' : (all[0] ?? null)
}

/** The shell asks once. A person who stays must be asked again the next time. */
export function holdAgain() {
  told = false
  tell()
}
