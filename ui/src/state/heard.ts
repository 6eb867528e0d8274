// Receives an event of the shell while a component is mounted.

import { useEffect, useEffectEvent } from 'react'

/** `hear` must keep its identity, like the functions of `src/backend`. */
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
