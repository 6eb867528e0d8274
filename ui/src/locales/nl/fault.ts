// The details of a fault.

import type { fault as english } from '../en/fault'

export const fault: typeof english = {
  code: 'Foutcode',
  correlationId: 'Correlatie-id',
  time: 'Tijd',
  user: 'Gebruiker',
  userId: 'Gebruikers-id',
}
