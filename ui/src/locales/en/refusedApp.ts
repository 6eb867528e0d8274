// An app that the service refused, and what to do in that app.

export const refusedApp = {
  regular: {
    title: 'An app tried your regular password',
    text: "This app can't ask for a code, so it needs an app password.",
  },
  oldAppPassword: {
    title: 'An app keeps trying an old app password',
    text: 'The app password was deleted or has ended, so the app needs another one.',
  },
  where: '{{client}}, {{time}}.',
  create: 'Create app password',
  steps: 'What to do in that app',
  step: {
    create: 'Create an app password here.',
    clear: 'In the app, remove the stored password or sign out.',
    restart: 'Close the app and start it again.',
    signIn: 'Sign in with your user name and the app password.',
    notYours: "If it isn't your app, change your password.",
  },
}
