// Phones: numbers, and verifying them.

import type { phone as english } from '../en/phone'

export const phone: typeof english = {
  types: {
    mobile: 'Telefoon voor verificatie',
    office: 'Bureautelefoon',
    alternateMobile: 'Alternatieve telefoon voor verificatie',
  },
  country: 'Land of regio',
  noCountry: 'Geen land of regio gevonden',
  number: 'Telefoonnummer',
  stored: 'Wordt opgeslagen als {{number}}',
  missing: 'Voer eerst een telefoonnummer in.',
  sent: 'Er is een sms-bericht met een code verzonden naar {{number}}.',
  verified: 'Geverifieerd op {{date}}',
  notSetUp: 'Niet ingesteld',
  readOnly: 'Ingesteld door uw organisatie',
  addTitle: 'Toevoegen: {{name}}',
  changeTitle: 'Wijzigen: {{name}}',
  addText: 'Er wordt een code per sms-bericht verzonden. Het nummer wordt opgeslagen zodra u de code hebt ingevoerd.',
  changeText: 'Er wordt een code naar het nieuwe nummer verzonden. Tot u die hebt ingevoerd, blijft het oude nummer staan.',
  saved: 'Telefoonnummer opgeslagen',
  deleteTitle: 'Dit telefoonnummer verwijderen?',
  deleteText: '{{name}}: hiermee kunt u zich niet meer aanmelden.',
  deleted: 'Telefoonnummer verwijderd',
}
