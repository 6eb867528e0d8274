//! Saving: one function, one path. The file on the disk is replaced whole, or not at all.

use jiff::Timestamp;

use crate::{
    VaultConfig, VaultError, cipher,
    contents::Contents,
    disk::{self, FileDigest, Notes, Paths, VaultLock},
    key::VaultKey,
};

/// The steps of a save, in their order. Each is announced before it is taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SaveStep {
    /// The contents are encrypted and read back in memory.
    Encrypt,
    /// The temporary file is made.
    CreateTemporary,
    /// Half of it is written.
    WriteFirstHalf,
    /// The other half is written.
    WriteSecondHalf,
    /// It is made to survive a power cut.
    SyncTemporary,
    /// The file as it was becomes a backup.
    Backup,
    /// The temporary file takes the place of the old one: from here on the new content is there.
    Rename,
    /// The folder is made to survive a power cut.
    SyncFolder,
    /// Id and generation are noted beside the vault.
    Note,
}

impl SaveStep {
    /// All of them, in order.
    pub const ALL: [Self; 9] = [
        Self::Encrypt,
        Self::CreateTemporary,
        Self::WriteFirstHalf,
        Self::WriteSecondHalf,
        Self::SyncTemporary,
        Self::Backup,
        Self::Rename,
        Self::SyncFolder,
        Self::Note,
    ];
}

/// What becomes of the file that is replaced.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Former {
    /// A backup, at most one per hour.
    BackupHourly,
    /// A backup in any case: it holds what this save takes away.
    BackupAlways,
    /// It is damaged, and is kept beside the vault as `vault.damaged-<time>.age`.
    KeepDamaged,
}

/// Why a save failed, and what is on the disk now.
#[derive(Debug)]
pub(crate) struct SaveFailure {
    pub(crate) error: VaultError,
    /// Only the last flush of the folder failed: the new file, of this digest, is in place, but may not survive a
    /// power cut. In every other case the old one is.
    pub(crate) replaced: Option<FileDigest>,
}

impl<E: Into<VaultError>> From<E> for SaveFailure {
    fn from(error: E) -> Self {
        Self { error: error.into(), replaced: None }
    }
}

/// Saves `contents` as the next generation and returns the digest of the new file.
///
/// `loaded` is the digest of the file that the contents come from, `None` for a new vault; if the disk holds anything
/// else, it is not overwritten.
pub(crate) fn save(
    config: &VaultConfig,
    _lock: &VaultLock,
    key: &VaultKey,
    contents: &mut Contents,
    loaded: Option<FileDigest>,
    former: Former,
    now: Timestamp,
) -> Result<FileDigest, SaveFailure> {
    let paths = Paths::new(&config.dir);
    let vault = paths.vault()?;
    let on_disk = disk::read_if_there(&vault)?;
    if on_disk.as_deref().map(disk::digest) != loaded {
        return Err(VaultError::ChangedOnDisk.into());
    }
    contents.generation += 1;
    contents.saved_at = now;
    contents.uses_pending = false;
    (config.on_step)(SaveStep::Encrypt)?;
    let plain = contents.to_json()?;
    let sealed = cipher::seal(key, &plain)?;
    match cipher::open(key, &sealed) {
        Ok(again) if again == plain => {}
        _ => return Err(VaultError::VerificationFailed.into()),
    }
    let unique = || (config.new_id)().simple().to_string();
    let keep_former = || {
        if on_disk.is_none() {
            return Ok(());
        }
        (config.on_step)(SaveStep::Backup)?;
        match former {
            Former::BackupHourly => disk::keep_backup(&vault, &paths.backups(), now, false, &unique()),
            Former::BackupAlways => disk::keep_backup(&vault, &paths.backups(), now, true, &unique()),
            Former::KeepDamaged => disk::keep_damaged(&vault, now, &unique()),
        }
    };
    disk::replace(&vault, &sealed, &unique(), &*config.on_step, keep_former)?;
    let saved = disk::digest(&sealed);
    (config.on_step)(SaveStep::SyncFolder)
        .and_then(|()| disk::sync_folder(&vault))
        .map_err(|error| SaveFailure { error: error.into(), replaced: Some(saved) })?;
    note(config, key, contents);
    Ok(saved)
}

/// Notes what was saved. The vault is safe by then, so that failing costs a warning and nothing else.
fn note(config: &VaultConfig, key: &VaultKey, contents: &Contents) {
    let path = Paths::new(&config.dir).notes();
    let mut notes = Notes::load(&path);
    notes.key_id = Some(key.id().clone());
    notes.vault_id = Some(contents.vault_id);
    notes.generation = contents.generation;
    let noted =
        (config.on_step)(SaveStep::Note).and_then(|()| notes.save(&path, &(config.new_id)().simple().to_string()));
    if let Err(error) = noted {
        tracing::warn!(%error, "the vault was saved, but its generation could not be noted beside it");
    }
}
