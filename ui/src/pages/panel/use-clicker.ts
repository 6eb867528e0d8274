// The keys of a clicker: PageDown moves on, PageUp moves back.

import { useEffect } from 'react'

import { stageOrder } from '../../backend/stage'

export function useClicker() {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if ((event.key !== 'PageDown' && event.key !== 'PageUp') || event.ctrlKey || event.altKey || event.shiftKey || event.defaultPrevented) return
      event.preventDefault()
      // A press that is lost is pressed again.
      void stageOrder({ ask: event.key === 'PageDown' ? 'next' : 'back' }).catch(() => undefined)
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [])
}
