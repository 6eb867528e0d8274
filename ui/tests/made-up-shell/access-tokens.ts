// The tokens of the made-up organisation's programs.

import type { AccessToken } from '../../src/backend/access-tokens'

const DAY = 86_400_000
const daysFromNow = (days: number) => new Date(Date.now() + days * DAY).toISOString()

export const accessToken = (more: Partial<AccessToken>): AccessToken => ({
  id: 'at-1',
  displayName: 'SIEM',
  scopes: ['signIns.read', 'actions.read'],
  createdBy: 'ann@contoso.example',
  createdDateTime: daysFromNow(-30),
  expiresDateTime: daysFromNow(60),
  lastUsedDateTime: new Date(Date.now() - 120_000).toISOString(),
  lastUsedFrom: '10.0.0.7',
  usable: true,
  ...more,
})

export const newAccessTokens = () => [
  accessToken({ id: 'at-2', displayName: 'Add new colleagues', scopes: ['users.write'], createdBy: 'dan@contoso.example', usable: false, lastUsedDateTime: null, lastUsedFrom: null }),
  accessToken({}),
]
