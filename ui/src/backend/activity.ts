// Recent activity: the person's own part of the sign-in log, and what to do about a row that was not them.

import { call, hear } from './door'
import type { ActivityView } from './generated/ActivityView'
import type { SignInKind } from './generated/SignInKind'

export type { ActivityView, SignInKind }
export type { SignIn } from './generated/SignIn'

/** A page of rows: live, or the newest ones as they were last known. */
export const activity = (kind: SignInKind, after: string | null = null) => call<ActivityView>('activity', { kind, after })
export const onActivityChanged = (heard: () => void) => hear<null>('activity-changed', heard)
/** Ends every other session and forgets trusted devices. */
export const signOutEverywhereElse = () => call<null>('sign_out_everywhere_else')
/** Leads this session into the wizard; what is registered counts until it is completed. */
export const registerAgain = () => call<null>('register_again')
