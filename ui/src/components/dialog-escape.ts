// Escape closes the top dialog, even if it does not have the focus: after a press on the dimmed background, or after
// the focused control was removed.

import { useEffect, useEffectEvent, type RefObject } from 'react'

const DIALOG = '[role="dialog"], [role="alertdialog"]'

export function useDialogEscape(surface: RefObject<HTMLElement | null>, onEscape: () => void) {
  const escape = useEffectEvent(onEscape)
  useEffect(() => {
    // The focused element gets the key first: a list or a menu of the dialog closes itself, and marks the event as
    // handled.
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
