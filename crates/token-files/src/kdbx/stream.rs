//! The inner stream: values that are marked as protected are encrypted once more, in the order of the document.

use chacha20::{
    ChaCha20,
    cipher::{KeyIvInit as _, StreamCipher as _},
};
use salsa20::{
    Salsa20,
    cipher::{KeyIvInit as _, StreamCipher as _},
};
use sha2::{Digest as _, Sha256, Sha512};
use zeroize::Zeroizing;

/// The number of Salsa20, the usual one in version 3.
const SALSA20: u32 = 2;
/// The number of ChaCha20, the usual one in version 4.
pub(crate) const CHACHA20: u32 = 3;
const SALSA20_NONCE: [u8; 8] = [0xE8, 0x30, 0x09, 0x4B, 0x97, 0x20, 0x5D, 0x2A];

/// A running stream.
pub(crate) enum InnerStream {
    Salsa20(Box<Salsa20>),
    ChaCha20(Box<ChaCha20>),
}

impl InnerStream {
    /// Begins a stream. `None` for a cipher that is not known.
    pub(crate) fn new(number: u32, key: &[u8]) -> Option<Self> {
        match number {
            SALSA20 => {
                let key: Zeroizing<[u8; 32]> = Zeroizing::new(Sha256::digest(key).into());
                Some(Self::Salsa20(Box::new(Salsa20::new((&*key).into(), &SALSA20_NONCE.into()))))
            }
            CHACHA20 => {
                let bytes: Zeroizing<[u8; 64]> = Zeroizing::new(Sha512::digest(key).into());
                ChaCha20::new_from_slices(&bytes[..32], &bytes[32..44]).ok().map(Box::new).map(Self::ChaCha20)
            }
            _ => None,
        }
    }

    /// Encrypts or decrypts the next value. False at the end of the stream, which is after 256 GiB.
    pub(crate) fn apply(&mut self, value: &mut [u8]) -> bool {
        match self {
            Self::Salsa20(stream) => stream.try_apply_keystream(value).is_ok(),
            Self::ChaCha20(stream) => stream.try_apply_keystream(value).is_ok(),
        }
    }
}
