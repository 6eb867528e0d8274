// What can be done to people: to one, or to many that are selected.

import { actOnPerson, setPersonState } from '../../backend/administration'

/** What can be done to many at once. */
export const BULK_ACTS = ['enable', 'disable', 'requireReregistration', 'deleteAppPasswords', 'restoreMfa', 'revokeSessions'] as const
export type BulkAct = (typeof BULK_ACTS)[number]
/** What is asked about before it is done to one person. Unlocking is not: it harms nothing. */
export type Act = BulkAct | 'block' | 'unblock' | 'oneTimeBypass'

/** What the help desk may do. */
export const HELP_DESK_ACTS: readonly Act[] = ['requireReregistration', 'deleteAppPasswords', 'oneTimeBypass']

const WITH_REASON: readonly Act[] = ['disable', 'requireReregistration', 'deleteAppPasswords', 'block', 'unblock', 'oneTimeBypass']
export const needsReason = (act: Act) => WITH_REASON.includes(act)
export const SHORTEST_REASON = 10

/** From so many people on, the number is typed before it is done. */
const TYPED_FROM: Partial<Record<Act, number>> = { disable: 100, requireReregistration: 25, deleteAppPasswords: 25 }
export const needsNumber = (act: BulkAct, count: number) => count >= (TYPED_FROM[act] ?? Infinity)

const DANGEROUS: readonly Act[] = ['disable', 'requireReregistration', 'deleteAppPasswords', 'block']
export const isDangerous = (act: Act) => DANGEROUS.includes(act)

/** Does it. */
export function carryOut(act: Act, upn: string, reason: string, seconds: number | null = null): Promise<null> {
  const why = reason.trim() || null
  if (act === 'enable') return setPersonState(upn, 'enabled', why)
  if (act === 'disable') return setPersonState(upn, 'disabled', why)
  return actOnPerson(upn, act, why, act === 'oneTimeBypass' ? seconds : null)
}
