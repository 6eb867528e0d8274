// The demo's people and switches.

export const demo = {
  title: 'Demo',
  hint: 'This organization is made up. Nothing you do here reaches real people.',
  people: 'Demo people',
  peopleHint: 'Choose one to try the app with.',
  signInAs: 'Sign in as {{name}}',
  showPhone: 'Show demo phone',
  stories: {
    not_registered: 'Must set up a second step',
    registered: 'Set up, with three app passwords',
    at_the_limit: 'Has 40 app passwords, the limit',
    reregistration_required: 'Must provide contact methods again',
    called: 'Gets phone calls: office, mobile or home',
    notifications: 'Approves sign-ins on the demo phone',
    administrator: 'Administrator',
  },
  service: 'Service',
  serviceRunning: 'Running. Turn it off to see the app offline.',
  serviceStopped: 'Stopped. The app reconnects when you turn it on.',
  reset: 'Reset demo',
  resetHint: 'Restores everything to how it was at the start',
  resetButton: 'Reset',
  resetTitle: 'Reset the demo?',
  resetText: "You lose all changes made in the demo, and you're signed out.",
  resetDone: 'Demo reset',
}
