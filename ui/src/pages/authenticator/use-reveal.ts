// Hidden codes: the row with the pointer or the focus shows its code for a while.

import { useCallback, useEffect, useRef, useState } from 'react'

export interface Reveal {
  /** The account whose code is shown; null for none. */
  revealed: string | null
  /** The pointer or the focus is on a row, or the row is pressed. */
  show: (id: string | null, anew?: boolean) => void
}

/** `seconds` until a code is hidden again; null if codes are not hidden. */
export function useReveal(seconds: number | null): Reveal {
  const [revealed, setRevealed] = useState<string | null>(null)
  const last = useRef<string | null>(null)

  useEffect(() => {
    if (revealed === null || seconds === null) return
    const timer = setTimeout(() => setRevealed(null), seconds * 1000)
    return () => clearTimeout(timer)
  }, [revealed, seconds])

  const show = useCallback((id: string | null, anew = false) => {
    // After that time on the same row its code is hidden, until the pointer or the focus returns.
    if (id === last.current && !anew) return
    last.current = id
    setRevealed(id)
  }, [])
  return { revealed: seconds === null ? null : revealed, show }
}
