//! The exit codes. Scripts rely on these numbers: never change one.

/// Everything else, such as a full disk.
pub(crate) const FAILED: u8 = 1;
/// No such account or backup, or no vault yet.
pub(crate) const NOT_FOUND: u8 = 3;
/// Several accounts match.
pub(crate) const AMBIGUOUS: u8 = 4;
/// No key is available, and there is no terminal to ask on.
pub(crate) const LOCKED: u8 = 5;
/// Not this vault's passphrase.
pub(crate) const WRONG_PASSPHRASE: u8 = 6;
/// The vault's file, its key's file or the keyring's item is damaged, or the key belongs to another vault.
pub(crate) const DAMAGED: u8 = 7;
/// Another program is saving, or has changed the vault in the meantime.
pub(crate) const BUSY: u8 = 8;
/// The input is not an account, or the vault already has it.
pub(crate) const REFUSED: u8 = 9;
/// Made by a newer Proofup.
pub(crate) const NEWER: u8 = 10;

/// The exit code of an error code.
pub(crate) fn number(code: &str) -> u8 {
    match code {
        "account_not_found" | "no_vault" | "account_gone" | "backup_unreadable" => NOT_FOUND,
        "account_ambiguous" => AMBIGUOUS,
        "nobody_to_ask"
        | "vault_locked"
        | "vault_passphrase_needed"
        | "vault_key_missing"
        | "keyring_unavailable"
        | "passphrase_unavailable"
        | "import_password_needed" => LOCKED,
        "wrong_passphrase" | "import_password_wrong" | "import_password_or_damaged" => WRONG_PASSPHRASE,
        "vault_damaged" | "import_damaged" | "import_cut_off" | "key_file_damaged" | "key_of_another_vault" => DAMAGED,
        "vault_busy" | "vault_changed_on_disk" => BUSY,
        "vault_newer" | "vault_too_costly" | "import_version_unsupported" => NEWER,
        "app_fault" | "vault_not_saved" | "not_written" | "service_unreachable" => FAILED,
        // All other codes concern an account, a link, a picture or a passphrase.
        _ => REFUSED,
    }
}

#[cfg(test)]
mod tests {
    use proofup_app::view::LocalFault;

    #[test]
    fn errors_of_the_vault_have_their_exit_codes() {
        let of = |fault: LocalFault| super::number(fault.as_str());
        assert_eq!(of(LocalFault::WrongPassphrase), 6);
        assert_eq!(of(LocalFault::VaultDamaged), 7);
        assert_eq!(of(LocalFault::VaultBusy), 8);
        assert_eq!(of(LocalFault::VaultNotSaved), 1);
        assert_eq!(of(LocalFault::AppFault), 1);
        assert_eq!(of(LocalFault::SecretNotBase32), 9);
    }
}
