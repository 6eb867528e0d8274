// Typing on the page starts a search: the key goes into the search field.

import { useEffect } from 'react'

export function useTypeToSearch(searchable: boolean) {
  useEffect(() => {
    if (!searchable) return
    const press = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing || event.ctrlKey || event.altKey || event.metaKey) return
      // A letter, digit or sign of any script; the space bar presses buttons, and `/` and `?` are shortcuts.
      if ([...event.key].length !== 1 || /[\s/?]/.test(event.key)) return
      if (document.querySelector('[role="dialog"], [role="alertdialog"], [role="menu"], [role="listbox"]')) return
      if (event.target instanceof HTMLElement && event.target.matches('input, textarea, select, [contenteditable], [role="combobox"]')) return
      // The key itself is typed into the focused element after this handler.
      document.querySelector<HTMLInputElement>('[data-testid="page-authenticator"] input[type="search"]')?.focus()
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [searchable])
}
