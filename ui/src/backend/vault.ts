// The vault with the authenticator's accounts: opening it, its keys, its folder, its backups.

import { call, hear } from './tauri'
import type { BackupPreview } from './generated/BackupPreview'
import type { BackupRow } from './generated/BackupRow'
import type { RecoverySheet } from './generated/RecoverySheet'
import type { SheetAnswer } from './generated/SheetAnswer'
import type { VaultHealth } from './generated/VaultHealth'
import type { VaultView } from './generated/VaultView'

export type { BackupPreview, BackupRow, RecoverySheet, VaultHealth, VaultView }
export type { LockingSettings } from './generated/LockingSettings'
export type { PreviewedAccount } from './generated/PreviewedAccount'
export type { VaultNotice } from './generated/VaultNotice'

export const vault = () => call<VaultView>('vault')
/** Notices about it; does not ask the keyring. */
export const vaultHealth = () => call<VaultHealth>('vault_health')

export const unlockVault = (passphrase: string) => call<null>('unlock_vault', { passphrase })
export const unlockVaultWithSheet = (sheet: string) => call<null>('unlock_vault_with_sheet', { sheet })
export const createVault = (passphrase: string) => call<null>('create_vault', { passphrase })
/** Asks the keyring again. */
export const retryVault = () => call<null>('retry_vault')
export const lockVault = () => call<null>('lock_vault')
/** Reports activity; the vault locks after a time without any. */
export const noteUserActivity = () => call<null>('note_user_activity')

export const setVaultPassphrase = (passphrase: string) => call<null>('set_vault_passphrase', { passphrase })
export const removeVaultPassphrase = () => call<null>('remove_vault_passphrase')
export const keepVaultInKeyring = () => call<null>('keep_vault_in_keyring')
export const removeVaultFromKeyring = () => call<null>('remove_vault_from_keyring')
/** `passphrase` after the shell asked for it. */
export const recoverySheet = (passphrase: string | null) => call<SheetAnswer>('recovery_sheet', { passphrase })
/** The entered groups, in the order of the question. */
export const confirmRecoverySheet = (pieces: string[]) => call<null>('confirm_recovery_sheet', { pieces })
/** Opens the system's print dialog. */
export const printPage = () => call<null>('print_page')

/** The system's dialog; null if the person cancelled. */
export const chooseFolder = (title: string) => call<string | null>('choose_folder', { title })
export const moveVault = (folder: string) => call<null>('move_vault', { folder })
export const copyVault = (folder: string) => call<null>('copy_vault', { folder })
export const useVaultFolder = (folder: string) => call<null>('use_vault_folder', { folder })
export const cancelVaultMove = () => call<null>('cancel_vault_move')
/** Postpones the reminder by a month. */
export const putOffVaultCopy = () => call<null>('put_off_vault_copy')
/** Finished files, and all files. */
export const onVaultCopied = (heard: (progress: [number, number]) => void) => hear<[number, number]>('vault-copied', heard)

/** False if the newest backup has the same content. */
export const backUpVault = () => call<boolean>('back_up_vault')
export const vaultBackups = () => call<BackupRow[]>('vault_backups')
export const previewVaultBackup = (name: string) => call<BackupPreview>('preview_vault_backup', { name })
export const restoreVaultBackup = (name: string) => call<null>('restore_vault_backup', { name })

export const dismissVaultNotices = () => call<null>('dismiss_vault_notices')
export const quarantinedText = (id: string) => call<string>('quarantined_text', { id })
export const copyQuarantined = (id: string) => call<null>('copy_quarantined', { id })
export const deleteQuarantined = (id: string) => call<null>('delete_quarantined', { id })
