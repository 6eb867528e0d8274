// The Settings page.

export const settings = {
  title: 'Settings',
  language: 'Language',
  asSystem: 'Use system setting',
  theme: 'Theme',
  zoom: 'Zoom',
  zoomHint: 'Ctrl + and Ctrl − change it from any page.',
  themes: {
    system: 'Use system setting',
    light: 'Light',
    dark: 'Dark',
  },
  service: 'Service',
  serviceHint: "Your organization's own verification service",
  serviceDemo: 'The demo uses its own service',
  serviceAddress: 'Service address',
  unchanged: 'No changes to save',
  saved: 'Saved',
  keyring: 'System keyring',
  keyringWorking: '{{name}} stores the keys of this app.',
  keyringUnavailable: "The keyring isn't responding.",
  keyringOff: 'The keyring is turned off.',
  keyringLost: 'You sign in again each time you start the app, and the authenticator asks for your passphrase.',
  about: 'About Proofup',
  version: 'Version {{version}}',
  dataFolder: 'Data folder',
  copyDataFolder: 'Copy path',
  signedOut: 'You are signed out. Sign in on the Security page.',
  sections: {
    account: {
      title: 'Account',
      hint: 'Who is signed in, password, sign out',
    },
    appearance: {
      title: 'Appearance',
      hint: 'Language, theme, zoom',
    },
    vault: {
      title: 'Vault',
      hint: 'Folder, passphrase, recovery sheet, backups, locking',
    },
    quickAccess: {
      title: 'Quick access',
      hint: 'Tray icon, starting with the computer, shortcut',
    },
    service: {
      title: 'Service',
      hint: "Address of your organization's verification service",
    },
    about: {
      title: 'About',
      hint: 'Version and data folder',
    },
    demo: {
      title: 'Demo',
      hint: 'Stop the service, start over',
    },
  },
}
