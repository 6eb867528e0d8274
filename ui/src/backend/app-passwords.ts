// App passwords. The password itself stays in Rust, except in the dialog that shows it.

import { call } from './tauri'
import type { AppPasswordLimits } from './generated/AppPasswordLimits'
import type { AppPasswordsView } from './generated/AppPasswordsView'
import type { DeviceCode } from './generated/DeviceCode'
import type { DeviceSetup } from './generated/DeviceSetup'
import type { FirstUse } from './generated/FirstUse'
import type { NewAppPassword } from './generated/NewAppPassword'

export type { AppPasswordLimits, AppPasswordsView, DeviceCode, DeviceSetup, FirstUse, NewAppPassword }
export type { MailServer } from './generated/MailServer'
export type { AppPassword } from './generated/AppPassword'
export type { AppPasswordPurpose } from './generated/AppPasswordPurpose'
export type { RefusedApp } from './generated/RefusedApp'
export type { AppPasswordsUnavailable } from './generated/AppPasswordsUnavailable'

export const appPasswords = () => call<AppPasswordsView>('app_passwords')
/** Without `limits` it works everywhere. */
export const createAppPassword = (displayName: string, limits?: AppPasswordLimits) => call<NewAppPassword>('create_app_password', { displayName, limits })
/** Hides a refused app for a day. */
export const dismissRefusedApp = (id: string) => call<null>('dismiss_refused_app', { id })
/** The organization's servers. */
export const deviceSetup = () => call<DeviceSetup>('device_setup')
/** A code that opens the Apple profile of the new password, once. */
export const appleProfile = (id: string) => call<DeviceCode>('apple_profile', { id })
/** A code that sets up Thunderbird for Android with the new password. */
export const thunderbirdCode = (id: string) => call<DeviceCode>('thunderbird_code', { id })
/** Whether an app has signed in with the new password. */
export const firstUse = (id: string) => call<FirstUse>('first_use', { id })
/** Copies the new password. */
export const copyAppPassword = (id: string) => call<null>('copy_app_password', { id })
/** Forgets the new password. */
export const closeAppPassword = (id: string) => call<null>('close_app_password', { id })
export const deleteAppPassword = (id: string) => call<null>('delete_app_password', { id })
export const deleteAllAppPasswords = () => call<null>('delete_all_app_passwords')
