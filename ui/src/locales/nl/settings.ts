// The Settings page.

import type { settings as english } from '../en/settings'

export const settings: typeof english = {
  title: 'Instellingen',
  language: 'Taal',
  asSystem: 'Zoals het systeem',
  theme: 'Thema',
  themes: {
    system: 'Zoals het systeem',
    light: 'Licht',
    dark: 'Donker',
  },
  service: 'Service',
  serviceHint: 'De eigen verificatieservice van uw organisatie',
  serviceDemo: 'De demo heeft een eigen service',
  serviceAddress: 'Adres van de service',
  unchanged: 'Er is niets gewijzigd',
  saved: 'Opgeslagen',
  keyring: 'Sleutelring van het systeem',
  keyringWorking: '{{name}} bewaart de sleutels van deze app.',
  keyringUnavailable: 'De sleutelring antwoordt niet.',
  keyringOff: 'De sleutelring is uitgeschakeld.',
  keyringLost: 'U meldt zich bij elke start opnieuw aan en de authenticator vraagt om uw wachtwoordzin.',
  about: 'Over Proofup',
  version: 'Versie {{version}}',
  dataFolder: 'Gegevensmap',
  copyDataFolder: 'Pad kopiëren',
}
