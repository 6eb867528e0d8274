// The navigation.

export const navigation = {
  label: 'Navigation',
  security: 'Security',
  authenticator: 'Authenticator',
  settings: 'Settings',
  nobody: 'Signed out',
}
