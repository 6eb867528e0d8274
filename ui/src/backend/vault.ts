// The vault that holds the authenticator's accounts.

import { call } from './door'
import type { BackupRow } from './generated/BackupRow'

export type { BackupRow }

export const unlockVault = (passphrase: string) => call<null>('unlock_vault', { passphrase })
export const createVault = (passphrase: string) => call<null>('create_vault', { passphrase })
/** Asks the keyring again. */
export const retryVault = () => call<null>('retry_vault')
export const vaultBackups = () => call<BackupRow[]>('vault_backups')
export const restoreVaultBackup = (name: string) => call<null>('restore_vault_backup', { name })
export const lockVault = () => call<null>('lock_vault')
