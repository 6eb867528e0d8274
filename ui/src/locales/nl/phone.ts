// Phones: numbers, and verifying them.

import type { phone as english } from '../en/phone'

export const phone: typeof english = {
  types: {
    mobile: 'Telefoon voor verificatie',
    office: 'Bureautelefoon',
    alternateMobile: 'Alternatieve telefoon voor verificatie',
  },
  /** In the middle of a sentence. */
  named: {
    mobile: 'telefoon voor verificatie',
    office: 'bureautelefoon',
    alternateMobile: 'alternatieve telefoon voor verificatie',
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
  deleteText: 'U kunt uw {{name}} niet meer gebruiken om u aan te melden.',
  deleted: 'Telefoonnummer verwijderd',
  extension: 'Toestelnummer',
  extensionHint: 'Als u via een centrale wordt gebeld',
  sentToReply: 'Er is een sms-bericht verzonden naar {{number}}. Beantwoord het met de code of voer de code hier in.',
  calling: '{{number}} wordt gebeld.',
  answer: 'Beantwoord de oproep en druk op #',
  waiting: 'Wachten op uw telefoon',
  callAgain: 'Opnieuw bellen',
  askAdmin: 'Uw organisatie stelt dit nummer in. Vraag uw beheerder om het te wijzigen.',
  firstTheOther: 'Stel eerst de telefoon voor verificatie in',
  setByOrganization: 'Uw organisatie heeft dit nummer ingesteld: {{number}}.',
  officeCalled: 'Deze telefoon wordt gebeld. Er worden geen sms-berichten naartoe verzonden.',
  addCall: 'Deze telefoon wordt gebeld. Het nummer wordt opgeslagen zodra u hebt opgenomen en op # hebt gedrukt.',
  changeCall: 'Het nieuwe nummer wordt gebeld. Tot u hebt opgenomen en op # hebt gedrukt, blijft het oude nummer staan.',
}
