// The vault, its key and its folder.

export const vault = {
  vault_locked: {
    title: 'The authenticator is locked',
    next: 'Unlock it on the Authenticator page.',
  },
  vault_passphrase_needed: {
    title: 'Choose a passphrase first',
    next: 'This computer has no keyring. Set a passphrase on the Authenticator page.',
  },
  vault_key_missing: {
    title: "The key to your accounts wasn't found",
    detail: 'Looked in: {{asked}}.',
    next: 'Unlock your system keyring, then try again. Nothing was deleted.',
  },
  wrong_passphrase: {
    title: 'Wrong passphrase',
    next: 'Try again.',
  },
  passphrase_too_short: {
    title: 'The passphrase is too short',
    next: 'Use at least 8 characters.',
  },
  key_of_another_vault: {
    title: 'This key belongs to another vault',
    detail: 'Expected {{expected}}, found {{found}}.',
    next: 'Restore the data folder that goes with this key, or use the right keyring. Nothing was changed.',
  },
  vault_damaged: {
    title: 'Your vault file is damaged',
    next: 'Restore a backup. Proofup keeps the damaged file.',
  },
  vault_newer: {
    title: 'Your accounts were saved by a newer version of Proofup',
    next: 'Update this app, then try again. Nothing was changed.',
  },
  vault_too_costly: {
    title: 'Opening this file would take too long',
    next: 'It was encrypted with unusually slow settings. Restore a backup, or contact your help desk.',
  },
  vault_busy: {
    title: 'Another program is saving your accounts',
    next: 'Wait a moment, then try again.',
  },
  vault_changed_on_disk: {
    title: 'Another program changed your accounts',
    next: 'Open the Authenticator page again, then make the change once more. Nothing was overwritten.',
  },
  vault_not_saved: {
    title: "Your accounts can't be saved",
    detail: 'The system says: {{detail}}.',
    next: 'Check that the disk has free space and is writable. Nothing was lost.',
  },
  backup_unreadable: {
    title: "This backup can't be read",
    next: 'Choose another backup.',
  },
  vault_second_home_needed: {
    title: 'Keep a second key first',
    next: 'If the keyring of your system is lost, the accounts are lost with it. Print a recovery sheet or set a passphrase under Settings, Vault; then add the account.',
  },
  vault_last_home: {
    title: 'Set up another way to unlock first',
    next: 'Confirm a recovery sheet or set a passphrase. Then you can remove this one.',
  },
  not_a_vault: {
    title: 'This folder has no vault',
    next: 'Choose the folder that contains vault.age. Nothing was changed.',
  },
  folder_taken: {
    title: 'This folder already has a vault',
    next: 'Choose another folder. Proofup never overwrites a vault.',
  },
  move_cancelled: {
    title: 'Cancelled',
    next: 'The vault is still where it was. Nothing was changed.',
  },
  sheet_character: {
    title: 'A recovery sheet has no such character',
    detail: 'Check group {{group}}: {{character}}',
    next: 'A recovery sheet has only letters and digits. Compare this group with the paper.',
  },
  sheet_incomplete: {
    title: 'Part of the recovery sheet is missing',
    detail: 'Check group {{group}}.',
    next: 'Type all fifteen groups. Characters missing: {{missing}}.',
  },
  sheet_too_long: {
    title: 'Too many characters',
    detail: 'Check group {{group}}.',
    next: 'Compare it with the paper. Extra characters: {{extra}}.',
  },
  sheet_mistyped: {
    title: 'A character is mistyped',
    detail: 'Check group {{groups}}.',
    next: 'Compare it with the paper, character by character.',
  },
  sheet_piece_wrong: {
    title: "This doesn't match the recovery sheet",
    detail: 'Check group {{group}}.',
    next: 'Check the printed sheet, or print it again.',
  },
  quarantined_gone: {
    title: 'This entry is no longer there',
    next: 'Open the Authenticator page again to see the current list.',
  },
  folder_not_absolute: {
    title: 'Enter the full path of the folder',
    next: 'It starts with a drive or a slash, for example /home/ann/Documents/Vault.',
  },
  folder_not_text: {
    title: "This folder name can't be used",
    next: "It contains characters that aren't text. Rename the folder, or choose another one.",
  },
  vault_folder_missing: {
    title: 'The vault folder is missing',
    next: 'Connect the USB stick or drive that holds it, then try again. No new vault was created. If you moved the vault, choose its folder under Settings, Vault.',
  },
  keyring_unavailable: {
    title: "The keyring isn't responding",
    detail: 'The system says: {{detail}}.',
    next: 'Start or unlock your system keyring, then try again.',
  },
  vault_already_there: {
    title: 'There are already accounts here',
    next: 'Unlock them with their passphrase. Nothing was overwritten.',
  },
  passphrase_unavailable: {
    title: "The passphrase can't be read",
    detail: 'The system says: {{detail}}.',
    next: 'Check the file or command that is configured for it, then try again.',
  },
  key_file_damaged: {
    title: 'The key file for your accounts is damaged',
    next: 'Restore the data folder from a computer backup, or unlock the keyring and try again. Nothing was deleted.',
  },
  code_not_shown: {
    title: 'This code is no longer shown',
    next: 'Copy the code that is shown now.',
  },
}
