// The two digits that this window shows for a request. A request to this computer may cover them, so the request shows
// them too.

import { useEffect, useSyncExternalStore } from 'react'

export interface OwnNumber {
  number: string
  /** The person who signs in; null for the test of a device. */
  account: string | null
}

let shown: OwnNumber | null = null
const listeners = new Set<() => void>()

function show(next: OwnNumber | null) {
  shown = next
  for (const heard of listeners) heard()
}

export function useShowsNumber(number: string, account: string | null) {
  useEffect(() => {
    const own = { number, account }
    show(own)
    return () => {
      if (shown === own) show(null)
    }
  }, [number, account])
}

export function useOwnNumber(): OwnNumber | null {
  return useSyncExternalStore(
    (heard) => {
      listeners.add(heard)
      return () => listeners.delete(heard)
    },
    () => shown,
  )
}
