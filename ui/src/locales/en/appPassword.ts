// An app password, shown once.

export const appPassword = {
  yours: 'Your app password',
  named: 'Name: {{name}}',
  copy: 'Copy password to clipboard',
  once: 'This password is shown only once.',
}
