// The demo's people and switches.

export const demo = {
  title: 'Demo',
  hint: 'This organization is made up. Nothing here reaches anybody.',
  people: 'People of the demo',
  peopleHint: 'Choose one to try the app with.',
  fill: 'Fill in',
  fillName: 'Fill in: {{name}}',
  stories: {
    not_registered: 'Has to set up a second step',
    registered: 'Set up, with three app passwords',
    at_the_limit: 'Has 40 app passwords, as many as allowed',
    reregistration_required: 'An administrator asked for the contact methods again',
    called: 'Is called: at work, on the move, or at home',
    notifications: 'Approves sign-ins on the demo phone',
    administrator: 'Administrator',
  },
  service: 'Service',
  serviceRunning: 'Running. Switch it off to see the app offline.',
  serviceStopped: 'Stopped. The app notices by itself when it runs again.',
  reset: 'Begin again',
  resetHint: 'Puts everybody back to how they were at first',
  resetButton: 'Reset',
  resetTitle: 'Reset the demo?',
  resetText: 'All changes of the demo are lost, and you are signed out.',
  resetDone: 'The demo is as it was at first',
}
