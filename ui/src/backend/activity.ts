// Recent activity: sign-ins and changes to the account, and what to do about a row that was not the person.

import { call, hear } from './door'
import type { ActivityKind } from './generated/ActivityKind'
import type { ActivityRow } from './generated/ActivityRow'
import type { ActivityView } from './generated/ActivityView'

export type { ActivityKind, ActivityView, ActivityRow as Row }
export type { AccountChange } from './generated/AccountChange'
export type { SignIn } from './generated/SignIn'

/** A page of rows: live, or the newest ones as they were last known. */
export const activity = (kind: ActivityKind, after: string | null = null) => call<ActivityView>('activity', { kind, after })
export const onActivityChanged = (heard: () => void) => hear<null>('activity-changed', heard)
/** Ends every other session and forgets trusted devices. */
export const signOutEverywhereElse = () => call<null>('sign_out_everywhere_else')
/** Leads this session into the wizard; what is registered counts until it is completed. */
export const registerAgain = () => call<null>('register_again')
