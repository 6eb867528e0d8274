// The pages. Each is loaded when it is first opened; the first one while the texts of the window still load.

import { fetchPart } from '../components/on-demand'
import { currentStatus } from '../state/status'
import type { PageName } from './Navigation'

export const fetchAdministration = () => fetchPart(() => import('../pages/administration/AdministrationPage'))
export const fetchActivity = () => fetchPart(() => import('../pages/activity/ActivityPage'))
export const fetchApprovals = () => fetchPart(async () => ({ default: (await import('../pages/approvals/ApprovalsPage')).ApprovalsPage }))
export const fetchAuthenticator = () => fetchPart(async () => ({ default: (await import('../pages/authenticator/AuthenticatorPage')).AuthenticatorPage }))
export const fetchHelp = () => fetchPart(() => import('../pages/help/HelpPage'))
export const fetchSettings = () => fetchPart(() => import('../pages/settings/SettingsPage'))
export const fetchSignIn = () => fetchPart(() => import('../pages/sign-in/SignInPage'))
export const fetchRegistration = () => fetchPart(() => import('../pages/registration/RegistrationPage'))
export const fetchSecurityInfo = () => fetchPart(() => import('../pages/security-info/SecurityInfoPanel'))
export const fetchAppPasswords = () => fetchPart(() => import('../pages/app-passwords/AppPasswordsPanel'))

export const fetchPersonMenu = async () => (await import('./PersonMenu')).PersonMenu

/** The shell may open the window on a page by the fragment of the address (`--page`). */
export function firstPage(): PageName {
  return pageNamed(location.hash.slice(1))
}

/** The page with a name; the Security page if there is none. */
export function pageNamed(asked: string): PageName {
  return asked === 'administration' || asked === 'authenticator' || asked === 'approvals' || asked === 'activity' || asked === 'settings' || asked === 'help' ? asked : 'security'
}

/** Starts to load the first page of the window, once the status is known. */
export function fetchFirstPage(): void {
  if (currentStatus()?.person) void fetchPersonMenu().catch(() => undefined)
  // A page that failed to load is loaded again when it is opened, and shows the error then.
  void fetchFor(firstPage())().catch(() => undefined)
}

function fetchFor(page: PageName): () => Promise<unknown> {
  switch (page) {
    case 'administration':
      return fetchAdministration
    case 'activity':
      return fetchActivity
    case 'approvals':
      return fetchApprovals
    case 'authenticator':
      return fetchAuthenticator
    case 'help':
      return fetchHelp
    case 'settings':
      return fetchSettings
    case 'security': {
      const person = currentStatus()?.person
      if (!person) return fetchSignIn
      return person.registration.required ? fetchRegistration : fetchSecurityInfo
    }
  }
}
