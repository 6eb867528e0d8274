// Another program opened the app with a link. It waits in the shell until somebody looks at it.

import { useEffect, useRef } from 'react'

import { useStatus } from './status'

/** Hears that a link waits, once for each that comes while `listening`. */
export function useLinkWaiting(onWaiting: () => void, listening = true) {
  const waiting = useStatus()?.linkWaiting ?? false
  const heard = useRef(onWaiting)
  useEffect(() => {
    heard.current = onWaiting
  })
  useEffect(() => {
    if (waiting && listening) heard.current()
  }, [waiting, listening])
}
