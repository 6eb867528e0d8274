// Ctrl+Z undoes the last deletion, unless the focus is in a field or a dialog is open: there it has another meaning.

import { useEffect } from 'react'

/** `onUndo` must keep its identity. */
export function useUndoKey(onUndo: () => void) {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing || event.altKey || event.shiftKey || !(event.ctrlKey || event.metaKey)) return
      if (event.key.toLowerCase() !== 'z' || document.querySelector('[role="dialog"], [role="alertdialog"]')) return
      if (event.target instanceof HTMLElement && event.target.matches('input, textarea, select, [contenteditable]')) return
      event.preventDefault()
      onUndo()
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [onUndo])
}
