// The app's status as last reported by the shell: one copy for the whole window.

import { useSyncExternalStore } from 'react'

import { onStatus, status as askStatus, type Status } from '../backend/app'
import { takeSystemLocale } from './language'

let current: Status | null = null
const listeners = new Set<() => void>()

/** Sets the status from the answer of a command. */
export function takeStatus(status: Status) {
  current = status
  takeSystemLocale(status.locale)
  for (const heard of listeners) heard()
}

/** Loads the status and keeps it current. To be called once, when the window opens. */
export async function followStatus(): Promise<() => void> {
  let told = false
  // It listens before it asks, because changes in between would be lost.
  const stop = await onStatus((status) => {
    told = true
    takeStatus(status)
  })
  const answer = await askStatus()
  // An event during the request is newer than its answer.
  if (!told) takeStatus(answer)
  return stop
}

/** The present status. */
export function currentStatus(): Status | null {
  return current
}

function subscribe(heard: () => void) {
  listeners.add(heard)
  return () => listeners.delete(heard)
}

/** The status; null only before the shell has answered for the first time. */
export function useStatus(): Status | null {
  return useSyncExternalStore(subscribe, currentStatus)
}
