//! Saves the vault: one function replaces the file whole, or not at all.

use jiff::Timestamp;

use crate::{
    VaultConfig, VaultError, cipher,
    contents::Contents,
    disk::{self, Disk, FileDigest, Notes, Paths, VaultLock},
    key::VaultKey,
};

/// What happens to the replaced file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Former {
    /// A backup, at most one per hour.
    BackupHourly,
    /// A backup in any case, because this save removes content.
    BackupAlways,
    /// It is damaged, and stays beside the vault as `vault.damaged-<time>.age`.
    KeepDamaged,
}

/// Why a save failed, and which file is on the disk.
#[derive(Debug)]
pub(crate) struct SaveFailure {
    pub(crate) error: VaultError,
    /// Only the last flush of the folder failed: the new file, with this digest, is in place, but may not survive a
    /// power cut. After every other error the old file is in place.
    pub(crate) replaced: Option<FileDigest>,
}

impl<E: Into<VaultError>> From<E> for SaveFailure {
    fn from(error: E) -> Self {
        Self { error: error.into(), replaced: None }
    }
}

/// Saves `contents` as the next generation and returns the digest of the new file.
///
/// `loaded` is the digest of the file that the contents come from, `None` for a new vault. A file with another digest
/// is not overwritten.
pub(crate) fn save(
    config: &VaultConfig,
    lock: &VaultLock,
    key: &VaultKey,
    contents: &mut Contents,
    loaded: Option<FileDigest>,
    former: Former,
    now: Timestamp,
) -> Result<FileDigest, SaveFailure> {
    let (paths, disk) = (lock.paths(), Disk::new(config.on_call.clone()));
    let vault = paths.vault()?;
    let on_disk = disk::read_if_there(&vault)?;
    if on_disk.as_deref().map(disk::digest) != loaded {
        return Err(VaultError::ChangedOnDisk.into());
    }
    contents.generation += 1;
    contents.saved_at = now;
    contents.uses_pending = false;
    let plain = contents.to_json()?;
    let sealed = cipher::seal(key, &plain)?;
    match cipher::open(key, &sealed) {
        Ok(again) if again == plain => {}
        _ => return Err(VaultError::VerificationFailed.into()),
    }
    let unique = || (config.new_id)().simple().to_string();
    let keep_former = || match (on_disk.is_some(), former) {
        (false, _) => Ok(()),
        (true, Former::BackupHourly) => disk::keep_backup(&disk, &vault, &paths.backups(), now, false, &unique()),
        (true, Former::BackupAlways) => disk::keep_backup(&disk, &vault, &paths.backups(), now, true, &unique()),
        (true, Former::KeepDamaged) => disk::keep_damaged(&disk, &vault, now, &unique()),
    };
    disk.put_in_place(&vault, &sealed, &unique(), keep_former)?;
    let saved = disk::digest(&sealed);
    disk.sync_folder_of(&vault).map_err(|error| SaveFailure { error: error.into(), replaced: Some(saved) })?;
    note(&disk, paths, key, contents, &unique());
    Ok(saved)
}

/// Notes the saved generation. The vault is saved by then, so a failure is only logged.
fn note(disk: &Disk, paths: &Paths, key: &VaultKey, contents: &Contents, unique: &str) {
    let path = paths.notes();
    let mut notes = Notes::load(&path);
    notes.key_id = Some(key.id().clone());
    notes.vault_id = Some(contents.vault_id);
    notes.generation = contents.generation;
    if !contents.entries.is_empty() {
        notes.copy_put_off.get_or_insert(contents.saved_at);
    }
    if let Err(error) = notes.save(disk, &path, unique) {
        tracing::warn!(%error, "the vault was saved, but its generation could not be noted beside it");
    }
}
