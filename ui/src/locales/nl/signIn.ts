// Signing in.

import type { signIn as english } from '../en/signIn'

export const signIn: typeof english = {
  title: 'Aanmelden',
  signIn: 'Aanmelden',
  userName: 'Gebruikersnaam',
  userNameHint: 'Uw werk- of schoolaccount',
  userNameMissing: 'Voer eerst uw gebruikersnaam in.',
  password: 'Wachtwoord',
  passwordMissing: 'Voer eerst uw wachtwoord in.',
  enterCode: 'Code invoeren',
  textSent: 'Er is een sms-bericht met een code verzonden naar {{hint}}.',
  appCode: 'Voer de verificatiecode in die {{hint}} nu toont.',
  ownCode: 'De code van deze computer gebruiken',
  pushHeading: 'Keur de aanvraag op uw apparaat goed',
  pushSent: 'Er is een melding naar {{hint}} verzonden. Open die, voer dit getal in en druk op Goedkeuren.',
  pushWaiting: 'Wachten op uw antwoord',
  pushAgain: 'Opnieuw verzenden',
  pushAgainBlocked: 'De aanvraag wacht nog',
  remember_one: '{{count}} dag niet opnieuw vragen',
  remember_other: '{{count}} dagen niet opnieuw vragen',
  differentOption: 'Een andere verificatieoptie gebruiken',
  noOtherOption: 'Er is geen andere methode ingesteld. Kunt u deze niet gebruiken, vraag het dan uw helpdesk.',
  phoneCall: 'Uw telefoon wordt gebeld',
  noAnswer: 'Nog niets van uw telefoon ontvangen. U kunt wachten of een andere manier gebruiken.',
  reportFraud: 'Wordt u gebeld terwijl u zich niet aanmeldt, druk dan op de telefoon op 0 en daarna op #.',
  service: {
    title: 'Verbinding maken met uw organisatie',
    text: 'Voer het adres van de verificatieservice van uw organisatie in. Uw beheerder of helpdesk kan het u geven.',
    hint: 'Een koppeling die met proofup:// begint, werkt ook.',
    connect: 'Verbinding maken',
    missing: 'Voer eerst het adres in.',
    offered: 'Dit adres komt uit een koppeling',
    offeredText: 'Maak alleen verbinding als u weet dat het van uw organisatie is.',
    at: 'Service: {{address}}',
  },
}
