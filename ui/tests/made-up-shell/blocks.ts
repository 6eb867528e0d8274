// A block in the made-up organisation.

import type { AdminUserDetails } from '../../src/backend/administration'

export const blockRecord = (more: Partial<AdminUserDetails['blocks'][number]> = {}): AdminUserDetails['blocks'][number] => ({
  cause: 'administrator',
  reason: 'laptop was stolen',
  blockedBy: 'eva@contoso.example',
  blockedDateTime: new Date(Date.now() - 86_400_000).toISOString(),
  endsDateTime: new Date(Date.now() + 89 * 86_400_000).toISOString(),
  liftedBy: null,
  liftedDateTime: null,
  liftReason: null,
  ...more,
})
