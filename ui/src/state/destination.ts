// Links from one page to another, with what to open there. Pages do not import each other: the window passes this on.

import { useEffect } from 'react'

/** What a page opens once, when a link leads to it. */
export type Intent =
  | 'addAccount'
  | 'addToken'
  | 'changePassword'
  | 'changePhone'
  | 'createAppPassword'
  | 'deleteAppPasswords'
  | 'setUpApp'

export interface Destination {
  page: 'security' | 'authenticator' | 'approvals' | 'activity' | 'settings'
  /** The tab of the Security page; the first by default. */
  tab?: 'securityInfo' | 'appPasswords'
  /** The section of the settings; their list by default. */
  section?: 'vault' | 'service'
  intent?: Intent
}

let wanted: Intent | null = null

/** What the next page opens; null for a page without a link. */
export function intend(intent: Intent | null) {
  wanted = intent
}

/** Does the action of a link, once and as soon as it is `ready`. Until then it waits, also during sign-in. */
export function useIntent(intent: Intent, ready: boolean, act: () => void) {
  useEffect(() => {
    if (!ready || wanted !== intent) return
    wanted = null
    act()
  })
}
