// App passwords. The password itself stays in Rust, except in the dialog that shows it.

import { call } from './tauri'
import type { AppPasswordLimits } from './generated/AppPasswordLimits'
import type { AppPasswordsView } from './generated/AppPasswordsView'
import type { NewAppPassword } from './generated/NewAppPassword'

export type { AppPasswordLimits, AppPasswordsView, NewAppPassword }
export type { AppPassword } from './generated/AppPassword'
export type { AppPasswordPurpose } from './generated/AppPasswordPurpose'
export type { RefusedApp } from './generated/RefusedApp'
export type { AppPasswordsUnavailable } from './generated/AppPasswordsUnavailable'

export const appPasswords = () => call<AppPasswordsView>('app_passwords')
/** Without `limits` it works everywhere. */
export const createAppPassword = (displayName: string, limits?: AppPasswordLimits) => call<NewAppPassword>('create_app_password', { displayName, limits })
/** Hides a refused app for a day. */
export const dismissRefusedApp = (id: string) => call<null>('dismiss_refused_app', { id })
/** Copies the new password. */
export const copyAppPassword = (id: string) => call<null>('copy_app_password', { id })
/** Forgets the new password. */
export const closeAppPassword = (id: string) => call<null>('close_app_password', { id })
export const deleteAppPassword = (id: string) => call<null>('delete_app_password', { id })
export const deleteAllAppPasswords = () => call<null>('delete_all_app_passwords')
