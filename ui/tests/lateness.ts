// `PROOFUP_LATE=7 npm test` delays every answer of the fake shell by up to 30 ms, in an order that the number
// determines. A test that then fails continues before the awaited change has happened.

import { vi } from 'vitest'

const LATEST = 30

/** The delays of the answers in one test. */
export function lateness(): () => number {
  let state = Number(process.env.PROOFUP_LATE ?? 0)
  if (!state) return () => 0
  return () => {
    // A test with fake timers controls the delay itself.
    if (vi.isFakeTimers()) return 0
    state = (state * 48_271) % 2_147_483_647
    return state % (LATEST + 1)
  }
}
