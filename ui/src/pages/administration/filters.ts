// The filters over the list of people.

import type { TFunction } from 'i18next'

import type { AskedPeople, MethodKind, MfaState, Role } from '../../backend/administration'

export interface Filters {
  state?: MfaState
  method?: MethodKind
  notRegisteredDays?: number
  blocked?: true
  locked?: true
  role?: Role
}

export type FilterName = keyof Filters

/** In their order on the page. */
export const FILTERS: FilterName[] = ['state', 'method', 'notRegisteredDays', 'blocked', 'locked', 'role']
export const NOT_REGISTERED_DAYS = 14

/** The parameters for the service. */
export function askedFor(search: string, filters: Filters): AskedPeople {
  const text = search.trim()
  return { ...(text ? { search: text } : {}), ...filters }
}

/** A filter as text. */
export function filterWords(t: TFunction, filters: Filters, name: FilterName): string {
  switch (name) {
    case 'state':
      return t(`administration.states.${filters.state ?? 'enabled'}`)
    case 'method':
      return t(`administration.methods.${filters.method ?? 'phone'}`)
    case 'role':
      return t(`administration.roles.${filters.role ?? 'administrator'}`)
    case 'notRegisteredDays':
      return t('administration.people.notRegistered', { days: filters.notRegisteredDays })
    default:
      return t(`administration.people.${name}`)
  }
}
