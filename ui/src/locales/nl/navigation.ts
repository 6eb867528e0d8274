// The navigation.

import type { navigation as english } from '../en/navigation'

export const navigation: typeof english = {
  label: 'Navigatie',
  security: 'Beveiliging',
  authenticator: 'Authenticator',
  activity: 'Recente activiteit',
  approvals: 'Goedkeuringen',
  withCount: '{{text}}, {{count}} wachtend',
  help: 'Help',
  settings: 'Instellingen',
  nobody: 'Afgemeld',
}
