// What to do after somebody else was at the account.

import type { remedies as english } from '../en/remedies'

export const remedies: typeof english = {
  doIt: 'Nu doen',
  done: 'Gereed',
  password: 'Wijzig uw wachtwoord',
  passwordText: 'Niemand kan zich nog met het oude wachtwoord aanmelden.',
}
