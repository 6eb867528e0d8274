// A row of the log as a sentence.

import type { TFunction } from 'i18next'

import type { SignIn } from '../../backend/activity'

const apps = ['web', 'stepUp', 'imap', 'pop3', 'smtp', 'http', 'radius'] as const

/** *Mail app*, by its protocol. */
export function appOf(t: TFunction, { protocol }: SignIn): string {
  const known = apps.find((app) => app === protocol)
  return t(`activity.apps.${known ?? 'other'}`)
}

/** *Signed in with a text message*, *Mail app tried your regular password*. */
export function sentenceOf(t: TFunction, row: SignIn): string {
  const app = appOf(t, row)
  if (row.denialReason) return t(`activity.reasons.${row.denialReason}`, { app })
  if (row.result === 'completed') return t(`activity.with.${row.authenticationMode}`, { app })
  return t(`activity.results.${row.result}`, { app })
}
