//! Derives keys from passwords, with limits on the cost.

use argon2::{Algorithm, Argon2, Params, Version};
use sha1::Sha1;
use sha2::{Sha256, Sha512};
use zeroize::Zeroizing;

use super::{Format, ImportError, Opening};
use crate::limits;

/// All formats here use keys of 256 bits.
pub(super) type Key = Zeroizing<[u8; 32]>;

/// The hash inside PBKDF2.
#[derive(Clone, Copy)]
pub(super) enum Prf {
    Sha1,
    Sha256,
    Sha512,
}

/// The costs of Argon2id in a file.
pub(super) struct Argon2Cost {
    pub(super) kibibytes: u64,
    pub(super) passes: u64,
    pub(super) lanes: u64,
}

impl<'a> Opening<'a> {
    /// The password, which is required.
    pub(super) fn password(self, format: Format) -> Result<&'a str, ImportError> {
        self.password.ok_or(ImportError::PasswordNeeded { format })
    }

    fn check_memory(self, format: Format, bytes: u64) -> Result<(), ImportError> {
        match bytes {
            bytes if bytes > limits::DERIVATION_MEMORY => Err(ImportError::TooCostly { format }),
            bytes if bytes >= limits::MEMORY_TO_ASK_FOR && !self.much_memory => {
                Err(ImportError::MemoryToAskFor { format, bytes })
            }
            _ => Ok(()),
        }
    }

    /// PBKDF2 (RFC 8018).
    pub(super) fn pbkdf2(self, format: Format, prf: Prf, salt: &[u8], rounds: u64) -> Result<Key, ImportError> {
        let password = self.password(format)?.as_bytes();
        let rounds = u32::try_from(rounds).unwrap_or(u32::MAX);
        if rounds > limits::IMPORT_PBKDF2_ROUNDS {
            return Err(ImportError::TooCostly { format });
        }
        if rounds == 0 || salt.is_empty() {
            return Err(ImportError::Damaged { format });
        }
        let mut key = Key::default();
        match prf {
            Prf::Sha1 => pbkdf2::pbkdf2_hmac::<Sha1>(password, salt, rounds, &mut *key),
            Prf::Sha256 => pbkdf2::pbkdf2_hmac::<Sha256>(password, salt, rounds, &mut *key),
            Prf::Sha512 => pbkdf2::pbkdf2_hmac::<Sha512>(password, salt, rounds, &mut *key),
        }
        Ok(key)
    }

    /// scrypt (RFC 7914).
    pub(super) fn scrypt(self, format: Format, salt: &[u8], n: u64, r: u64, p: u64) -> Result<Key, ImportError> {
        let password = self.password(format)?.as_bytes();
        if n > limits::SCRYPT_N || r > limits::SCRYPT_R || p > limits::SCRYPT_P {
            return Err(ImportError::TooCostly { format });
        }
        // The limits above keep the product small.
        self.check_memory(format, 128 * n * r)?;
        let damaged = || ImportError::Damaged { format };
        if !n.is_power_of_two() || n < 2 || salt.is_empty() {
            return Err(damaged());
        }
        let narrow = |number: u64| u32::try_from(number).map_err(|_| damaged());
        let log_n = u8::try_from(n.ilog2()).map_err(|_| damaged())?;
        let params = scrypt::Params::new(log_n, narrow(r)?, narrow(p)?, 32).map_err(|_| damaged())?;
        let mut key = Key::default();
        scrypt::scrypt(password, salt, &params, &mut *key).map_err(|_| damaged())?;
        Ok(key)
    }

    /// Argon2id, version 1.3 (RFC 9106).
    pub(super) fn argon2id(self, format: Format, salt: &[u8], cost: &Argon2Cost) -> Result<Key, ImportError> {
        let password = self.password(format)?.as_bytes();
        self.argon2(format, (Algorithm::Argon2id, Version::V0x13), password, salt, cost)
    }

    /// Another kind of Argon2, of what a format makes of the password.
    pub(super) fn argon2(
        self,
        format: Format,
        (algorithm, version): (Algorithm, Version),
        secret: &[u8],
        salt: &[u8],
        cost: &Argon2Cost,
    ) -> Result<Key, ImportError> {
        let Argon2Cost { kibibytes, passes, lanes } = *cost;
        let too_costly = || ImportError::TooCostly { format };
        if passes > limits::ARGON2_PASSES || lanes > limits::ARGON2_LANES {
            return Err(too_costly());
        }
        let bytes = kibibytes.checked_mul(1024).ok_or_else(too_costly)?;
        self.check_memory(format, bytes)?;
        if bytes.saturating_mul(passes) > limits::ARGON2_WORK {
            return Err(too_costly());
        }
        let damaged = || ImportError::Damaged { format };
        let narrow = |number: u64| u32::try_from(number).map_err(|_| damaged());
        let params =
            Params::new(narrow(kibibytes)?, narrow(passes)?, narrow(lanes)?, Some(32)).map_err(|_| damaged())?;
        let mut key = Key::default();
        Argon2::new(algorithm, version, params).hash_password_into(secret, salt, &mut *key).map_err(|_| damaged())?;
        Ok(key)
    }
}
