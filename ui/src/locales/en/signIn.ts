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
  phoneCall: "We're calling your phone",
  noAnswer: 'Nothing from your phone yet. You can wait, or use another way.',
  reportFraud: 'If you are called and did not sign in, press 0 and then # on the phone.',
}
