//! Randomness for keys, tokens, codes and ids: the system's source. A demonstration may have a seeded one instead.

#[cfg(feature = "demo")]
mod seeded;

use data_encoding::BASE64URL_NOPAD;
use proofup_api::SecretText;
use rand::TryRng;
use rand::rngs::SysRng;
use zeroize::Zeroizing;

use crate::ServiceError;

/// The random source. It is passed in.
#[derive(Debug, Clone, Copy, Default)]
pub struct Random(Source);

#[derive(Debug, Clone, Copy, Default)]
enum Source {
    #[default]
    System,
    /// The streams live as long as the process: a demonstration makes few, and copies share them.
    #[cfg(feature = "demo")]
    Seeded(&'static seeded::Streams),
}

/// What a value is for. A seeded source has a stream for each, so that requests that cross change no code.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Purpose {
    Secret,
    Code,
    Number,
    Id,
    Correlation,
    Token,
}

impl Random {
    /// The operating system's generator.
    pub fn system() -> Self {
        Self(Source::System)
    }

    /// The same values each time, for a demonstration that is repeated. Nobody may trust what it makes.
    #[cfg(feature = "demo")]
    pub fn seeded(seed: u64) -> Self {
        Self(Source::Seeded(Box::leak(Box::new(seeded::Streams::of(seed)))))
    }

    #[cfg_attr(not(feature = "demo"), expect(unused_variables, reason = "the system has one source for everything"))]
    fn fill(self, purpose: Purpose, bytes: &mut [u8]) -> Result<(), ServiceError> {
        match self.0 {
            Source::System => SysRng.try_fill_bytes(bytes).map_err(|_| ServiceError::Random),
            #[cfg(feature = "demo")]
            Source::Seeded(streams) => {
                streams.fill(purpose, bytes);
                Ok(())
            }
        }
    }

    fn bytes_for<const N: usize>(self, purpose: Purpose) -> Result<Zeroizing<[u8; N]>, ServiceError> {
        let mut bytes = Zeroizing::new([0_u8; N]);
        self.fill(purpose, bytes.as_mut_slice())?;
        Ok(bytes)
    }

    /// `N` random bytes.
    pub(crate) fn bytes<const N: usize>(self) -> Result<Zeroizing<[u8; N]>, ServiceError> {
        self.bytes_for(Purpose::Secret)
    }

    /// A bearer secret of 256 bits.
    pub(crate) fn token(self) -> Result<SecretText, ServiceError> {
        let bytes = self.bytes_for::<32>(Purpose::Token)?;
        Ok(SecretText::new(BASE64URL_NOPAD.encode(bytes.as_slice())))
    }

    /// Six decimal digits, all equally likely.
    pub(crate) fn six_digits(self) -> Result<SecretText, ServiceError> {
        // The largest multiple of a million below 2^32; numbers above it would favour small codes.
        const LIMIT: u32 = u32::MAX - u32::MAX % 1_000_000;
        loop {
            let number = u32::from_le_bytes(*self.bytes_for::<4>(Purpose::Code)?);
            if number < LIMIT {
                return Ok(SecretText::new(format!("{:06}", number % 1_000_000)));
            }
        }
    }

    /// Two decimal digits from 10 on, all equally likely.
    pub(crate) fn two_digits(self) -> Result<String, ServiceError> {
        loop {
            // Twice ninety; numbers above it would favour small ones.
            if let [number @ 0..180] = *self.bytes_for::<1>(Purpose::Number)? {
                return Ok((10 + number % 90).to_string());
            }
        }
    }

    /// An id that tells nothing about its row.
    pub(crate) fn id(self) -> String {
        self.uuid(Purpose::Id)
    }

    /// The id of a request. Every request has one, also those that change nothing.
    pub(crate) fn correlation_id(self) -> String {
        self.uuid(Purpose::Correlation)
    }

    #[cfg_attr(not(feature = "demo"), expect(unused_variables, reason = "the system has one source for everything"))]
    fn uuid(self, purpose: Purpose) -> String {
        let id = match self.0 {
            Source::System => uuid::Uuid::new_v4(),
            #[cfg(feature = "demo")]
            Source::Seeded(streams) => streams.uuid(purpose),
        };
        id.simple().to_string()
    }
}
