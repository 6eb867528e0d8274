// What many places say.

import type { common as english } from '../en/common'

export const common: typeof english = {
  add: 'Toevoegen',
  againCountdown: '{{action}} ({{time}})',
  againIn: 'U kunt het over {{time}} opnieuw proberen.',
  back: 'Vorige',
  cancel: 'Annuleren',
  change: 'Wijzigen',
  close: 'Sluiten',
  copied: 'Gekopieerd',
  copy: 'Kopiëren',
  delete: 'Verwijderen',
  done: 'Gereed',
  hide: 'Verbergen',
  loading: 'Laden',
  messages: 'Berichten',
  neverUsed: 'Nooit gebruikt',
  next: 'Volgende',
  no: 'Nee',
  nothingFound: 'Niets gevonden voor "{{search}}"',
  restarted: 'De pagina is gestopt en opnieuw gestart',
  restartedText: 'Wat u hier aan het typen was, kan verloren zijn. Uw accounts en instellingen zijn bewaard.',
  save: 'Opslaan',
  search: 'Zoeken',
  show: 'Weergeven',
  signOut: 'Afmelden',
  tryAgain: 'Opnieuw proberen',
  verify: 'Verifiëren',
  viewDetails: 'Details weergeven',
  yes: 'Ja',
}
