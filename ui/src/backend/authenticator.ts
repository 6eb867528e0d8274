// The authenticator's accounts and codes. Secrets stay in Rust.

import { call, callWithBytes, hear } from './tauri'
import type { AccountDraft } from './generated/AccountDraft'
import type { AccountEdit } from './generated/AccountEdit'
import type { AccountRow } from './generated/AccountRow'
import type { AuthenticatorView } from './generated/AuthenticatorView'
import type { CodeRow } from './generated/CodeRow'
import type { ManualAccount } from './generated/ManualAccount'
import type { SystemClock } from './generated/SystemClock'
import type { TrashRow } from './generated/TrashRow'

export type { AccountDraft, AccountEdit, AccountRow, AuthenticatorView, CodeRow, ManualAccount, SystemClock, TrashRow }
export type { AccountKind } from './generated/AccountKind'
export type { HashAlgorithm } from './generated/HashAlgorithm'

export const authenticator = () => call<AuthenticatorView>('authenticator')
export const onAuthenticatorChanged = (heard: () => void) => hear<null>('authenticator-changed', heard)
/** The codes of these accounts, if they are time-based. */
export const codes = (ids: string[]) => call<CodeRow[]>('codes', { ids })
/** The next code of a counter-based account; the counter is saved first. */
export const nextHotpCode = (id: string) => call<CodeRow>('next_hotp_code', { id })
/** Copies a code. It is removed from the clipboard after 30 s, if it is still there. */
export const copyCode = (id: string, next: boolean) => call<null>('copy_code', { id, next })

export const addDraft = (draftId: string, issuer: string, account: string) =>
  call<AccountRow>('add_draft', { draftId, issuer, account })
export const discardDraft = (draftId: string) => call<null>('discard_draft', { draftId })
export const addAccount = (account: ManualAccount) => call<AccountRow>('add_account', { account })
export const editAccount = (id: string, edit: AccountEdit) => call<AccountRow>('edit_account', { id, edit })
export const accountPicture = (id: string) => call<string | null>('account_picture', { id })
export const setAccountPicture = (id: string, bytes: Uint8Array) => callWithBytes<null>('set_account_picture', bytes, { 'Proofup-Account': id })
export const clearAccountPicture = (id: string) => call<null>('clear_account_picture', { id })

export const pinAccounts = (ids: string[], pinned: boolean) => call<null>('pin_accounts', { ids, pinned })
export const tagAccounts = (ids: string[], add: string[], remove: string[]) => call<null>('tag_accounts', { ids, add, remove })
/** Renames a tag on all accounts, or removes it from all. */
export const renameTag = (from: string, to: string | null) => call<null>('rename_tag', { from, to })
/** Moves an account in the person's own order: before another one, or to the end. */
export const moveAccount = (id: string, before: string | null) => call<null>('move_account', { id, before })
/** Groups of accounts that make the same codes. */
export const duplicateAccounts = () => call<string[][]>('duplicate_accounts')

/** Moves accounts to the trash. */
export const deleteAccounts = (ids: string[]) => call<null>('delete_accounts', { ids })
/** Restores accounts from the trash. */
export const restoreAccounts = (ids: string[]) => call<null>('restore_accounts', { ids })
export const trash = () => call<TrashRow[]>('trash')
/** Erases accounts from the trash for good. */
export const eraseAccounts = (ids: string[]) => call<null>('erase_accounts', { ids })

/** The system's report about its clock. */
export const systemClock = () => call<SystemClock>('system_clock')
