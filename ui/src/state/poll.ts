// Polls until there is an answer, one request at a time.

import { useEffect, useEffectEvent } from 'react'

import { toFault, type Fault } from '../backend/fault'
import { afterWhileSeen } from './seen'

/**
 * Calls `ask` every `seconds` until it is true or fails; not while `seconds` is null or the window is hidden. Another
 * `about` starts again.
 */
export function usePoll(seconds: number | null, about: string | null, ask: () => Promise<boolean>, onFault: (fault: Fault) => void) {
  const asked = useEffectEvent(ask)
  const failed = useEffectEvent(onFault)
  useEffect(() => {
    if (seconds === null || about === null) return
    let closed = false
    let callOff: () => void
    const next = () => {
      callOff = afterWhileSeen(seconds * 1000, () => {
        asked().then(
          (done) => {
            if (!closed && !done) next()
          },
          (thrown: unknown) => {
            if (!closed) failed(toFault(thrown))
          },
        )
      })
    }
    next()
    return () => {
      closed = true
      callOff()
    }
  }, [seconds, about])
}
