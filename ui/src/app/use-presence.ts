// Tells the shell that somebody is here, at most twice a minute: the vault locks when nobody is.

import { useEffect } from 'react'

import { somebodyIsHere } from '../backend/vault'

const PAUSE = 30_000
const signs = ['pointermove', 'pointerdown', 'keydown', 'wheel', 'focus'] as const

export function usePresence() {
  useEffect(() => {
    let last = 0
    const sign = () => {
      const now = Date.now()
      if (now - last < PAUSE) return
      last = now
      void somebodyIsHere().catch(() => undefined)
    }
    for (const name of signs) window.addEventListener(name, sign, { passive: true, capture: true })
    return () => {
      for (const name of signs) window.removeEventListener(name, sign, { capture: true })
    }
  }, [])
}
