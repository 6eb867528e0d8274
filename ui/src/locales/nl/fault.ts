// The details of a fault.

import type { fault as english } from '../en/fault'

export const fault: typeof english = {
  code: 'Foutcode',
  correlationId: 'Correlatie-id',
  time: 'Tijd',
  user: 'Gebruiker',
  userId: 'Gebruikers-id',
  clocks: 'Het apparaat toont {{device}}, de service {{service}}: {{apart}} verschil.',
  setClock: 'Zet de klok van het apparaat goed en voer dan de code in die het toont.',
  counterAhead: 'Het token heeft veel codes getoond sinds het voor het laatst is gebruikt.',
  nextCode: 'Wacht op de volgende code van dit token en voer die in: daarmee loopt het token weer gelijk.',
}
