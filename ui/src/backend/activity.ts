// Recent activity: sign-ins and changes to the account, and the answers to a row that the person does not recognise.

import { call, hear } from './tauri'
import type { ActivityKind } from './generated/ActivityKind'
import type { ActivityRow } from './generated/ActivityRow'
import type { ActivityView } from './generated/ActivityView'

export type { ActivityKind, ActivityView, ActivityRow as Row }
export type { AccountAlert } from './generated/AccountAlert'
export type { AccountChange } from './generated/AccountChange'
export type { SignIn } from './generated/SignIn'

/** A page of rows; offline, the last known ones. */
export const activity = (kind: ActivityKind, after: string | null = null) => call<ActivityView>('activity', { kind, after })
export const onActivityChanged = (heard: () => void) => hear<null>('activity-changed', heard)
/** Hides the alert about a change that was made somewhere else. */
export const dismissAlert = (id: string) => call<null>('dismiss_alert', { id })
/** Ends every other session and forgets trusted devices. */
export const signOutEverywhereElse = () => call<null>('sign_out_everywhere_else')
/** Starts the wizard in this session; the new methods are used after it is completed. */
export const registerAgain = () => call<null>('register_again')
