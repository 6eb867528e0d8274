// Runs a command of the shell for a form or a button: one at a time, its fault kept for the fault bar beside it.

import { useCallback, useRef, useState } from 'react'

import { toFault, type Fault } from '../backend/fault'

export interface Running {
  busy: boolean
  fault: Fault | null
  clear: () => void
  /** Shows a fault that came by another way. */
  show: (fault: Fault) => void
  /** True when the work came through; false when it failed or something else is still running. */
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
