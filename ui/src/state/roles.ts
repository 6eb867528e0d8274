// What somebody may do beyond looking after themselves.

import type { Role } from '../backend/generated/Role'

/** The widest role gives the pages their name. */
export function strongest(roles: readonly Role[]): Role {
  return roles.includes('administrator') ? 'administrator' : roles.includes('helpDesk') ? 'helpDesk' : 'auditor'
}
