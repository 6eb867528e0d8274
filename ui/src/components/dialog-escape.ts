// Escape closes the dialog on top, also when nothing of it has the focus: after a press on the dimmed background, or after the control
// that had it was taken away.

import { useEffect, useEffectEvent, type RefObject } from 'react'

const DIALOG = '[role="dialog"], [role="alertdialog"]'

export function useDialogEscape(surface: RefObject<HTMLElement | null>, onEscape: () => void) {
  const escape = useEffectEvent(onEscape)
  useEffect(() => {
    // What has the focus hears the key first: a list or a menu of the dialog closes itself, and says so.
    const press = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.defaultPrevented || event.isComposing) return
      if ([...document.querySelectorAll(DIALOG)].at(-1) !== surface.current) return
      event.preventDefault()
      escape()
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [surface])
}
