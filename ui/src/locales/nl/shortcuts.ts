// The keyboard shortcuts.

import type { shortcuts as english } from '../en/shortcuts'

export const shortcuts: typeof english = {
  title: 'Sneltoetsen',
  panes: 'Schakelen tussen navigatie en pagina',
  search: 'Zoeken op deze pagina',
  create: 'Maken of toevoegen',
  lock: 'De authenticator vergrendelen',
  list: 'Deze lijst weergeven',
}
