// The Settings page.

export const settings = {
  title: 'Settings',
  language: 'Language',
  asSystem: 'As the system',
  theme: 'Theme',
  themes: {
    system: 'As the system',
    light: 'Light',
    dark: 'Dark',
  },
  service: 'Service',
  serviceHint: "Your organization's own verification service",
  serviceDemo: 'The demo brings its own service',
  serviceAddress: 'Service address',
  unchanged: 'Nothing has changed',
  saved: 'Saved',
  keyring: 'System keyring',
  keyringWorking: '{{name}} keeps the keys of this app.',
  keyringUnavailable: 'The keyring does not answer.',
  keyringOff: 'The keyring is switched off.',
  keyringLost: 'You sign in anew at each start, and the authenticator asks for your passphrase.',
  about: 'About Proofup',
  version: 'Version {{version}}',
  dataFolder: 'Data folder',
  copyDataFolder: 'Copy path',
}
