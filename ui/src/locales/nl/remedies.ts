// What to do after somebody else was at the account.

import type { remedies as english } from '../en/remedies'

export const remedies: typeof english = {
  doIt: 'Nu doen',
  done: 'Gedaan',
  password: 'Wijzig uw wachtwoord',
  passwordText: 'Wie het oude kent, kan er niet meer mee aanmelden.',
}
