// The text of a row: its sentence, the line below, and the details for the help desk.

import type { TFunction } from 'i18next'

import type { AccountChange, Row, SignIn } from '../../backend/activity'
import type { Detail } from '../../components/DetailsToCopy'
import type { Formats } from '../../state/format'
import { sentenceOf } from './sentence'

export interface Described {
  /** *Signed in with a text message*, *App password created*. */
  what: string
  /** The line below. */
  facts: string[]
  details: Detail[]
  look: 'signIn' | 'denied' | 'change'
}

export function describe(t: TFunction, format: Formats, row: Row): Described {
  return row['@type'] === 'signIn' ? ofSignIn(t, format, row) : ofChange(t, format, row)
}

/** The text for the search. */
export function searchText(t: TFunction, format: Formats, row: Row): string {
  const { what, facts, details } = describe(t, format, row)
  return [what, ...facts, ...details.map(([, value]) => value)].join(' ')
}

const present = (parts: (string | null | false | undefined)[]) => parts.filter((part): part is string => Boolean(part))

function ofSignIn(t: TFunction, format: Formats, row: SignIn): Described {
  const denied = row.result === 'denied'
  const repeated = row.lastDateTime && t('activity.count', { number: row.count, time: format.time(row.lastDateTime) })
  const stepUp = row.protocol === 'stepUp' && t('activity.stepUp')
  const details: Detail[] = [row.denialReason ? [t('fault.code'), row.denialReason] : [t('activity.field.result'), row.result], ...common(t, format, row)]
  if (row.detail) details.push([t('activity.field.detail'), row.detail])
  if (row.clientAddress) details.push([t('activity.field.address'), row.clientAddress])
  if (row.clientDevice) details.push([t('activity.field.program'), row.clientDevice])
  details.push([t('activity.field.id'), row.id])
  return {
    what: sentenceOf(t, row),
    facts: present([denied && t('activity.denied'), stepUp, row.application, row.detail, row.clientAddress, repeated]),
    details,
    look: denied ? 'denied' : 'signIn',
  }
}

function ofChange(t: TFunction, format: Formats, row: AccountChange): Described {
  const name = nameOf(t, row)
  const by = t(`activity.by.${row.changedBy}`)
  const until = row.untilDateTime && format.dateTime(row.untilDateTime)
  const details: Detail[] = [[t('activity.field.result'), row.change], [t('activity.field.changedBy'), by], ...common(t, format, row)]
  if (name) details.push([t('activity.field.name'), name])
  if (row.previousName) details.push([t('activity.field.previousName'), row.previousName])
  if (until) details.push([t('activity.field.until'), until])
  if (row.clientAddress) details.push([t('activity.field.address'), row.clientAddress])
  details.push([t('activity.field.id'), row.id])
  return {
    what: t(`activity.changes.${row.change}`),
    facts: present([
      name,
      row.previousName && t('activity.was', { name: row.previousName }),
      row.count !== null && t('activity.gone', { count: row.count }),
      by,
      until && t('activity.until', { time: until }),
      row.clientAddress,
    ]),
    details,
    look: 'change',
  }
}

const options = ['push', 'oath', 'sms', 'voiceMobile', 'voiceAlternateMobile', 'voiceOffice'] as const

/** The preferred option is stored as its code; everything else has its own name. */
function nameOf(t: TFunction, { change, name }: AccountChange): string | null {
  const option = change === 'preferred_option_changed' ? options.find((known) => known === name) : undefined
  return option ? t(`methods.${option}`) : name
}

function common(t: TFunction, format: Formats, row: SignIn | AccountChange): Detail[] {
  return [
    [t('fault.correlationId'), row.correlationId],
    [t('fault.time'), format.dateTime(row.createdDateTime)],
    [t('fault.userId'), row.userId],
  ]
}
