// Changing the person's own password.

import type { password as english } from '../en/password'

export const password: typeof english = {
  change: 'Wachtwoord wijzigen',
  text: 'Hiermee wordt u op andere apparaten afgemeld en vragen vertrouwde apparaten weer om een code.',
  current: 'Huidig wachtwoord',
  currentMissing: 'Voer eerst uw huidige wachtwoord in.',
  new: 'Nieuw wachtwoord',
  newMissing: 'Voer eerst een nieuw wachtwoord in.',
  newHint: 'Minstens 8 tekens',
  deleteAppPasswords: 'Ook mijn app-wachtwoorden verwijderen',
  changed: 'Wachtwoord gewijzigd',
}
