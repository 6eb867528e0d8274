// Where the app stands, as the shell last told it: one copy for the whole window.

import { useSyncExternalStore } from 'react'

import { onStatus, status as askStatus, type Status } from '../backend/app'
import { takeSystemLocale } from './language'

let current: Status | null = null
const listeners = new Set<() => void>()

/** Takes a status that a command answered. */
export function takeStatus(status: Status) {
  current = status
  takeSystemLocale(status.locale)
  for (const heard of listeners) heard()
}

/** Asks for the status and keeps it current. To be called once, when the window opens. */
export async function followStatus(): Promise<() => void> {
  let told = false
  // It listens before it asks: what changes in between would be lost.
  const stop = await onStatus((status) => {
    told = true
    takeStatus(status)
  })
  const answer = await askStatus()
  // What was told while the answer was on its way is newer.
  if (!told) takeStatus(answer)
  return stop
}

/** The status as it is now. */
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
