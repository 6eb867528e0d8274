// The authenticator's accounts and codes. Seeds stay in Rust.

import { call, callWithBytes, hear } from './door'
import type { AccountDraft } from './generated/AccountDraft'
import type { AccountRow } from './generated/AccountRow'
import type { AuthenticatorView } from './generated/AuthenticatorView'
import type { CodeRow } from './generated/CodeRow'
import type { ManualAccount } from './generated/ManualAccount'

export type { AccountDraft, AccountRow, AuthenticatorView, CodeRow, ManualAccount }
export type { AccountKind } from './generated/AccountKind'
export type { HashAlgorithm } from './generated/HashAlgorithm'

export const authenticator = () => call<AuthenticatorView>('authenticator')
export const onAuthenticatorChanged = (heard: () => void) => hear<null>('authenticator-changed', heard)
/** The codes of all accounts that go by time. */
export const codes = () => call<CodeRow[]>('codes')
/** The next code of an account that goes by counter; the counter is saved first. */
export const nextHotpCode = (id: string) => call<CodeRow>('next_hotp_code', { id })
/** Copies a code and clears the clipboard 30 s later if it still holds it. */
export const copyCode = (id: string, next: boolean) => call<null>('copy_code', { id, next })

export const draftFromLink = (link: string) => call<AccountDraft>('draft_from_link', { link })
export const draftFromPicture = (bytes: Uint8Array) => callWithBytes<AccountDraft[]>('draft_from_picture', bytes)
export const addDraft = (draftId: string, issuer: string, account: string) =>
  call<AccountRow>('add_draft', { draftId, issuer, account })
export const discardDraft = (draftId: string) => call<null>('discard_draft', { draftId })
export const addAccount = (account: ManualAccount) => call<AccountRow>('add_account', { account })
export const renameAccount = (id: string, issuer: string, account: string) =>
  call<AccountRow>('rename_account', { id, issuer, account })
/** Moves an account to the trash. */
export const deleteAccount = (id: string) => call<null>('delete_account', { id })
/** Takes an account back out of the trash. */
export const restoreAccount = (id: string) => call<null>('restore_account', { id })
