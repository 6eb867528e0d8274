// Reports activity to the shell, at most twice a minute: the vault locks after a time without any. Also reports whether
// the window is visible: a hidden window is not updated.

import { useEffect } from 'react'

import { windowSeen } from '../backend/app'
import { noteUserActivity } from '../backend/vault'

const PAUSE = 30_000
const signs = ['pointermove', 'pointerdown', 'keydown', 'wheel', 'focus'] as const

export function usePresence() {
  useEffect(() => {
    let last = 0
    const sign = () => {
      const now = Date.now()
      if (now - last < PAUSE) return
      last = now
      void noteUserActivity().catch(() => undefined)
    }
    for (const name of signs) window.addEventListener(name, sign, { passive: true, capture: true })
    return () => {
      for (const name of signs) window.removeEventListener(name, sign, { capture: true })
    }
  }, [])
  useEffect(() => {
    const tell = () => void windowSeen(document.visibilityState === 'visible').catch(() => undefined)
    tell()
    document.addEventListener('visibilitychange', tell)
    return () => document.removeEventListener('visibilitychange', tell)
  }, [])
}
