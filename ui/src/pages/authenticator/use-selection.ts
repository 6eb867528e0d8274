// The selected accounts, for actions on all of them.

import { useCallback, useEffect, useRef, useState } from 'react'

import type { AccountRow } from '../../backend/authenticator'

export interface Selection {
  /** Null unless accounts are being selected. */
  selected: ReadonlySet<string> | null
  /** Toggles one; with `range`, all accounts between it and the last one get the same state. Starts a selection if there is none. */
  toggle: (id: string, range: boolean) => void
  begin: () => void
  all: () => void
  end: () => void
}

/** `shown` is the present list: an account that is not shown cannot be or stay selected. */
export function useSelection(shown: AccountRow[]): Selection {
  const [chosen, setChosen] = useState<ReadonlySet<string> | null>(null)
  const order = useRef(shown)
  const last = useRef<string | null>(null)
  useEffect(() => {
    order.current = shown
  })

  const toggle = useCallback((id: string, range: boolean) => {
    const ids = order.current.map((account) => account.id)
    const [from, to] = [ids.indexOf(last.current ?? ''), ids.indexOf(id)]
    setChosen((before) => {
      const next = new Set(before ?? [])
      const on = !next.has(id)
      const run = range && from >= 0 ? ids.slice(Math.min(from, to), Math.max(from, to) + 1) : [id]
      for (const one of run) {
        if (on) next.add(one)
        else next.delete(one)
      }
      return next
    })
    last.current = id
  }, [])
  const begin = useCallback(() => setChosen(new Set()), [])
  const all = useCallback(() => setChosen(new Set(order.current.map(({ id }) => id))), [])
  const end = useCallback(() => {
    last.current = null
    setChosen(null)
  }, [])

  const active = chosen !== null
  useEffect(() => {
    if (!active) return
    const press = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing || document.querySelector('[role="dialog"], [role="alertdialog"], [role="menu"]')) return
      if (event.target instanceof HTMLElement && event.target.matches('input, textarea')) return
      if (event.key === 'Escape') end()
      else if (event.key.toLowerCase() === 'a' && (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey) all()
      else return
      event.preventDefault()
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [active, all, end])

  const there = chosen && new Set(shown.filter(({ id }) => chosen.has(id)).map(({ id }) => id))
  return { selected: there, toggle, begin, all, end }
}
