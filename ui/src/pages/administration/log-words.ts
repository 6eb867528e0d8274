// A row of the sign-in log as text about another person, and all its fields.

import type { TFunction } from 'i18next'

import type { AdminSignIn } from '../../backend/administration'
import type { Detail } from '../../components/DetailsToCopy'
import type { Formats } from '../../state/format'

/** *Denied: wrong code from a text message*, *Signed in*. The code of a reason is in the list of all fields. */
export function logWords(t: TFunction, row: AdminSignIn): string {
  const result = t(`administration.log.results.${row.result}`)
  return row.denialReason ? t('administration.audit.onWhom', { what: result, whom: t(`denials.${row.denialReason}`) }) : result
}

/** The line below. */
export function logFacts(t: TFunction, format: Formats, row: AdminSignIn): string[] {
  const facts = [format.dateTime(row.createdDateTime), row.count > 1 && t('administration.log.times', { number: row.count }), t(`administration.log.modes.${row.authenticationMode}`), row.application, row.clientAddress, row.detail]
  return facts.filter((fact): fact is string => Boolean(fact))
}

/** Every field with its name in the API, for copying and for looking it up. */
export function logFields(row: AdminSignIn): Detail[] {
  return Object.entries(row).flatMap(([name, value]): Detail[] => (value === null || value === '' ? [] : [[name, String(value)]]))
}
