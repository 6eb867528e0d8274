// A row of the audit log as text.

import type { TFunction } from 'i18next'

import type { AdminActionRecord } from '../../backend/administration'
import { roles } from '../../backend/generated/codes'
import type { Formats } from '../../state/format'

const states = ['disabled', 'enabled', 'enforced'] as const

/** *Unlocked: ann@contoso.example*. */
export function auditWords(t: TFunction, record: AdminActionRecord, named: boolean): string {
  const what = t(`administration.audit.what.${record.action}`)
  return named && record.subject ? t('administration.audit.onWhom', { what, whom: record.subject }) : what
}

/** The administrator, the time, the origin, and details: of a value that was changed, also what it was before. */
export function auditFacts(t: TFunction, format: Formats, { actor, createdDateTime, clientAddress, action, detail, before, after }: AdminActionRecord): string[] {
  const words = (value: string) => detailWords(t, format, action, value)
  const changed = before !== null && after !== null && before !== after
  const what = changed ? t('administration.audit.fromTo', { before: words(before), after: words(after) }) : detail && words(detail)
  const facts = [actor, format.dateTime(createdDateTime), clientAddress, what]
  return facts.filter((fact): fact is string => Boolean(fact))
}

function detailWords(t: TFunction, format: Formats, action: AdminActionRecord['action'], detail: string): string {
  if (action === 'mfa_state_changed') {
    const state = states.find((one) => one === detail)
    return state ? t(`administration.states.${state}`) : detail
  }
  if (action === 'roles_changed') {
    const names = roles.filter((role) => detail.split(' ').includes(role)).map((role) => t(`administration.roles.${role}`))
    return names.join(', ') || t('administration.person.noRole')
  }
  if (action === 'user_blocked' || action === 'bypass_granted') {
    return Number.isNaN(Date.parse(detail)) ? detail : t('administration.person.blockEnded', { time: format.dateTime(detail) })
  }
  return detail
}
