// Hidden codes: the row that somebody points at or is in shows its code, for a while.

import { useCallback, useEffect, useRef, useState } from 'react'

export interface Reveal {
  /** The account whose code is shown; null while none is. */
  revealed: string | null
  /** Somebody points at a row, is in it, or presses it. */
  show: (id: string | null, anew?: boolean) => void
}

/** `seconds` until a code is hidden again; null when codes are not hidden at all. */
export function useReveal(seconds: number | null): Reveal {
  const [revealed, setRevealed] = useState<string | null>(null)
  const last = useRef<string | null>(null)

  useEffect(() => {
    if (revealed === null || seconds === null) return
    const timer = setTimeout(() => setRevealed(null), seconds * 1000)
    return () => clearTimeout(timer)
  }, [revealed, seconds])

  const show = useCallback((id: string | null, anew = false) => {
    // Whoever rests on a row has seen its code: it stays hidden until they come back or ask for it.
    if (id === last.current && !anew) return
    last.current = id
    setRevealed(id)
  }, [])
  return { revealed: seconds === null ? null : revealed, show }
}
