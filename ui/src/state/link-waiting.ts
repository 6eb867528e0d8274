// A link with which another program opened the app. It waits in the shell until the person looks at it.

import { useEffect, useRef } from 'react'

import { useStatus } from './status'

/** Notices a waiting link, once for each that arrives while `listening`. */
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
