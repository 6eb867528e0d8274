// `PROOFUP_LATE=7 npm test` lets every answer of the made-up shell come up to 30 ms late, in an order that the number
// decides. A test that fails then goes on before what it waits for has happened.

import { vi } from 'vitest'

const LATEST = 30

/** How late the answers of one test are. */
export function lateness(): () => number {
  let state = Number(process.env.PROOFUP_LATE ?? 0)
  if (!state) return () => 0
  return () => {
    // A test that turns the clock by hand says itself when something comes.
    if (vi.isFakeTimers()) return 0
    state = (state * 48_271) % 2_147_483_647
    return state % (LATEST + 1)
  }
}
