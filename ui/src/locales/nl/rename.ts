// Another name for a device, a token or an app password.

import type { rename as english } from '../en/rename'

export const rename: typeof english = {
  title: 'Naam van "{{name}}" wijzigen',
  label: 'Naam',
  action: 'Naam wijzigen',
  renamed: 'Naam opgeslagen',
  empty: 'Voer eerst een naam in.',
  tooLong: 'Gebruik hoogstens 64 tekens.',
  invisible: 'De naam bevat tekens die niet kunnen worden weergegeven.',
}
