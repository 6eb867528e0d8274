// When an app password ends by itself.

import type { AppPassword } from '../../backend/app-passwords'

const DAY = 24 * 60 * 60 * 1000

/** Its end date, or the end of its days without a use, whichever is first. */
export function endOf({ expiresDateTime, unusedDays, lastUsedDateTime, createdDateTime }: AppPassword): number | null {
  const ends = [
    ...(expiresDateTime === null ? [] : [Date.parse(expiresDateTime)]),
    ...(unusedDays === null ? [] : [Date.parse(lastUsedDateTime ?? createdDateTime) + unusedDays * DAY]),
  ]
  return ends.length === 0 ? null : Math.min(...ends)
}
