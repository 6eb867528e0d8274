// Tokens of programs. A new one stays in Rust, except in the dialog that shows it.

import { call } from './tauri'
import type { AccessToken } from './generated/AccessToken'
import type { MachineScope } from './generated/MachineScope'
import type { NewAccessToken } from './generated/NewAccessToken'

export type { AccessToken, MachineScope, NewAccessToken }

export const accessTokens = () => call<AccessToken[]>('access_tokens')
export const createAccessToken = (displayName: string, scopes: MachineScope[], expiresInDays: number) => call<NewAccessToken>('create_access_token', { displayName, scopes, expiresInDays })
/** Copies the new token. */
export const copyAccessToken = (id: string) => call<null>('copy_access_token', { id })
/** Forgets the new token. */
export const closeAccessToken = (id: string) => call<null>('close_access_token', { id })
export const revokeAccessToken = (id: string) => call<null>('revoke_access_token', { id })
