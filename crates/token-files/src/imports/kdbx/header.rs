//! The outer header: ciphers, seeds, and what the key derivation costs. It is read, and its costs are checked, before any work.

use aes::{
    Aes256,
    cipher::{BlockCipherEncrypt as _, KeyInit as _},
};
use argon2::{Algorithm, Version};
use sha2::{Digest as _, Sha256};
use zeroize::Zeroizing;

use super::{DAMAGED, FORMAT};
use crate::{
    imports::{
        ImportError, Opening,
        keys::{Argon2Cost, Key},
    },
    kdbx::{AES, AES_KDF, AES_KDF_4, ARGON2D, ARGON2ID, CHACHA, Id, composite, field},
    limits,
};

/// Signature and version.
const START: usize = 12;

/// Minor and major version.
pub(super) fn version(bytes: &[u8]) -> Option<(u16, u16)> {
    Some((
        u16::from_le_bytes(bytes.get(8..10)?.try_into().ok()?),
        u16::from_le_bytes(bytes.get(10..12)?.try_into().ok()?),
    ))
}

/// The fields by their numbers.
pub(super) struct Header<'a> {
    fields: Vec<(u8, &'a [u8])>,
    /// Where the header ends.
    pub(super) length: usize,
}

/// The cipher of the contents.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Cipher {
    Aes,
    ChaCha20,
}

impl<'a> Header<'a> {
    /// Reads fields whose lengths have so many bytes: two in version 3, four in version 4.
    pub(super) fn read(bytes: &'a [u8], length_bytes: usize) -> Result<Self, ImportError> {
        let mut fields = Vec::new();
        let mut rest = bytes.get(START..).ok_or(DAMAGED)?;
        loop {
            let (number, value, after) = next_field(rest, length_bytes).ok_or(DAMAGED)?;
            rest = after;
            if number == field::END {
                return Ok(Self { fields, length: bytes.len() - rest.len() });
            }
            // More numbers than the format has are no database.
            if fields.len() > 64 {
                return Err(DAMAGED);
            }
            fields.push((number, value));
        }
    }

    pub(super) fn get(&self, number: u8) -> Result<&'a [u8], ImportError> {
        self.fields.iter().find(|(found, _)| *found == number).map(|(_, value)| *value).ok_or(DAMAGED)
    }

    pub(super) fn number(&self, number: u8) -> Result<u32, ImportError> {
        Ok(u32::from_le_bytes(self.get(number)?.try_into().map_err(|_| DAMAGED)?))
    }

    pub(super) fn cipher(&self) -> Result<Cipher, ImportError> {
        match Id::try_from(self.get(field::CIPHER)?).map_err(|_| DAMAGED)? {
            AES => Ok(Cipher::Aes),
            CHACHA => Ok(Cipher::ChaCha20),
            // Twofish, and those of plugins.
            _ => Err(ImportError::VariantUnsupported { format: FORMAT, what: "cipher" }),
        }
    }

    pub(super) fn is_compressed(&self) -> Result<bool, ImportError> {
        match self.number(field::COMPRESSION)? {
            0 => Ok(false),
            1 => Ok(true),
            _ => Err(DAMAGED),
        }
    }

    /// The derived key of version 3.
    pub(super) fn derive_3(&self, opening: Opening<'_>) -> Result<Key, ImportError> {
        let rounds = self.get(field::TRANSFORM_ROUNDS)?.try_into().map_err(|_| DAMAGED)?;
        rounds_of_aes(opening, self.get(field::TRANSFORM_SEED)?, u64::from_le_bytes(rounds))
    }

    /// The derived key of version 4.
    pub(super) fn derive_4(&self, opening: Opening<'_>) -> Result<Key, ImportError> {
        let values = Dictionary::read(self.get(field::KDF)?)?;
        let salt = values.get("S")?;
        let algorithm = match Id::try_from(values.get("$UUID")?).map_err(|_| DAMAGED)? {
            AES_KDF | AES_KDF_4 => return rounds_of_aes(opening, salt, values.number("R")?),
            ARGON2D => Algorithm::Argon2d,
            ARGON2ID => Algorithm::Argon2id,
            _ => return Err(ImportError::VariantUnsupported { format: FORMAT, what: "cipher" }),
        };
        let version = match values.number("V")? {
            0x10 => Version::V0x10,
            0x13 => Version::V0x13,
            _ => return Err(DAMAGED),
        };
        let cost = Argon2Cost {
            kibibytes: values.number("M")? / 1024,
            passes: values.number("I")?,
            lanes: values.number("P")?,
        };
        let composite = composite(opening.password(FORMAT)?);
        opening.argon2(FORMAT, (algorithm, version), &*composite, salt, &cost)
    }
}

fn next_field(bytes: &[u8], length_bytes: usize) -> Option<(u8, &[u8], &[u8])> {
    let (number, rest) = bytes.split_first()?;
    let (length, rest) = rest.split_at_checked(length_bytes)?;
    let length = length.iter().rev().fold(0_usize, |length, byte| length << 8 | usize::from(*byte));
    let (value, rest) = rest.split_at_checked(length)?;
    Some((*number, value, rest))
}

/// Encrypts the password's hash over and over.
fn rounds_of_aes(opening: Opening<'_>, seed: &[u8], rounds: u64) -> Result<Key, ImportError> {
    let composite = composite(opening.password(FORMAT)?);
    if rounds > limits::AES_KDF_ROUNDS {
        return Err(ImportError::TooCostly { format: FORMAT });
    }
    let cipher = Aes256::new_from_slice(seed).map_err(|_| DAMAGED)?;
    let (halves, _) = composite.as_chunks::<16>();
    let mut blocks = [halves[0].into(), halves[1].into()];
    for _ in 0..rounds {
        cipher.encrypt_blocks(&mut blocks);
    }
    let mut both = Zeroizing::new([0; 32]);
    both[..16].copy_from_slice(&blocks[0]);
    both[16..].copy_from_slice(&blocks[1]);
    Ok(Zeroizing::new(Sha256::digest(*both).into()))
}

/// Named values of the key derivation.
struct Dictionary<'a>(Vec<(&'a [u8], &'a [u8])>);

impl<'a> Dictionary<'a> {
    fn read(bytes: &'a [u8]) -> Result<Self, ImportError> {
        let (version, mut rest) = bytes.split_first_chunk().ok_or(DAMAGED)?;
        if u16::from_le_bytes(*version) >> 8 != 1 {
            return Err(DAMAGED);
        }
        let mut values = Vec::new();
        // A byte for the type, the name and the value, each behind its length.
        while let Some((1.., after)) = rest.split_first() {
            let (name, after) = sized(after).ok_or(DAMAGED)?;
            let (value, after) = sized(after).ok_or(DAMAGED)?;
            values.push((name, value));
            rest = after;
        }
        Ok(Self(values))
    }

    fn get(&self, name: &str) -> Result<&'a [u8], ImportError> {
        self.0.iter().find(|(found, _)| *found == name.as_bytes()).map(|(_, value)| *value).ok_or(DAMAGED)
    }

    /// A number of four or eight bytes.
    fn number(&self, name: &str) -> Result<u64, ImportError> {
        let bytes = self.get(name)?;
        match bytes.len() {
            4 | 8 => Ok(bytes.iter().rev().fold(0, |number, byte| number << 8 | u64::from(*byte))),
            _ => Err(DAMAGED),
        }
    }
}

fn sized(bytes: &[u8]) -> Option<(&[u8], &[u8])> {
    let (length, rest) = bytes.split_first_chunk()?;
    rest.split_at_checked(usize::try_from(u32::from_le_bytes(*length)).ok()?)
}
