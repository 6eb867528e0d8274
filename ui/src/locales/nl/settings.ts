// The Settings page.

import type { settings as english } from '../en/settings'

export const settings: typeof english = {
  title: 'Instellingen',
  language: 'Taal',
  asSystem: 'Systeeminstelling gebruiken',
  theme: 'Thema',
  zoom: 'Zoomen',
  zoomHint: 'Met Ctrl + en Ctrl − wijzigt u dit op elke pagina.',
  themes: {
    system: 'Systeeminstelling gebruiken',
    light: 'Licht',
    dark: 'Donker',
  },
  service: 'Service',
  serviceHint: 'De eigen verificatieservice van uw organisatie',
  serviceDemo: 'De demo heeft een eigen service',
  serviceAddress: 'Adres van de service',
  unchanged: 'Geen wijzigingen om op te slaan',
  saved: 'Opgeslagen',
  keyring: 'Sleutelring van het systeem',
  keyringWorking: '{{name}} bewaart de sleutels van deze app.',
  keyringUnavailable: 'De sleutelring antwoordt niet.',
  keyringOff: 'De sleutelring is uitgeschakeld.',
  keyringLost: 'U meldt zich bij elke start van de app opnieuw aan en de authenticator vraagt om uw wachtwoordzin.',
  about: 'Over Proofup',
  version: 'Versie {{version}}',
  dataFolder: 'Gegevensmap',
  copyDataFolder: 'Pad kopiëren',
  signedOut: 'U bent afgemeld. Meld u aan op de pagina Beveiliging.',
  sections: {
    account: {
      title: 'Account',
      hint: 'Wie is aangemeld, wachtwoord, afmelden',
    },
    appearance: {
      title: 'Weergave',
      hint: 'Taal, thema, zoomen',
    },
    vault: {
      title: 'Kluis',
      hint: 'Map, wachtwoordzin, herstelblad, back-ups, vergrendeling',
    },
    quickAccess: {
      title: 'Snelle toegang',
      hint: 'Pictogram in het systeemvak, starten met de computer, sneltoets',
    },
    service: {
      title: 'Service',
      hint: 'Adres van de verificatieservice van uw organisatie',
    },
    about: {
      title: 'Info',
      hint: 'Versie en gegevensmap',
    },
    demo: {
      title: 'Demo',
      hint: 'Service stoppen, opnieuw beginnen',
    },
  },
}
