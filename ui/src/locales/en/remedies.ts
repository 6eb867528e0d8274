// What to do after somebody else was at the account.

export const remedies = {
  doIt: 'Do it now',
  done: 'Done',
  password: 'Change your password',
  passwordText: 'Nobody can sign in with the old one any more.',
}
