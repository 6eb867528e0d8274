// An app password, shown once.

import type { appPassword as english } from '../en/appPassword'

export const appPassword: typeof english = {
  yours: 'Uw app-wachtwoord',
  named: 'Naam: {{name}}',
  copy: 'Wachtwoord naar klembord kopiëren',
  once: 'Dit wachtwoord wordt maar één keer weergegeven.',
}
