// Which theme is drawn: the chosen one, or the desktop's as the shell tells it. The browser's own answer is not asked,
// since WebKitGTK does not give it reliably.

import { useEffect, useState, useSyncExternalStore } from 'react'

import { onSystemTheme, setWindowTheme, systemTheme, type SystemTheme, type Theme } from '../backend/app'

/** Windows forces its colours; GNOME asks for more contrast. */
const moreContrast = window.matchMedia('(forced-colors: active), (prefers-contrast: more)')

function onMoreContrast(heard: () => void) {
  moreContrast.addEventListener('change', heard)
  return () => moreContrast.removeEventListener('change', heard)
}

/** The shade to draw for a choice. */
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
