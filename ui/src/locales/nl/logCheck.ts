// Administration: the sign-in log is checked and exported.

import type { logCheck as english } from '../en/logCheck'

export const logCheck: typeof english = {
  verify: 'Logboek verifiëren',
  checking: 'Het logboek wordt gecontroleerd',
  progress: '{{checked}} van {{of}} rijen',
  whole: 'Het logboek is intact',
  wholeText: 'Gecontroleerde rijen: {{checked}}. Nog niet verzegeld: {{waiting}}. Na de bewaartermijn verwijderd: {{forgotten}}.',
  head: 'Bewaar de laatste rij met haar hash ({{head}}) elders: daaraan is later te zien dat het logboek niet is vervangen.',
  copyHead: 'Rij en hash kopiëren',
  broken: 'Het logboek is gewijzigd',
  brokenNext: 'Zoek uit wie toegang had tot de database en vergelijk het logboek met een kopie die u elders bewaart.',
  faults: {
    ends: 'De registratie van de uiteinden is gewijzigd of met andere serversleutels geschreven.',
    no_ends: 'De registratie van de uiteinden is verdwenen.',
    changed: 'Rij {{first}} is gewijzigd of niet door deze service geschreven.',
    changed_unsealed: 'Een rij die nog niet is verzegeld, is gewijzigd of niet door deze service geschreven.',
    moved: 'Rij {{first}} hoort niet op deze plaats, of het aantal is gewijzigd.',
    missing: 'De rijen {{first}} tot en met {{last}} ontbreken.',
    behind: 'Rij {{first}} is na het einde toegevoegd.',
    removals: 'De registratie van verwijderde rijen is gewijzigd.',
  },
  export: 'Exporteren',
  csv: 'Als CSV',
  json: 'Als JSON',
  folder: 'Kies een map voor het logboek',
  saved: 'Opgeslagen als {{file}}',
}
