// Renames devices, tokens and app passwords, and forgets one trusted device.

import { call } from './tauri'

export const renameMobileApp = (id: string, displayName: string) => call<null>('rename_mobile_app', { id, displayName })
export const renamePushDevice = (id: string, displayName: string) => call<null>('rename_push_device', { id, displayName })
export const renameHardwareToken = (id: string, displayName: string) => call<null>('rename_hardware_token', { id, displayName })
export const renameTrustedDevice = (id: string, displayName: string) => call<null>('rename_trusted_device', { id, displayName })
/** The apps that use it are not affected. */
export const renameAppPassword = (id: string, displayName: string) => call<null>('rename_app_password', { id, displayName })
/** The device needs the second step again. */
export const forgetTrustedDevice = (id: string) => call<null>('forget_trusted_device', { id })
