// Changing the person's own password.

import type { password as english } from '../en/password'

export const password: typeof english = {
  change: 'Wachtwoord wijzigen',
  text: 'Andere apparaten worden afgemeld en vertrouwde apparaten vragen weer om een code.',
  current: 'Huidig wachtwoord',
  currentMissing: 'Typ eerst uw huidige wachtwoord.',
  new: 'Nieuw wachtwoord',
  newMissing: 'Typ eerst een nieuw wachtwoord.',
  newHint: 'Minstens 8 tekens',
  deleteAppPasswords: 'Ook mijn app-wachtwoorden verwijderen',
  changed: 'Uw wachtwoord is gewijzigd',
}
