//! A backup on request.

use jiff::Timestamp;

use super::{State, Vault};
use crate::{
    VaultError,
    disk::{self, Disk},
};

impl Vault {
    /// Adds the present vault file to the backups. False if the newest backup is the same: a copy of it would only
    /// displace an older one.
    ///
    /// # Errors
    /// [`VaultError::Locked`], [`VaultError::ChangedOnDisk`], and those of the disk.
    pub fn back_up(&self, now: Timestamp) -> Result<bool, VaultError> {
        let state = self.state();
        let State::Open(open) = &*state else { return Err(self.why_closed()) };
        let lock = self.take_lock()?;
        let (paths, disk) = (lock.paths(), Disk::new(self.config.on_call.clone()));
        let vault = paths.vault()?;
        let digest_of = |path| Ok::<_, VaultError>(disk::read_if_there(path)?.as_deref().map(disk::digest));
        if digest_of(&vault)? != Some(open.loaded) {
            return Err(VaultError::ChangedOnDisk);
        }
        let folder = paths.backups();
        if let Some(newest) = disk::backup_names(&folder)?.first()
            && digest_of(&paths.backup(newest))? == Some(open.loaded)
        {
            return Ok(false);
        }
        let unique = (self.config.new_id)().simple().to_string();
        disk::keep_backup(&disk, &vault, &folder, now, true, &unique)?;
        disk.sync_folder_of(&folder.join("vault"))?;
        Ok(true)
    }
}
