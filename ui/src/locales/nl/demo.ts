// The demo's people and switches.

import type { demo as english } from '../en/demo'

export const demo: typeof english = {
  title: 'Demo',
  hint: 'Deze organisatie is verzonnen. Niets hiervan bereikt iemand.',
  phone: 'Demotelefoon',
  phoneHint: 'Ontvangt de sms-berichten, oproepen en meldingen van de demo',
  people: 'Personen in de demo',
  peopleHint: 'Kies iemand om de app mee te proberen.',
  signInAs: 'Aanmelden als {{name}}',
  showPhone: 'Demotelefoon weergeven',
  stories: {
    not_registered: 'Moet een tweede stap instellen',
    registered: 'Ingesteld, met drie app-wachtwoorden',
    at_the_limit: 'Heeft 40 app-wachtwoorden, het maximum',
    reregistration_required: 'Een beheerder heeft opnieuw om contactmethoden gevraagd',
    called: 'Wordt gebeld: op het werk, onderweg of thuis',
    notifications: 'Keurt aanmeldingen goed op de demotelefoon',
    administrator: 'Beheerder',
  },
  service: 'Service',
  serviceRunning: 'Actief. Schakel uit om de app offline te zien.',
  serviceStopped: 'Gestopt. De app merkt het vanzelf als de service weer actief is.',
  reset: 'Opnieuw beginnen',
  resetHint: 'Zet iedereen terug naar het begin',
  resetButton: 'Herstellen',
  resetTitle: 'De demo herstellen?',
  resetText: 'Alle wijzigingen in de demo gaan verloren en u wordt afgemeld.',
  resetDone: 'De demo is weer zoals in het begin',
}
