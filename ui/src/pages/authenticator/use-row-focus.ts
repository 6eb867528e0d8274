// The keyboard in the list: up and down move between rows, Page Up and Page Down by ten rows, Home and End to the first
// and the last. A row with the focus, or that is to get it, is rendered at every scroll position.

import { useEffect, useLayoutEffect, useRef, useState, type FocusEvent, type KeyboardEvent, type RefObject } from 'react'

import type { AccountRow } from '../../backend/authenticator'
import { hearFocusWish, mainControl } from './focus'

const PAGE = 10

export interface RowFocus {
  /** The account whose row must stay rendered. */
  focused: string | null
  onFocus: (event: FocusEvent) => void
  onBlur: (event: FocusEvent) => void
  onKeyDown: (event: KeyboardEvent) => void
}

const rowOf = (target: EventTarget) => (target instanceof Element ? target.closest<HTMLElement>('[data-account]') : null)

export function useRowFocus(list: RefObject<HTMLElement | null>, accounts: AccountRow[]): RowFocus {
  const [focused, setFocused] = useState<string | null>(null)
  const wish = useRef<string | null>(null)

  // After each render: the row may exist only now.
  useLayoutEffect(() => {
    if (wish.current === null) return
    const control = mainControl(list.current, wish.current)
    if (!control) return
    wish.current = null
    control.focus()
  })
  useEffect(
    () =>
      hearFocusWish((id) => {
        const shown = accounts.some((account) => account.id === id)
        if (shown) {
          wish.current = id
          setFocused(id)
        }
        return shown
      }),
    [accounts],
  )

  const go = (to: number) => {
    const account = accounts[Math.max(0, Math.min(accounts.length - 1, to))]
    if (!account) return
    const control = mainControl(list.current, account.id)
    if (control) {
      control.focus()
      return
    }
    wish.current = account.id
    setFocused(account.id)
  }

  return {
    focused,
    onFocus: (event) => setFocused(rowOf(event.target)?.dataset.account ?? null),
    onBlur: (event) => {
      if (!event.currentTarget.contains(event.relatedTarget) && wish.current === null) setFocused(null)
    },
    onKeyDown: (event) => {
      // The list ignores keys in menus above the page; a button with a menu opens it with the arrow.
      if (event.defaultPrevented || event.altKey || event.ctrlKey || event.metaKey || event.nativeEvent.isComposing) return
      if (!(event.target instanceof Element) || !event.currentTarget.contains(event.target) || event.target.matches('[aria-haspopup]')) return
      const at = accounts.findIndex(({ id }) => id === rowOf(event.target)?.dataset.account)
      const to = { ArrowDown: at + 1, ArrowUp: at - 1, PageDown: at + PAGE, PageUp: at - PAGE, Home: 0, End: accounts.length - 1 }[event.key]
      if (at < 0 || to === undefined) return
      event.preventDefault()
      go(to)
    },
  }
}
