// The vault: opened, locked, kept, moved, restored.

import { fault } from '../shell'
import type { Answers } from './answer'
import { QR } from './common'

const SHEET = {
  keyId: 'K7XQ2MFA',
  prefix: 'AGE-SECRET-KEY-1',
  groups: ['QQPZ', 'RY9X', '8GF2', 'TVDW', '0S3J', 'N54K', 'HCE6', 'MUA7', 'LQPZ', 'RY9X', '8GF2', 'TVDW', '0S3J', 'N54K', 'HC'],
  qrSvg: QR,
  made: new Date().toISOString(),
  asked: [3, 11],
}

export const vault: Answers = {
  unlock_vault: ({ passphrase }, world, emit) => {
    if (passphrase !== 'correct horse') throw fault('wrong_passphrase')
    world.status = { ...world.status, vault: { state: 'unlocked' } }
    emit('status', world.status)
  },
  create_vault: ({ passphrase }, world, emit) => {
    if (String(passphrase).length < 8) throw fault('passphrase_too_short')
    world.status = { ...world.status, vault: { state: 'unlocked' } }
    emit('status', world.status)
  },
  retry_vault: () => null,
  vault: (_, world) => ({ ...world.vault, keyStorage: world.status.vault.state === 'unlocked' ? world.vault.keyStorage : null }),
  vault_health: (_, world) => ({ notices: world.vaultNotices, keyringAlone: world.vault.keyStorage !== null && !world.vault.keyStorage.passphrase && world.vault.keyStorage.sheet === null, copyDue: world.copyDue, copied: world.vault.copied }),
  unlock_vault_with_sheet: ({ sheet }, world, emit) => {
    if (String(sheet).length < 58) throw fault('sheet_incomplete', { missing: 58 - String(sheet).length, group: null })
    world.status = { ...world.status, vault: { state: 'unlocked' } }
    emit('status', world.status)
  },
  note_user_activity: () => null,
  set_vault_passphrase: (_, world, emit) => {
    world.vault.keyStorage = world.vault.keyStorage && { ...world.vault.keyStorage, passphrase: true }
    emit('authenticator-changed')
  },
  remove_vault_passphrase: (_, world, emit) => {
    world.vault.keyStorage = world.vault.keyStorage && { ...world.vault.keyStorage, passphrase: false }
    emit('authenticator-changed')
  },
  keep_vault_in_keyring: (_, world) => {
    world.vault.keyStorage = world.vault.keyStorage && { ...world.vault.keyStorage, keyring: 'holds' }
  },
  remove_vault_from_keyring: (_, world) => {
    world.vault.keyStorage = world.vault.keyStorage && { ...world.vault.keyStorage, keyring: 'empty' }
  },
  recovery_sheet: ({ passphrase }, world) => {
    if (world.vault.keyStorage?.passphrase && passphrase === null) return { state: 'passphraseNeeded' }
    if (world.vault.keyStorage?.passphrase && passphrase !== 'correct horse') throw fault('wrong_passphrase')
    return { state: 'shown', sheet: SHEET }
  },
  confirm_recovery_sheet: ({ pieces }, world, emit) => {
    if (String(pieces) !== '8GF2,8GF2') throw fault('sheet_piece_wrong', { group: 3 })
    world.vault.keyStorage = world.vault.keyStorage && { ...world.vault.keyStorage, sheet: new Date().toISOString() }
    emit('authenticator-changed')
  },
  print_page: () => null,
  move_vault: ({ folder }, world) => {
    if (!String(folder).startsWith('/')) throw fault('folder_not_absolute')
    world.vault.folder = folder
  },
  choose_folder: () => '/media/stick/vault',
  copy_vault: (_, world, emit) => {
    world.copyDue = false
    world.vault.copied = new Date().toISOString()
    emit('authenticator-changed')
  },
  put_off_vault_copy: (_, world, emit) => {
    world.copyDue = false
    emit('authenticator-changed')
  },
  use_vault_folder: () => {
    throw fault('not_a_vault')
  },
  cancel_vault_move: () => null,
  preview_vault_backup: () => ({ accounts: [{ issuer: 'Contoso', account: 'ann@contoso.example' }], gone: [{ issuer: 'GitHub', account: 'ann' }] }),
  dismiss_vault_notices: (_, world, emit) => {
    world.vaultNotices = []
    emit('authenticator-changed')
  },
  quarantined_text: () => '{\n  "issuer": "Yandex"\n}',
  copy_quarantined: () => null,
  delete_quarantined: ({ id }, world, emit) => {
    world.authenticator.quarantined = world.authenticator.quarantined.filter((row) => row.id !== id)
    emit('authenticator-changed')
  },
  back_up_vault: (_, world) => {
    const now = new Date().toISOString()
    world.vault.newestBackup = { name: 'vault-now.age', made: now, saved: now, accounts: world.authenticator.accounts.length }
    return true
  },
  vault_backups: () => [
    { name: 'vault-20260312-094100Z.age', made: '2026-03-12T09:41:00Z', saved: '2026-03-12T09:41:00Z', accounts: 4 },
    { name: 'vault-20260301-094100Z.age', made: '2026-03-01T09:41:00Z', saved: '2026-03-01T09:41:00Z', accounts: null },
  ],
  restore_vault_backup: () => null,
  lock_vault: (_, world, emit) => {
    world.status = { ...world.status, vault: { state: 'locked', passphrase: true, keyring: false } }
    emit('status', world.status)
  },
}
