// The demo phone: a stand-in for the phones of the made-up people.

import type { demoPhone as english } from '../en/demoPhone'

export const demoPhone: typeof english = {
  title: 'Demotelefoon',
  notReal: 'Een stand-in, geen echte telefoon',
  of: 'Telefoon van {{name}}',
  ofNobody: 'Niemand heeft dit nummer nog ingesteld',
  all: 'Alle telefoons',
  whose: 'Wiens telefoon',
  number: '{{name}}, {{number}}',
  emptyTitle: 'Sms-berichten komen hier aan',
  emptyText: 'Wanneer de demo een sms-bericht verzendt, ziet u dat op deze telefoon.',
  messages: 'Berichten',
  to: 'Aan {{name}}',
  copy: 'Code kopiëren',
  copyName: 'Code kopiëren: {{code}}',
  arrived: 'Nieuw bericht aan {{name}}: {{text}}',
}
