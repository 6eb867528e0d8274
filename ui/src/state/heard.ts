// Hears an event of the shell for as long as a component is there.

import { useEffect, useEffectEvent } from 'react'

/** `hear` must keep its identity: functions of `src/backend` do. */
export function useHeard<T>(hear: (heard: (payload: T) => void) => Promise<() => void>, onHeard: (payload: T) => void) {
  const heard = useEffectEvent(onHeard)
  useEffect(() => {
    let stop: (() => void) | undefined
    let closed = false
    void hear((payload) => heard(payload)).then((ended) => {
      if (closed) ended()
      else stop = ended
    })
    return () => {
      closed = true
      stop?.()
    }
  }, [hear])
}
