// How long a fault asks to wait before the next try.

import { useState } from 'react'

import type { Fault } from '../backend/fault'
import { useSecondsLeft } from './clock'

/** The moment from which on another try is welcome; null where the fault names none. */
function freeFrom(fault: Fault | null): number | null {
  const wait = fault?.params.retryAfterSeconds
  return typeof wait === 'number' ? Date.now() + wait * 1000 : null
}

/** Whole seconds that are left of the wait, counted from when the fault is first shown. */
export function useRetryWait(fault: Fault | null): number {
  const [waits, setWaits] = useState(() => ({ fault, until: freeFrom(fault) }))
  if (waits.fault !== fault) setWaits({ fault, until: freeFrom(fault) })
  return useSecondsLeft(waits.until)
}
