// The truth about the service, at the foot of the navigation.

import type { connection as english } from '../en/connection'

export const connection: typeof english = {
  signedOut: 'Afgemeld',
  connecting: 'Verbinding maken',
  justNow: 'Zojuist gesynchroniseerd',
  synced: '{{time}} gesynchroniseerd',
  offline: 'Offline',
  offlineSince: 'Offline, laatst gesynchroniseerd: {{time}}',
}
