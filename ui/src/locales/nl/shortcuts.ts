// The keyboard shortcuts.

import type { shortcuts as english } from '../en/shortcuts'

export const shortcuts: typeof english = {
  title: 'Sneltoetsen',
  help: 'Help openen',
  panes: 'Schakelen tussen navigatie en pagina',
  search: 'Zoeken op deze pagina',
  create: 'Maken of toevoegen',
  lock: 'De authenticator vergrendelen',
  type: 'Accounts zoeken: begin te typen',
  rows: 'Van account naar account gaan',
  edit: 'Het account bewerken',
  trash: 'Het account naar de prullenbak verplaatsen',
  move: 'Het account omhoog of omlaag verplaatsen',
  selectAll: 'Alles selecteren, tijdens het selecteren',
  list: 'Deze lijst weergeven',
  anywhere: 'Proofup naar voren halen, vanuit elk programma',
  zoom: 'Alles groter of kleiner maken',
  zoomReset: 'Terug naar normale grootte',
  showPassword: 'Het wachtwoord dat u typt weergeven of verbergen',
}
