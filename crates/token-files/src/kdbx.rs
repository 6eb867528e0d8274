//! The file format of `KeePass` databases, versions 3 and 4: what its reader and its writer share.
//!
//! The format is described at <https://keepass.info/help/kb/kdbx.html>. Everything in it is little-endian. docs/adr/0019 says why
//! the envelope is read here and not by a library.

mod keys;
mod stream;

pub(crate) use self::{
    keys::{BlockKeys, composite, master},
    stream::{CHACHA20, InnerStream},
};

/// The first bytes of a database of `KeePass` 2.
pub(crate) const SIGNATURE: [u8; 8] = [0x03, 0xD9, 0xA2, 0x9A, 0x67, 0xFB, 0x4B, 0xB5];

/// A number that the format names ciphers and key derivations by.
pub(crate) type Id = [u8; 16];

/// AES-256 in CBC mode.
pub(crate) const AES: Id = *b"\x31\xC1\xF2\xE6\xBF\x71\x43\x50\xBE\x58\x05\x21\x6A\xFC\x5A\xFF";
/// ChaCha20.
pub(crate) const CHACHA: Id = *b"\xD6\x03\x8A\x2B\x8B\x6F\x4C\xB5\xA5\x24\x33\x9A\x31\xDB\xB5\x9A";
/// Rounds of AES, as in version 3.
pub(crate) const AES_KDF: Id = *b"\xC9\xD9\xF3\x9A\x62\x8A\x44\x60\xBF\x74\x0D\x08\xC1\x8A\x4F\xEA";
/// The same in version 4.
pub(crate) const AES_KDF_4: Id = *b"\x7C\x02\xBB\x82\x79\xA7\x4A\xC0\x92\x7D\x11\x4A\x00\x64\x82\x38";
/// Argon2d.
pub(crate) const ARGON2D: Id = *b"\xEF\x63\x6D\xDF\x8C\x29\x44\x4B\x91\xF7\xA9\xA4\x03\xE3\x0A\x0C";
/// Argon2id.
pub(crate) const ARGON2ID: Id = *b"\x9E\x29\x8B\x19\x56\xDB\x47\x73\xB2\x3D\xFC\x3E\xC6\xF0\xA1\xE6";

/// The fields of the outer header.
pub(crate) mod field {
    /// The last one.
    pub(crate) const END: u8 = 0;
    /// The cipher of the contents.
    pub(crate) const CIPHER: u8 = 2;
    /// Whether the contents are compressed with gzip.
    pub(crate) const COMPRESSION: u8 = 3;
    /// Randomness of each save, which goes into every key.
    pub(crate) const MASTER_SEED: u8 = 4;
    /// Version 3: the key of the rounds of AES.
    pub(crate) const TRANSFORM_SEED: u8 = 5;
    /// Version 3: their number.
    pub(crate) const TRANSFORM_ROUNDS: u8 = 6;
    /// The IV or nonce of the cipher.
    pub(crate) const IV: u8 = 7;
    /// Version 3: the key of the inner stream.
    pub(crate) const STREAM_KEY: u8 = 8;
    /// Version 3: the first bytes of the contents, by which a wrong password shows.
    pub(crate) const START: u8 = 9;
    /// Version 3: the cipher of the inner stream.
    pub(crate) const STREAM: u8 = 10;
    /// Version 4: the key derivation and its costs.
    pub(crate) const KDF: u8 = 11;
}

/// The fields of the inner header, in front of the XML of version 4.
pub(crate) mod inner {
    /// The last one.
    pub(crate) const END: u8 = 0;
    /// The cipher of the inner stream.
    pub(crate) const STREAM: u8 = 1;
    /// The key of the inner stream.
    pub(crate) const STREAM_KEY: u8 = 2;
}
