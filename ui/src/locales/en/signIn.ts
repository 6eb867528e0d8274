// Signing in.

export const signIn = {
  title: 'Sign in',
  signIn: 'Sign in',
  userName: 'User name',
  userNameHint: 'Your work or school account',
  userNameMissing: 'Type your user name first.',
  password: 'Password',
  passwordMissing: 'Type your password first.',
  enterCode: 'Enter code',
  textSent: "We've sent a text message with a code to {{hint}}.",
  appCode: 'Type the verification code that {{hint}} shows now.',
  remember_one: "Don't ask again for {{count}} day",
  remember_other: "Don't ask again for {{count}} days",
  differentOption: 'Use a different verification option',
  noOtherOption: 'No other method is set up. If you cannot use this one, ask your help desk.',
}
