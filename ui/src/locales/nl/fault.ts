// The details of a fault.

import type { fault as english } from '../en/fault'

export const fault: typeof english = {
  code: 'Foutcode',
  correlationId: 'Correlatie-id',
  time: 'Tijd',
  user: 'Gebruiker',
  userId: 'Gebruikers-id',
  clocks: 'De klok van het apparaat toont {{device}} en die van de service {{service}}: {{apart}} verschil.',
  setClock: 'Zet de klok van het apparaat goed en voer dan de code in die het toont.',
  counterAhead: 'Het token heeft veel codes getoond sinds het voor het laatst is gebruikt.',
  nextCode: 'Voer de volgende code van het token in om het opnieuw te synchroniseren.',
}
