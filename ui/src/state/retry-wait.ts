// How long to wait after a fault before the next try.

import { useState } from 'react'

import type { Fault } from '../backend/fault'
import { useSecondsLeft } from './clock'

/** When the next try is possible; null if the fault has no time. */
function freeFrom(fault: Fault | null): number | null {
  const wait = fault?.params.retryAfterSeconds
  return typeof wait === 'number' ? Date.now() + wait * 1000 : null
}

/** The remaining whole seconds, counted from when the fault is first shown. */
export function useRetryWait(fault: Fault | null): number {
  const [waits, setWaits] = useState(() => ({ fault, until: freeFrom(fault) }))
  if (waits.fault !== fault) setWaits({ fault, until: freeFrom(fault) })
  return useSecondsLeft(waits.until)
}
