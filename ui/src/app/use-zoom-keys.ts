// Ctrl with +, - and 0, on every page and in every dialog.

import { useEffect } from 'react'

import { zoomBy, zoomStep } from '../state/zoom'

export function useZoomKeys() {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const step = zoomStep(event)
      if (step === null || event.isComposing || event.defaultPrevented) return
      event.preventDefault()
      // The zoom changes even if it cannot be saved.
      void zoomBy(step).catch(() => undefined)
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [])
}
