// The navigation.

export const navigation = {
  label: 'Navigation',
  security: 'Security',
  authenticator: 'Authenticator',
  activity: 'Recent activity',
  approvals: 'Approvals',
  withCount: '{{text}}, {{count}} waiting',
  help: 'Help',
  settings: 'Settings',
  nobody: 'Signed out',
}
