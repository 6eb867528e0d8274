// The organisation's hardware tokens, and the import of a list of them. A list stays in Rust; the page sees verdicts.

import { call, callWithBytes } from './tauri'
import type { HardwareOathAction } from './generated/HardwareOathAction'
import type { HardwareOathDevices } from './generated/HardwareOathDevices'
import type { HardwareOathDevicesRequest } from './generated/HardwareOathDevicesRequest'
import type { TokenFileSecret } from './generated/TokenFileSecret'
import type { TokenFileView } from './generated/TokenFileView'

export type { HardwareOathDevices, TokenFileSecret, TokenFileView }
export type { HardwareOathDevice } from './generated/HardwareOathDevice'
export type { HardwareOathStatus } from './generated/HardwareOathStatus'
export type { TokenImportRow } from './generated/TokenImportRow'
export type AskedTokens = Partial<HardwareOathDevicesRequest>

export const tokenInventory = (request: AskedTokens) => call<HardwareOathDevices>('token_inventory', { request })
export const assignToken = (id: string, userPrincipalName: string) => act(id, 'assign', { userPrincipalName })
/** Takes a token back, off the account too. */
export const unassignToken = (id: string) => act(id, 'unassign', {})
/** Adds a token to a person's account by the code that it shows. */
export const activateToken = (id: string, userPrincipalName: string, code: string) => act(id, 'activate', { userPrincipalName, code })
/** Two codes in a row. */
export const resyncToken = (id: string, code: string, nextCode: string) => act(id, 'resynchronize', { code, nextCode })
export const removeToken = (id: string) => call<null>('remove_token', { id })

const act = (id: string, action: HardwareOathAction, body: object) => call<null>('act_on_token', { id, action, body })

/** Tries a list: nothing is stored. */
export const openTokenFile = (bytes: Uint8Array) => callWithBytes<TokenFileView>('open_token_file', bytes)
export const unlockTokenFile = (secret: TokenFileSecret, text: string) => call<TokenFileView>('unlock_token_file', { secret, text })
/** Imports the list that was opened. */
export const importTokenFile = () => call<TokenFileView>('import_token_file')
/** Writes the refused rows into a new file, and returns its path. */
export const saveRefusedTokens = (folder: string) => call<string>('save_refused_tokens', { folder })
export const closeTokenFile = () => call<void>('close_token_file')
