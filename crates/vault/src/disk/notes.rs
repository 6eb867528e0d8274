//! Notes beside the vault. None is secret, and none is needed to open the vault.

use std::{fs, io, path::Path};

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::{Disk, digest};
use crate::KeyId;

/// Notes that distinguish a wrong key from a damaged file, and an older file from the last saved one.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub(crate) struct Notes {
    /// The key that opens the vault.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) key_id: Option<KeyId>,
    /// The vault that was saved last.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) vault_id: Option<Uuid>,
    /// Its generation.
    pub(crate) generation: u64,
    /// SHA-256 of the passphrase file as written, in hex. Two while a new one replaces the old one.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(crate) key_file_digests: Vec<String>,
    /// When the person confirmed the recovery sheet of this key.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) sheet_kept: Option<Timestamp>,
    /// When the vault was last copied to another place.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) copied: Option<Timestamp>,
    /// The start of the month after which a copy is due: the first save of an account, or the moment the person
    /// postponed the reminder.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) copy_put_off: Option<Timestamp>,
}

impl Notes {
    /// Missing or unreadable notes count as empty.
    pub(crate) fn load(path: &Path) -> Self {
        fs::read(path).ok().and_then(|bytes| serde_json::from_slice(&bytes).ok()).unwrap_or_default()
    }

    pub(crate) fn save(&self, disk: &Disk, path: &Path, unique: &str) -> io::Result<()> {
        let mut bytes = serde_json::to_vec_pretty(self).map_err(io::Error::other)?;
        bytes.push(b'\n');
        disk.replace(path, &bytes, unique)
    }

    /// Whether a passphrase file is unchanged. `None` if its digest was never noted.
    pub(crate) fn knows_key_file(&self, bytes: &[u8]) -> Option<bool> {
        (!self.key_file_digests.is_empty()).then(|| self.key_file_digests.contains(&key_file_digest(bytes)))
    }
}

pub(crate) fn key_file_digest(bytes: &[u8]) -> String {
    data_encoding::HEXLOWER.encode(&digest(bytes))
}
