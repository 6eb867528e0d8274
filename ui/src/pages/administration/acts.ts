// Actions on people: on one, or on several selected ones.

import { actOnPerson, setPersonState } from '../../backend/administration'

/** The bulk actions. */
export const BULK_ACTS = ['enable', 'disable', 'requireReregistration', 'deleteAppPasswords', 'restoreMfa', 'revokeSessions'] as const
export type BulkAct = (typeof BULK_ACTS)[number]
/** The actions on one person that ask first. Unlocking is harmless and does not. */
export type Act = BulkAct | 'block' | 'unblock' | 'oneTimeBypass'

/** The actions of the help desk. */
export const HELP_DESK_ACTS: readonly Act[] = ['requireReregistration', 'deleteAppPasswords', 'oneTimeBypass']

const WITH_REASON: readonly Act[] = ['disable', 'requireReregistration', 'deleteAppPasswords', 'block', 'unblock', 'oneTimeBypass']
export const needsReason = (act: Act) => WITH_REASON.includes(act)
export const SHORTEST_REASON = 10

/** From this number of people on, the person must type the number. */
const TYPED_FROM: Partial<Record<Act, number>> = { disable: 100, requireReregistration: 25, deleteAppPasswords: 25 }
export const needsNumber = (act: BulkAct, count: number) => count >= (TYPED_FROM[act] ?? Infinity)

const DANGEROUS: readonly Act[] = ['disable', 'requireReregistration', 'deleteAppPasswords', 'block']
export const isDangerous = (act: Act) => DANGEROUS.includes(act)

/** Carries out an action. */
export function carryOut(act: Act, upn: string, reason: string, seconds: number | null = null, withoutVerification = false): Promise<null> {
  const why = reason.trim() || null
  if (act === 'enable') return setPersonState(upn, 'enabled', why)
  if (act === 'disable') return setPersonState(upn, 'disabled', why)
  return actOnPerson(upn, act, why, act === 'oneTimeBypass' ? seconds : null, withoutVerification)
}
