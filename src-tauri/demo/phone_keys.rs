//! The keys of the demo phone, in a file beside the database of the demo: the phone is still registered after a restart. Both are
//! gone after a reset.

use std::{
    fs, io,
    path::{Path, PathBuf},
};

use proofup_app::DeviceKey;
use serde::{Deserialize, Serialize};
use zeroize::Zeroizing;

/// The file of the keys.
#[derive(Debug, Clone)]
pub(super) struct PhoneKeys(PathBuf);

#[derive(Serialize, Deserialize)]
struct Kept {
    device_id: String,
    seed: [u8; 32],
}

impl PhoneKeys {
    /// In the folder of the demo's service.
    pub(super) fn in_folder(folder: &Path) -> Self {
        Self(folder.join("phone.keys"))
    }

    /// The devices with their keys. A file that cannot be read holds none: the phone can be set up again.
    pub(super) fn all(&self) -> Vec<(String, DeviceKey)> {
        self.read().into_iter().map(|kept| (kept.device_id, DeviceKey::from_seed(&Zeroizing::new(kept.seed)))).collect()
    }

    /// Keeps the key of a new device.
    pub(super) fn add(&self, device_id: &str, key: &DeviceKey) {
        let mut all = self.read();
        all.push(Kept { device_id: device_id.to_owned(), seed: *key.seed() });
        self.write(&all);
    }

    /// Forgets a device whose registration is gone.
    pub(super) fn remove(&self, device_id: &str) {
        let mut all = self.read();
        let before = all.len();
        all.retain(|kept| kept.device_id != device_id);
        if all.len() < before {
            self.write(&all);
        }
    }

    fn read(&self) -> Vec<Kept> {
        fs::read(&self.0).ok().and_then(|bytes| serde_json::from_slice(&Zeroizing::new(bytes)).ok()).unwrap_or_default()
    }

    /// Without its file the phone works until it is closed.
    fn write(&self, all: &[Kept]) {
        if let Err(error) = self.write_private(all) {
            tracing::warn!(%error, "the demo phone will have to be set up again after a restart");
        }
    }

    fn write_private(&self, all: &[Kept]) -> io::Result<()> {
        let bytes = Zeroizing::new(serde_json::to_vec(all)?);
        let mut options = fs::OpenOptions::new();
        options.write(true).create(true).truncate(true);
        #[cfg(unix)]
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
        io::Write::write_all(&mut options.open(&self.0)?, &bytes)
    }
}

#[cfg(test)]
mod tests {
    use proofup_app::DeviceKey;

    use super::PhoneKeys;

    #[test]
    fn a_key_is_there_until_its_registration_is_gone() {
        let folder = tempfile::tempdir().unwrap();
        let keys = PhoneKeys::in_folder(folder.path());
        assert!(keys.all().is_empty());
        keys.add("one", &DeviceKey::from_seed(&[1; 32]));
        keys.add("two", &DeviceKey::from_seed(&[2; 32]));
        keys.remove("one");
        let kept = PhoneKeys::in_folder(folder.path()).all();
        assert_eq!(kept.len(), 1);
        let (id, key) = kept.first().unwrap();
        assert_eq!((id.as_str(), *key.seed()), ("two", [2; 32]));
    }

    #[cfg(unix)]
    #[test]
    fn nobody_else_reads_the_file() {
        use std::os::unix::fs::PermissionsExt as _;
        let folder = tempfile::tempdir().unwrap();
        PhoneKeys::in_folder(folder.path()).add("one", &DeviceKey::from_seed(&[1; 32]));
        let mode = std::fs::metadata(folder.path().join("phone.keys")).unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o600);
    }
}
