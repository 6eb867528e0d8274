// Setting up a device with a new app password.

import type { deviceSetup as english } from '../en/deviceSetup'

export const deviceSetup: typeof english = {
  waiting: 'Wachten op de eerste aanmelding…',
  connected: 'Zojuist verbonden vanaf {{client}}',
  refused: '{{client}} is geweigerd: {{why}}',
  refusedByLimits: '{{client}} is geweigerd: dit app-wachtwoord is niet voor die app of dat netwerk',
  device: 'Apparaat',
  devices: {
    other: 'Een andere app',
    apple: 'iPhone, iPad of Mac',
    thunderbird: 'Thunderbird',
    android: 'Thunderbird voor Android',
    outlook: 'Outlook',
  },
  showCode: 'Code tonen',
  code: 'QR-code voor het apparaat',
  codeHint: 'De code bevat het wachtwoord. Toon deze aan niemand.',
  userName: 'Gebruikersnaam',
  incoming: 'Inkomende e-mail',
  outgoing: 'Uitgaande e-mail',
  calendar: 'Agenda en contactpersonen',
  vpn: 'VPN',
  wifi: 'Wifi',
  copy: '{{what}} kopiëren',
  steps: {
    other: {
      first: 'Open het account in de app of voeg er een toe.',
      second: 'Voer de gebruikersnaam en de onderstaande servers in.',
      third: 'Voer het app-wachtwoord in op de plaats van uw wachtwoord.',
    },
    apple: {
      first: 'Toon de code en scan deze met de camera. De code werkt één keer, tien minuten lang.',
      second: 'Sta toe dat het profiel wordt gedownload.',
      third: 'Open in Instellingen Profiel gedownload en installeer het.',
    },
    thunderbird: {
      first: 'Voeg een e-mailaccount met uw adres toe.',
      second: 'Thunderbird vindt de servers zelf.',
      third: 'Voer het app-wachtwoord in op de plaats van uw wachtwoord.',
    },
    android: {
      first: 'Kies in Thunderbird voor instellingen importeren en een code scannen.',
      second: 'Toon de code en scan deze.',
      third: 'Bevestig het account.',
    },
    outlook: {
      first: 'Voeg een account met uw adres toe.',
      second: 'Kies IMAP als Outlook naar het type vraagt.',
      third: 'Voer het app-wachtwoord in op de plaats van uw wachtwoord.',
    },
  },
}
