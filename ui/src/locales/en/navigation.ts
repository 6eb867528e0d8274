// The navigation.

export const navigation = {
  label: 'Navigation',
  security: 'Security',
  authenticator: 'Authenticator',
  activity: 'Recent activity',
  approvals: 'Approvals',
  withCount: '{{text}}, {{count}} waiting',
  settings: 'Settings',
  nobody: 'Signed out',
}
