//! Codes for errors of the vault, its file and its keyring.

use proofup_vault::{SheetFault, VaultError};

use super::{Coded, accounts};
use crate::view::{LocalFault, store_name};

pub(super) fn code(error: &VaultError) -> Coded {
    let coded = Coded::from(fault(error));
    match error {
        VaultError::Otp(error) => accounts::otp_code(error),
        VaultError::KeyMissing { asked, error } => {
            coded.with("asked", store_name(*asked)).with("detail", error.to_string())
        }
        VaultError::KeyOfAnotherVault { vault, key } => {
            coded.with("expected", vault.as_ref().map(ToString::to_string)).with("found", key.to_string())
        }
        VaultError::Damaged { backups } => coded.with("backups", backups.len()),
        VaultError::TooCostly { log_n } => coded.with("logN", *log_n),
        VaultError::Sheet(fault) => sheet_code(coded, fault),
        VaultError::SheetPieceWrong { group } => coded.with("group", *group),
        VaultError::NoSuchEntry { id } | VaultError::EntryExists { id } => coded.with("id", id.to_string()),
        VaultError::Keyring(_)
        | VaultError::DiskFull
        | VaultError::NoPermission
        | VaultError::VerificationFailed
        | VaultError::Io(_) => coded.with("detail", error.to_string()),
        VaultError::Locked
        | VaultError::PassphraseNeeded
        | VaultError::PassphraseEmpty
        | VaultError::NoPassphrase
        | VaultError::AlreadyThere
        | VaultError::SecondKeyCopyNeeded
        | VaultError::LastKeyCopy
        | VaultError::NotAVault
        | VaultError::FolderTaken
        | VaultError::Cancelled
        | VaultError::NotQuarantined
        | VaultError::WrongPassphrase
        | VaultError::KeyFileDamaged
        | VaultError::NewerVersion
        | VaultError::Busy
        | VaultError::ChangedOnDisk
        | VaultError::NoSuchBackup
        | VaultError::PictureTooLarge
        | VaultError::SealBroken => coded,
    }
}

pub(super) fn fault(error: &VaultError) -> LocalFault {
    match error {
        VaultError::Locked => LocalFault::VaultLocked,
        VaultError::PassphraseNeeded => LocalFault::VaultPassphraseNeeded,
        VaultError::PassphraseEmpty => LocalFault::PassphraseTooShort,
        VaultError::AlreadyThere => LocalFault::VaultAlreadyThere,
        VaultError::SecondKeyCopyNeeded => LocalFault::VaultSecondHomeNeeded,
        VaultError::LastKeyCopy => LocalFault::VaultLastHome,
        VaultError::NotAVault => LocalFault::NotAVault,
        VaultError::FolderTaken => LocalFault::FolderTaken,
        VaultError::Cancelled => LocalFault::MoveCancelled,
        VaultError::Sheet(SheetFault::Character { .. }) => LocalFault::SheetCharacter,
        VaultError::Sheet(SheetFault::TooShort { .. }) => LocalFault::SheetIncomplete,
        VaultError::Sheet(SheetFault::TooLong { .. }) => LocalFault::SheetTooLong,
        VaultError::Sheet(SheetFault::Mistyped { .. }) => LocalFault::SheetMistyped,
        VaultError::SheetPieceWrong { .. } => LocalFault::SheetPieceWrong,
        VaultError::NotQuarantined => LocalFault::QuarantinedGone,
        VaultError::KeyMissing { .. } | VaultError::NoPassphrase => LocalFault::VaultKeyMissing,
        VaultError::WrongPassphrase => LocalFault::WrongPassphrase,
        VaultError::KeyOfAnotherVault { .. } => LocalFault::KeyOfAnotherVault,
        VaultError::KeyFileDamaged => LocalFault::KeyFileDamaged,
        VaultError::Damaged { .. } | VaultError::SealBroken => LocalFault::VaultDamaged,
        VaultError::NewerVersion => LocalFault::VaultNewer,
        VaultError::TooCostly { .. } => LocalFault::VaultTooCostly,
        VaultError::Busy => LocalFault::VaultBusy,
        VaultError::ChangedOnDisk => LocalFault::VaultChangedOnDisk,
        VaultError::VerificationFailed | VaultError::DiskFull | VaultError::NoPermission | VaultError::Io(_) => {
            LocalFault::VaultNotSaved
        }
        VaultError::NoSuchBackup => LocalFault::BackupUnreadable,
        VaultError::NoSuchEntry { .. } => LocalFault::AccountGone,
        VaultError::EntryExists { .. } => LocalFault::AccountExists,
        VaultError::PictureTooLarge => LocalFault::IconTooLarge,
        // `code` gives it its own code; as a state of the vault it cannot occur.
        VaultError::Otp(_) => LocalFault::AppFault,
        VaultError::Keyring(_) => LocalFault::KeyringUnavailable,
    }
}

/// The wrong groups, if the checksum can locate them.
fn sheet_code(coded: Coded, fault: &SheetFault) -> Coded {
    match fault {
        SheetFault::Character { character, group } => {
            coded.with("character", character.to_string()).with("group", *group)
        }
        SheetFault::TooShort { missing, group } => coded.with("missing", *missing).with("group", *group),
        SheetFault::TooLong { extra, group } => coded.with("extra", *extra).with("group", *group),
        SheetFault::Mistyped { groups } => {
            let groups: Vec<String> = groups.iter().map(ToString::to_string).collect();
            coded.with("groups", groups.join(", "))
        }
    }
}
