// Whether the caller is verified for an action, and what the help desk must do before it.

import { callerActs } from '../../../backend/generated/codes'
import type { CallerAct, CallerStanding } from '../../../backend/callers'
import type { Act } from '../acts'

/** Without verification the reason is longer, and a bypass shorter. */
export const SHORTEST_UNVERIFIED_REASON = 30
export const LONGEST_UNVERIFIED_BYPASS = 300

/** The acts of a dialog for which a caller can be verified. */
export const callerActOf = (act: Act): CallerAct | null => callerActs.find((known) => known === act) ?? null

/** Until when the caller is verified for an action; null if they are not. */
export const verifiedUntil = (standing: CallerStanding, act: CallerAct): string | null => standing.verified.find((known) => known.act === act)?.untilDateTime ?? null

/** The service refuses the action before the caller is verified for it. */
export const mustVerify = (standing: CallerStanding, act: Act): boolean => {
  const known = callerActOf(act)
  return known !== null && standing.required && verifiedUntil(standing, known) === null
}
