// What closing the window would lose. While there is something, closing asks first.

import { useEffect } from 'react'

import { holdWindow } from '../backend/app'

export type Held = 'registration' | 'appPassword' | 'accessToken' | 'serviceSettings'

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

/** What is shown once is lost for good. */
const shownOnce: Held[] = ['appPassword', 'accessToken']

/** The main reason to ask; what is shown once comes first. */
export function whatHolds(): Held | null {
  const all = [...holds.values()]
  return shownOnce.find((held) => all.includes(held)) ?? all[0] ?? null
}

/** The shell asks once. A person who stays must be asked again the next time. */
export function holdAgain() {
  told = false
  tell()
}
