// The data of a page: requested when it opens, and again when the shell reports a change.

import { useCallback, useEffect, useRef, useState } from 'react'

import { toFault, type Fault } from '../backend/fault'

export interface Shown<T> {
  /** Null until the first answer. */
  view: T | null
  /** Why there is no newer answer. */
  fault: Fault | null
  /** Requests it again; the answer is set when the promise resolves. */
  reload: () => Promise<void>
}

/** Both arguments must keep their identity, like the functions of `src/backend`. */
export function useView<T>(ask: () => Promise<T>, onChange?: (heard: () => void) => Promise<() => void>): Shown<T> {
  const [view, setView] = useState<T | null>(null)
  const [fault, setFault] = useState<Fault | null>(null)
  const latest = useRef(0)

  const reload = useCallback(() => {
    const asked = ++latest.current
    const isLatest = () => asked === latest.current
    return ask().then(
      (answer) => {
        if (!isLatest()) return
        setView(answer)
        setFault(null)
      },
      (thrown: unknown) => {
        if (isLatest()) setFault(toFault(thrown))
      },
    )
  }, [ask])

  useEffect(() => {
    let stop: (() => void) | undefined
    let closed = false
    const follow = async () => {
      // It listens before it asks, because changes in between would be lost.
      const ended = await onChange?.(() => void reload())
      if (closed) ended?.()
      else {
        stop = ended
        void reload()
      }
    }
    void follow()
    return () => {
      closed = true
      stop?.()
    }
  }, [reload, onChange])

  return { view, fault, reload }
}
