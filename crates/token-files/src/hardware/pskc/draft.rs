//! How the first drafts encrypt: an `EncryptionMethod` of the container names the cipher of all values, and with `PBE-` in
//! front of its name the key comes from a password.

use roxmltree::Node;
use sha1::Sha1;
use zeroize::Zeroizing;

use super::cipher::{Cipher, rounds};
use super::xml::{any, attribute, base64, short, text};
use crate::hardware::{FileKey, TokenListError};

/// The cipher of a container. Without one its values are in clear.
pub(super) struct Wrapping {
    pub(super) cipher: Option<Cipher>,
    /// What stands in front of every value, if it stands apart.
    pub(super) iv: Vec<u8>,
    derivation: Option<Derivation>,
}

struct Derivation {
    salt: Zeroizing<Vec<u8>>,
    rounds: u32,
    key_length: usize,
}

impl Wrapping {
    /// `None` for a container that says nothing of the kind.
    pub(super) fn of(container: Node<'_, '_>) -> Result<Option<Self>, TokenListError> {
        let Some(method) = any(container, "EncryptionMethod") else { return Ok(None) };
        let name = attribute(method, &["Algorithm", "algorithm"]).unwrap_or_default();
        if name.eq_ignore_ascii_case("NONE") {
            return Ok(Some(Self { cipher: None, iv: Vec::new(), derivation: None }));
        }
        let by_password = name.strip_prefix("PBE-");
        let of_cipher = by_password.unwrap_or(name);
        let unknown = || TokenListError::KeyMethod { method: short(name) };
        let cipher = Cipher::named(of_cipher).ok_or_else(unknown)?;
        let iv = text(any(method, "IV")).map(|iv| base64(iv).ok_or_else(unknown)).transpose()?;
        let iv = iv.map(|iv| iv.to_vec()).unwrap_or_default();
        let derivation = by_password.map(|_| Derivation::of(method, key_length(cipher))).transpose()?;
        Ok(Some(Self { cipher: Some(cipher), iv, derivation }))
    }

    /// The key, from what was given.
    pub(super) fn key(&self, given: &FileKey) -> Result<Option<Zeroizing<Vec<u8>>>, TokenListError> {
        match (&self.cipher, &self.derivation, given) {
            (None, ..) => Ok(None),
            (_, Some(derivation), FileKey::Password(password)) => Ok(Some(derivation.key(password))),
            (_, None, FileKey::PreShared(key)) => Ok(Some(key.clone())),
            (_, Some(_), FileKey::None) => Err(TokenListError::KeyNeeded { wants: "password" }),
            (_, None, FileKey::None) => Err(TokenListError::KeyNeeded { wants: "key" }),
            (_, Some(_), FileKey::PreShared(_)) => Err(TokenListError::OtherKeyNeeded { wants: "password" }),
            (_, None, FileKey::Password(_)) => Err(TokenListError::OtherKeyNeeded { wants: "key" }),
        }
    }
}

/// The drafts say `3DES112`, which has two keys of eight bytes.
const fn key_length(cipher: Cipher) -> usize {
    match cipher {
        Cipher::AesCbc(length) | Cipher::AesKeyWrap(length) => length,
        Cipher::TripleDesCbc => 16,
    }
}

impl Derivation {
    fn of(method: Node<'_, '_>, key_length: usize) -> Result<Self, TokenListError> {
        let missing = |field| TokenListError::Derivation { field };
        let salt = text(any(method, "PBESalt")).and_then(base64).filter(|salt| !salt.is_empty());
        let number = text(any(method, "PBEIterationCount")).and_then(|number| number.parse().ok());
        Ok(Self {
            salt: salt.ok_or_else(|| missing("Salt"))?,
            rounds: rounds(number.ok_or_else(|| missing("IterationCount"))?)?,
            key_length,
        })
    }

    fn key(&self, password: &str) -> Zeroizing<Vec<u8>> {
        let mut key = Zeroizing::new(vec![0; self.key_length]);
        pbkdf2::pbkdf2_hmac::<Sha1>(password.as_bytes(), &self.salt, self.rounds, &mut key);
        key
    }
}
