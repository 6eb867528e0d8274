// The verification options.

import type { methods as english } from '../en/methods'

export const methods: typeof english = {
  push: 'Stuur mij een melding via de app',
  oath: 'Verificatiecode van app gebruiken',
  sms: 'Code per sms naar mijn telefoon voor verificatie sturen',
  voiceMobile: 'Mijn telefoon voor verificatie bellen',
  voiceAlternateMobile: 'Mijn alternatieve telefoon voor verificatie bellen',
  voiceOffice: 'Mijn bureautelefoon bellen',
  notAllowed: 'Deze methode is niet toegestaan door uw organisatie',
  notYet: 'Deze versie van Proofup kan dit nog niet',
  notRegistered: 'Nog niet ingesteld',
  notUsable: 'Kan nu niet worden gebruikt',
}
