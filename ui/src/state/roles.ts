// The roles of a person.

import type { Role } from '../backend/generated/Role'

/** The widest role is the name of the pages. */
export function strongest(roles: readonly Role[]): Role {
  return roles.includes('administrator') ? 'administrator' : roles.includes('helpDesk') ? 'helpDesk' : 'auditor'
}
