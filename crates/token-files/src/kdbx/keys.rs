//! From a password to the keys of a database.

use hmac::{Hmac, KeyInit as _, Mac as _};
use sha2::{Digest as _, Sha256, Sha512};
use zeroize::Zeroizing;

/// 256 bits.
pub(crate) type Key = Zeroizing<[u8; 32]>;

fn sha256(parts: &[&[u8]]) -> Key {
    let hash = parts.iter().fold(Sha256::new(), |hash, part| hash.chain_update(part));
    Zeroizing::new(hash.finalize().into())
}

/// What stands for the password: databases with a key file put its bytes behind it.
pub(crate) fn composite(password: &str) -> Key {
    sha256(&[&*sha256(&[password.as_bytes()])])
}

/// The key of the contents, from the derived key and the seed of this save.
pub(crate) fn master(seed: &[u8], derived: &[u8; 32]) -> Key {
    sha256(&[seed, derived])
}

/// The keys of the MACs of version 4: the header has one, and each block of the contents.
pub(crate) struct BlockKeys(Zeroizing<[u8; 64]>);

impl BlockKeys {
    pub(crate) fn of(seed: &[u8], derived: &[u8; 32]) -> Self {
        let hash = Sha512::new().chain_update(seed).chain_update(derived).chain_update([1]);
        Self(Zeroizing::new(hash.finalize().into()))
    }

    /// The MAC of the header.
    pub(crate) fn of_header(&self, header: &[u8]) -> Hmac<Sha256> {
        self.mac(u64::MAX).chain_update(header)
    }

    /// The MAC of a block.
    pub(crate) fn of_block(&self, number: u64, length: [u8; 4], block: &[u8]) -> Hmac<Sha256> {
        self.mac(number).chain_update(number.to_le_bytes()).chain_update(length).chain_update(block)
    }

    fn mac(&self, number: u64) -> Hmac<Sha256> {
        let key = Sha512::new().chain_update(number.to_le_bytes()).chain_update(*self.0);
        let key: Zeroizing<[u8; 64]> = Zeroizing::new(key.finalize().into());
        // One block of SHA-256 long, as this constructor takes it.
        Hmac::<Sha256>::new((&*key).into())
    }
}
