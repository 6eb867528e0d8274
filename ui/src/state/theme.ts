// The theme: the chosen one, or the desktop's as reported by the shell. The browser's value is not used, because
// WebKitGTK does not report it reliably.

import { useEffect, useState, useSyncExternalStore } from 'react'

import { onSystemTheme, setWindowTheme, systemTheme, type SystemTheme, type Theme } from '../backend/app'

/** Windows forces its colours; GNOME asks for more contrast. */
const moreContrast = window.matchMedia('(forced-colors: active), (prefers-contrast: more)')

function onMoreContrast(heard: () => void) {
  moreContrast.addEventListener('change', heard)
  return () => moreContrast.removeEventListener('change', heard)
}

/** The theme for a choice. */
export function useShade(chosen: Theme): SystemTheme | 'highContrast' {
  const [system, setSystem] = useState<SystemTheme>('light')
  const highContrast = useSyncExternalStore(onMoreContrast, () => moreContrast.matches)

  useEffect(() => {
    let stop: (() => void) | undefined
    let closed = false
    void systemTheme().then(setSystem, () => undefined)
    void onSystemTheme(setSystem).then((ended) => {
      if (closed) ended()
      else stop = ended
    })
    return () => {
      closed = true
      stop?.()
    }
  }, [])

  useEffect(() => {
    void setWindowTheme(chosen).catch(() => undefined)
  }, [chosen])

  if (highContrast) return 'highContrast'
  return chosen === 'system' ? system : chosen
}
