// The demo's people and switches.

import type { demo as english } from '../en/demo'

export const demo: typeof english = {
  title: 'Demo',
  hint: 'Deze organisatie is verzonnen. Wat u hier doet, bereikt geen echte mensen.',
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
    reregistration_required: 'Moet opnieuw contactmethoden opgeven',
    called: 'Wordt gebeld: op kantoor, mobiel of thuis',
    notifications: 'Keurt aanmeldingen goed op de demotelefoon',
    administrator: 'Beheerder',
  },
  service: 'Service',
  serviceRunning: 'Actief. Schakel de service uit om de app offline te zien.',
  serviceStopped: 'Gestopt. De app maakt weer verbinding wanneer u de service inschakelt.',
  reset: 'Demo herstellen',
  resetHint: 'Herstelt alles zoals het in het begin was',
  resetButton: 'Herstellen',
  resetTitle: 'De demo herstellen?',
  resetText: 'Alle wijzigingen in de demo gaan verloren en u wordt afgemeld.',
  resetDone: 'Demo hersteld',
}
