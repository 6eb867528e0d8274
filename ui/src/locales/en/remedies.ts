// What to do after somebody else was at the account.

export const remedies = {
  doIt: 'Do it now',
  done: 'Done',
  password: 'Change your password',
  passwordText: 'Whoever knows the old one can no longer sign in with it.',
}
