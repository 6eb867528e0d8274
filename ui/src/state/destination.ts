// Where one page leads to on another, and what is to be opened there. Pages do not know each other: the window carries it.

import { useEffect } from 'react'

/** What a page opens by itself, once, when it is reached for that. */
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
  /** Of the Security page; the first one if it is left out. */
  tab?: 'securityInfo' | 'appPasswords'
  /** Of the settings; the list of them if it is left out. */
  section?: 'vault' | 'service'
  intent?: Intent
}

let wanted: Intent | null = null

/** What the next page is to open; null for a page that somebody just goes to. */
export function intend(intent: Intent | null) {
  wanted = intent
}

/** Does what the page was reached for, once and as soon as it is `ready`. Until then it waits, also behind the sign-in. */
export function useIntent(intent: Intent, ready: boolean, act: () => void) {
  useEffect(() => {
    if (!ready || wanted !== intent) return
    wanted = null
    act()
  })
}
