// Runs a command of the shell for a form or a button: one at a time; its fault is kept for the fault bar.

import { useCallback, useRef, useState } from 'react'

import { toFault, type Fault } from '../backend/fault'

export interface Running {
  busy: boolean
  fault: Fault | null
  clear: () => void
  /** Shows a fault from another source. */
  show: (fault: Fault) => void
  /** True if the work succeeded; false if it failed or other work is running. */
  run: (work: () => Promise<unknown>) => Promise<boolean>
}

export function useCommand(): Running {
  const [busy, setBusy] = useState(false)
  const [fault, setFault] = useState<Fault | null>(null)
  const running = useRef(false)

  const run = useCallback(async (work: () => Promise<unknown>) => {
    if (running.current) return false
    running.current = true
    setBusy(true)
    setFault(null)
    try {
      await work()
      return true
    } catch (thrown) {
      setFault(toFault(thrown))
      return false
    } finally {
      running.current = false
      setBusy(false)
    }
  }, [])

  const clear = useCallback(() => setFault(null), [])
  return { busy, fault, clear, show: setFault, run }
}
