// What would be lost if the window were closed now. While there is something, closing asks first.

import { useEffect } from 'react'

import { holdWindow } from '../backend/app'

export type Held = 'registration' | 'appPassword'

const holds = new Map<symbol, Held>()
let told = false

function tell() {
  if (told === holds.size > 0) return
  told = holds.size > 0
  void holdWindow(told).catch(() => undefined)
}

/** Holds the window open while something is half done. */
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

/** What holds the window; a password that is shown once before everything else. */
export function whatHolds(): Held | null {
  const all = [...holds.values()]
  return all.includes('appPassword') ? 'appPassword' : (all[0] ?? null)
}

/** The shell asks once. Whoever stays wants to be asked again. */
export function holdAgain() {
  told = false
  tell()
}
