//! `devices.json`: the registrations of this computer as a device. The keyring stores the keys; without a keyring they
//! are sealed to the vault's key, and without a vault they cannot be stored.

use std::{
    fs, io,
    path::{Path, PathBuf},
    sync::Arc,
};

use data_encoding::BASE64;
use proofup_client::DeviceKey;
use proofup_vault::{SecretStore, SecretStoreError, StoreKind, Vault, replace_file};
use secrecy::{ExposeSecret, SecretString};
use serde::{Deserialize, Serialize};
use zeroize::Zeroizing;

use crate::AppError;

/// A registration of this computer. Nothing secret is in it in clear.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct StoredRegistration {
    /// Its id at the service.
    pub(crate) id: String,
    /// The name of the service in this app.
    pub(crate) service: String,
    pub(crate) address: String,
    pub(crate) issuer: String,
    pub(crate) account: String,
    pub(crate) key: StoredKey,
}

/// The place of a key.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", tag = "in")]
pub(crate) enum StoredKey {
    /// In the keyring, under this name.
    Keyring { item: String },
    /// In this file, sealed to the vault's key.
    Vault { sealed: String },
}

/// Reads the file. Blocks. A damaged file counts as empty: registrations can be made again, and the app must start.
pub(super) fn read(folder: &Path) -> Vec<StoredRegistration> {
    let Ok(bytes) = fs::read(path(folder)) else { return Vec::new() };
    serde_json::from_slice(&bytes).unwrap_or_else(|error| {
        tracing::warn!(%error, "the list of this computer's registrations is damaged");
        Vec::new()
    })
}

/// Writes the file whole. Blocks.
pub(super) fn write(folder: &Path, devices: &[StoredRegistration], unique: &str) -> io::Result<()> {
    fs::create_dir_all(folder)?;
    replace_file(&path(folder), &serde_json::to_vec_pretty(devices)?, unique)
}

/// Stores a key before it is used. Blocks.
pub(super) fn keep_key(
    store: &Arc<dyn SecretStore>,
    vault: &Vault,
    key: &DeviceKey,
    name: &str,
) -> Result<StoredKey, AppError> {
    if store.describe() != StoreKind::SwitchedOff {
        let item = format!("device-key-{name}");
        let line = SecretString::from(BASE64.encode(key.seed().as_slice()));
        match store.set(&item, &line) {
            Ok(()) => return Ok(StoredKey::Keyring { item }),
            Err(error) => {
                tracing::warn!(%error, "the keyring did not store the device's key; it is sealed to the vault instead")
            }
        }
    }
    match vault.seal(key.seed().as_slice()) {
        Ok(sealed) => Ok(StoredKey::Vault { sealed: BASE64.encode(&sealed) }),
        Err(error) => {
            tracing::warn!(%error, "the device's key cannot be stored");
            Err(AppError::DeviceKeyUnavailable)
        }
    }
}

/// Reads a key. Blocks while the keyring answers.
pub(super) fn read_key(store: &Arc<dyn SecretStore>, vault: &Vault, kept: &StoredKey) -> Result<DeviceKey, AppError> {
    let seed: Option<Zeroizing<Vec<u8>>> = match kept {
        StoredKey::Keyring { item } => match store.get(item) {
            Ok(line) => BASE64.decode(line.expose_secret().as_bytes()).ok().map(Zeroizing::new),
            Err(error) => {
                tracing::warn!(%error, "the keyring did not return the device's key");
                None
            }
        },
        StoredKey::Vault { sealed } => {
            BASE64.decode(sealed.as_bytes()).ok().and_then(|sealed| vault.unseal(&sealed).ok())
        }
    };
    let seed = seed.and_then(|seed| <[u8; 32]>::try_from(seed.as_slice()).ok()).map(Zeroizing::new);
    seed.map(|seed| DeviceKey::from_seed(&seed)).ok_or(AppError::DeviceKeyUnavailable)
}

/// Removes a key. Blocks. A key that cannot be removed is worthless without its registration.
pub(super) fn forget_key(store: &Arc<dyn SecretStore>, kept: &StoredKey) {
    if let StoredKey::Keyring { item } = kept {
        match store.delete(item) {
            Ok(()) | Err(SecretStoreError::NoEntry) => {}
            Err(error) => tracing::warn!(%error, "the device's key was not removed from the keyring"),
        }
    }
}

fn path(folder: &Path) -> PathBuf {
    folder.join("devices.json")
}

#[cfg(test)]
mod tests {
    use super::{StoredKey, StoredRegistration, read, write};

    #[test]
    fn registrations_are_read_as_they_were_written() {
        let folder = tempfile::tempdir().unwrap();
        let folder = folder.path().join("new");
        let device = |key| StoredRegistration {
            id: "d1".into(),
            service: "embedded".into(),
            address: "http://127.0.0.1:1".into(),
            issuer: "Contoso".into(),
            account: "ann@contoso.example".into(),
            key,
        };
        let both = [
            device(StoredKey::Keyring { item: "device-key-1".into() }),
            device(StoredKey::Vault { sealed: "YWdl".into() }),
        ];
        assert_eq!(read(&folder), []);
        write(&folder, &both, "1").unwrap();
        assert_eq!(read(&folder), both);
        std::fs::write(folder.join("devices.json"), b"[{\"id\":").unwrap();
        assert_eq!(read(&folder), [], "a damaged list counts as empty");
    }
}
