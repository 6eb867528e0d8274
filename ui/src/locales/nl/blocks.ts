// Administration: fraud and blocks.

import type { blocks as english } from '../en/blocks'

export const blocks: typeof english = {
  title: 'Fraude en blokkeringen',
  blocked: 'Geblokkeerde gebruikers',
  which: 'Weer te geven blokkeringen',
  states: {
    open: 'Nu geblokkeerd',
    ended: 'Beëindigd',
    all: 'Alle blokkeringen',
  },
  none: {
    open: 'Niemand is geblokkeerd.',
    ended: 'Er is nog geen blokkering beëindigd.',
    all: 'Er is nooit iemand geblokkeerd.',
  },
  by: {
    administrator: 'Geblokkeerd door {{who}} op {{time}}',
    fraud_report: 'Geblokkeerd op {{time}}: fraude gemeld',
    directory: 'Geblokkeerd op {{time}}: uitgeschakeld in de directory, of daar niet meer aanwezig',
  },
  until: 'Tot {{time}}',
  untilDirectory: 'Tot de directory het account inschakelt',
  ended: 'Beëindigd op {{time}}',
  lifted: 'Gedeblokkeerd door {{who}} op {{time}}: "{{reason}}"',
  unblockName: 'Deblokkeren: {{name}}',
  locked: 'Vergrendelde gebruikers',
  lockedHint: 'Te veel onjuiste wachtwoorden of codes. Een vergrendeling eindigt vanzelf.',
  noLocked: 'Niemand is vergrendeld.',
  unlockName: 'Ontgrendelen: {{name}}',
  bypasses: 'Eenmalig overslaan',
  bypassesHint: 'De volgende aanmelding van deze gebruikers slaagt zonder tweede stap.',
  noBypasses: 'Er staat niets open.',
  granted: 'Toegestaan door {{who}} op {{time}}',
  left: 'Nog {{time}}',
  withdrawName: 'Intrekken voor {{name}}',
  reports: 'Fraudemeldingen',
  reportsHint: 'Iemand anders probeerde zich aan te melden en de gebruiker heeft dat gemeld. Elke melding beëindigt alle lopende aanmeldingen.',
  noReports: 'Er is geen fraude gemeld.',
}
