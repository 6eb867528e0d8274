// The navigation.

export const navigation = {
  label: 'Navigation',
  security: 'Security',
  authenticator: 'Authenticator',
  activity: 'Recent activity',
  settings: 'Settings',
  nobody: 'Signed out',
}
