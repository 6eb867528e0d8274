//! Randomness for keys, tokens, codes and ids: the system's source, and nothing beside it.

use data_encoding::BASE64URL_NOPAD;
use proofup_api::SecretText;
use rand::TryRng;
use rand::rngs::SysRng;
use zeroize::Zeroizing;

use crate::ServiceError;

/// The random source. It is passed in.
#[derive(Debug, Clone, Copy, Default)]
pub struct Random(());

impl Random {
    /// The operating system's generator.
    pub fn system() -> Self {
        Self(())
    }

    /// `N` random bytes.
    pub(crate) fn bytes<const N: usize>(self) -> Result<Zeroizing<[u8; N]>, ServiceError> {
        let mut bytes = Zeroizing::new([0_u8; N]);
        SysRng.try_fill_bytes(bytes.as_mut_slice()).map_err(|_| ServiceError::Random)?;
        Ok(bytes)
    }

    /// A bearer secret of 256 bits.
    pub(crate) fn token(self) -> Result<SecretText, ServiceError> {
        let bytes = self.bytes::<32>()?;
        Ok(SecretText::new(BASE64URL_NOPAD.encode(bytes.as_slice())))
    }

    /// Six decimal digits, all equally likely.
    pub(crate) fn six_digits(self) -> Result<SecretText, ServiceError> {
        // The largest multiple of a million below 2^32; numbers above it would favour small codes.
        const LIMIT: u32 = u32::MAX - u32::MAX % 1_000_000;
        loop {
            let number = u32::from_le_bytes(*self.bytes::<4>()?);
            if number < LIMIT {
                return Ok(SecretText::new(format!("{:06}", number % 1_000_000)));
            }
        }
    }

    /// Two decimal digits from 10 on, all equally likely.
    pub(crate) fn two_digits(self) -> Result<String, ServiceError> {
        loop {
            // Twice ninety; numbers above it would favour small ones.
            if let [number @ 0..180] = *self.bytes::<1>()? {
                return Ok((10 + number % 90).to_string());
            }
        }
    }

    /// An id that tells nothing about its row.
    pub(crate) fn id(self) -> String {
        uuid::Uuid::new_v4().simple().to_string()
    }
}
