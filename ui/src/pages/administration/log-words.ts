// A row of the sign-in log in words that are about somebody else, and all of its fields.

import type { TFunction } from 'i18next'

import type { AdminSignIn } from '../../backend/administration'
import type { Detail } from '../../components/DetailsToCopy'
import type { Formats } from '../../state/format'

/** *Denied: wrong code from a text message*, *Signed in*. The code of a reason stands among all fields. */
export function logWords(t: TFunction, row: AdminSignIn): string {
  const result = t(`administration.log.results.${row.result}`)
  return row.denialReason ? t('administration.audit.onWhom', { what: result, whom: t(`denials.${row.denialReason}`) }) : result
}

/** What stands below it. */
export function logFacts(t: TFunction, format: Formats, row: AdminSignIn): string[] {
  const facts = [format.dateTime(row.createdDateTime), row.count > 1 && t('administration.log.times', { number: row.count }), t(`administration.log.modes.${row.authenticationMode}`), row.application, row.clientAddress, row.detail]
  return facts.filter((fact): fact is string => Boolean(fact))
}

/** Every field by the name that the interface gives it: to be copied, and to be looked up. */
export function logFields(row: AdminSignIn): Detail[] {
  return Object.entries(row).flatMap(([name, value]): Detail[] => (value === null || value === '' ? [] : [[name, String(value)]]))
}
