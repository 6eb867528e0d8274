// The check of the sign-in log, a part at a time, until the end, the first fault, or *Cancel*.

import { useEffect, useRef, useState } from 'react'

import { toFault, type Fault } from '../../../backend/fault'
import { checkLog, type LogCheck } from '../../../backend/sign-in-log'

export type LogChecking = { state: 'running'; checked: number; of: number } | { state: 'done'; check: LogCheck } | { state: 'failed'; fault: Fault }

export interface LogCheckRun {
  checking: LogChecking | null
  start: () => void
  /** Stops a check, or puts its result away. */
  end: () => void
}

export function useLogCheck(): LogCheckRun {
  const [checking, setChecking] = useState<LogChecking | null>(null)
  const round = useRef(0)
  useEffect(
    () => () => {
      round.current += 1
    },
    [],
  )
  const run = async () => {
    const own = ++round.current
    const show = (next: LogChecking) => {
      if (own === round.current) setChecking(next)
    }
    show({ state: 'running', checked: 0, of: 0 })
    try {
      let checked = 0
      let after: LogCheck['next'] = null
      do {
        const part: LogCheck = await checkLog(after)
        checked += part.checked
        after = part.fault ? null : part.next
        if (after) show({ state: 'running', checked, of: (part.head?.number ?? 0) - part.forgotten })
        else show({ state: 'done', check: { ...part, checked } })
      } while (after && own === round.current)
    } catch (thrown) {
      show({ state: 'failed', fault: toFault(thrown) })
    }
  }
  return {
    checking,
    start: () => void run(),
    end: () => {
      round.current += 1
      setChecking(null)
    },
  }
}
