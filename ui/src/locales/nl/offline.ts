// What is said while the service does not answer.

import type { offline as english } from '../en/offline'

export const offline: typeof english = {
  lastSynced: 'Offline, laatst gesynchroniseerd: {{time}}',
  neverSynced: 'Offline',
  explained: 'U ziet de laatst bekende stand. U kunt weer wijzigen wanneer de service antwoordt.',
  reason: 'Hiervoor is de service nodig en die is nu niet bereikbaar.',
}
