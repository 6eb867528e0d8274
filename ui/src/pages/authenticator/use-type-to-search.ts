// Whoever begins to type on the page searches: the key goes into the search field.

import { useEffect } from 'react'

export function useTypeToSearch(searchable: boolean) {
  useEffect(() => {
    if (!searchable) return
    const press = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing || event.ctrlKey || event.altKey || event.metaKey) return
      // A letter, a digit or a sign of any writing; the space bar presses buttons, and `/` and `?` are shortcuts.
      if ([...event.key].length !== 1 || /[\s/?]/.test(event.key)) return
      if (document.querySelector('[role="dialog"], [role="alertdialog"], [role="menu"], [role="listbox"]')) return
      if (event.target instanceof HTMLElement && event.target.matches('input, textarea, select, [contenteditable], [role="combobox"]')) return
      // The key itself is typed into whatever has the focus once this is over.
      document.querySelector<HTMLInputElement>('[data-testid="page-authenticator"] input[type="search"]')?.focus()
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [searchable])
}
