//! The identity that opens a vault, and its short id.

use std::{fmt, str::FromStr};

use age::x25519::Identity;
use data_encoding::{BASE32_NOPAD, BASE64};
use secrecy::{ExposeSecret, SecretString};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use zeroize::Zeroizing;

use crate::SecretStoreError;

const KEYRING_VERSION: &str = "v1";
const KEY_ID_SYMBOLS: usize = 8;

/// Eight base32 symbols: the first 40 bits of SHA-256("proofup key id" ‖ recipient).
///
/// It tells which key belongs to which vault, and reveals neither. The recipient itself stays secret, because a program
/// that knows it could replace the vault with one of its own.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct KeyId(String);

impl fmt::Display for KeyId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// The text is no key id.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not a key id")]
pub struct NotAKeyId;

impl TryFrom<String> for KeyId {
    type Error = NotAKeyId;

    fn try_from(text: String) -> Result<Self, NotAKeyId> {
        let symbols = text.bytes().all(|byte| matches!(byte, b'A'..=b'Z' | b'2'..=b'7'));
        if text.len() == KEY_ID_SYMBOLS && symbols { Ok(Self(text)) } else { Err(NotAKeyId) }
    }
}

impl FromStr for KeyId {
    type Err = NotAKeyId;

    fn from_str(text: &str) -> Result<Self, NotAKeyId> {
        Self::try_from(text.to_owned())
    }
}

impl From<KeyId> for String {
    fn from(id: KeyId) -> Self {
        id.0
    }
}

/// An identity with its id. age wipes it when it is dropped.
#[derive(Clone)]
pub(crate) struct VaultKey {
    identity: Identity,
    id: KeyId,
}

impl VaultKey {
    /// A new random identity. Called only where it is certain that there is no vault.
    pub(crate) fn generate() -> Self {
        Self::new(Identity::generate())
    }

    fn new(identity: Identity) -> Self {
        let mut hash = Sha256::new();
        hash.update(b"proofup key id");
        hash.update(identity.to_public().to_string().as_bytes());
        let mut id = BASE32_NOPAD.encode(&hash.finalize()[..KEY_ID_SYMBOLS * 5 / 8]);
        id.truncate(KEY_ID_SYMBOLS);
        Self { identity, id: KeyId(id) }
    }

    /// Reads `AGE-SECRET-KEY-1…`.
    pub(crate) fn from_text(text: &str) -> Option<Self> {
        text.trim().parse().ok().map(Self::new)
    }

    pub(crate) fn to_text(&self) -> SecretString {
        self.identity.to_string()
    }

    pub(crate) const fn identity(&self) -> &Identity {
        &self.identity
    }

    pub(crate) const fn id(&self) -> &KeyId {
        &self.id
    }

    /// One ASCII line, because some keyrings store only text and some lose values with a line break: `v1:ID:BASE64`.
    pub(crate) fn to_keyring_line(&self) -> SecretString {
        let key = Zeroizing::new(BASE64.encode(self.to_text().expose_secret().as_bytes()));
        SecretString::from(format!("{KEYRING_VERSION}:{}:{}", self.id, *key))
    }

    /// Reads the line of [`VaultKey::to_keyring_line`].
    pub(crate) fn from_keyring_line(line: &SecretString) -> Result<Self, SecretStoreError> {
        let mut parts = line.expose_secret().splitn(3, ':');
        let (Some(KEYRING_VERSION), Some(id), Some(key)) = (parts.next(), parts.next(), parts.next()) else {
            return Err(SecretStoreError::Damaged);
        };
        let text = Zeroizing::new(BASE64.decode(key.as_bytes()).map_err(|_| SecretStoreError::Damaged)?);
        let text = std::str::from_utf8(&text).map_err(|_| SecretStoreError::Damaged)?;
        // The id works as a checksum: a changed key has another id.
        Self::from_text(text).filter(|key| key.id.0 == id).ok_or(SecretStoreError::Damaged)
    }
}
