//! All parameters that make the codes of one account, validated once.

use totp_rs::{Builder, Totp};
use zeroize::Zeroizing;

use crate::{Algorithm, Code, OtpError, Secret, TimedCode, limits};

/// The moving factor of a code.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// The time, in steps of `period` seconds since 1970 (RFC 6238).
    Totp {
        /// Seconds a code lasts, 1 to 86 400.
        period: u64,
    },
    /// A counter (RFC 4226).
    Hotp {
        /// The counter of the next code, up to 2^63 - 1.
        counter: u64,
    },
    /// The time in steps of 30 seconds, written as five letters and digits.
    Steam,
}

/// Secret, kind, algorithm and digits of one account, all within their limits.
///
/// Printing it shows everything but the secret.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OtpParams {
    secret: Secret,
    kind: Kind,
    algorithm: Algorithm,
    digits: u8,
}

impl OtpParams {
    /// The only constructor. Its numbers are wide, and it refuses those out of range.
    ///
    /// # Errors
    /// [`OtpError::DigitsOutOfRange`], [`OtpError::PeriodOutOfRange`], [`OtpError::CounterOutOfRange`],
    /// [`OtpError::SteamNeedsSha1`].
    pub fn new(secret: Secret, kind: Kind, algorithm: Algorithm, digits: u64) -> Result<Self, OtpError> {
        let digits_allowed = match kind {
            Kind::Steam => limits::STEAM_DIGITS..=limits::STEAM_DIGITS,
            Kind::Totp { .. } | Kind::Hotp { .. } => 1..=limits::DIGITS,
        };
        let narrow_digits = u8::try_from(digits)
            .ok()
            .filter(|_| digits_allowed.contains(&digits))
            .ok_or(OtpError::DigitsOutOfRange { digits })?;
        match kind {
            Kind::Totp { period } if !(1..=limits::PERIOD_SECONDS).contains(&period) => {
                return Err(OtpError::PeriodOutOfRange { period });
            }
            Kind::Hotp { counter } if counter > limits::COUNTER => {
                return Err(OtpError::CounterOutOfRange { counter });
            }
            Kind::Steam if algorithm != Algorithm::Sha1 => return Err(OtpError::SteamNeedsSha1 { algorithm }),
            Kind::Totp { .. } | Kind::Hotp { .. } | Kind::Steam => {}
        }
        Ok(Self { secret, kind, algorithm, digits: narrow_digits })
    }

    /// The shared secret.
    #[must_use]
    pub const fn secret(&self) -> &Secret {
        &self.secret
    }

    /// What the codes are derived from.
    #[must_use]
    pub const fn kind(&self) -> Kind {
        self.kind
    }

    /// The hash.
    #[must_use]
    pub const fn algorithm(&self) -> Algorithm {
        self.algorithm
    }

    /// Characters of a code, 1 to 9.
    #[must_use]
    pub const fn digits(&self) -> u8 {
        self.digits
    }

    /// Seconds a code lasts; `None` for HOTP.
    #[must_use]
    pub const fn period(&self) -> Option<u64> {
        match self.kind {
            Kind::Totp { period } => Some(period),
            Kind::Steam => Some(limits::STEAM_PERIOD_SECONDS),
            Kind::Hotp { .. } => None,
        }
    }

    /// The step a moment lies in, in periods since 1970; `None` for HOTP.
    #[must_use]
    pub fn step_at(&self, unix_seconds: u64) -> Option<u64> {
        self.period().map(|period| unix_seconds / period)
    }

    /// The code of a moment; `None` for HOTP, whose codes have no time.
    #[must_use]
    pub fn code_at(&self, unix_seconds: u64) -> Option<TimedCode> {
        self.step_at(unix_seconds).and_then(|step| self.timed_code(step))
    }

    /// The code that follows the one of a moment; `None` for HOTP.
    #[must_use]
    pub fn code_after(&self, unix_seconds: u64) -> Option<TimedCode> {
        self.step_at(unix_seconds).and_then(|step| self.timed_code(step.saturating_add(1)))
    }

    /// The code at the account's own counter; `None` unless HOTP.
    ///
    /// Store [`OtpParams::with_next_counter`] **before** showing it: a code shown twice is refused by the service.
    #[must_use]
    pub fn hotp_code(&self) -> Option<Code> {
        match self.kind {
            Kind::Hotp { counter } => Some(self.code_for_step(counter)),
            Kind::Totp { .. } | Kind::Steam => None,
        }
    }

    /// The same account with the next counter.
    ///
    /// # Errors
    /// [`OtpError::NotHotp`]; [`OtpError::CounterOutOfRange`] after the last counter.
    pub fn with_next_counter(&self) -> Result<Self, OtpError> {
        match self.kind {
            Kind::Hotp { counter } => self.with_counter(counter.saturating_add(1)),
            Kind::Totp { .. } | Kind::Steam => Err(OtpError::NotHotp),
        }
    }

    /// The same HOTP account at another counter.
    ///
    /// # Errors
    /// [`OtpError::NotHotp`], [`OtpError::CounterOutOfRange`].
    pub fn with_counter(&self, counter: u64) -> Result<Self, OtpError> {
        match self.kind {
            Kind::Hotp { .. } => {
                Self::new(self.secret.clone(), Kind::Hotp { counter }, self.algorithm, u64::from(self.digits))
            }
            Kind::Totp { .. } | Kind::Steam => Err(OtpError::NotHotp),
        }
    }

    /// The code of one step (TOTP, Steam) or counter (HOTP): RFC 4226, section 5.3.
    #[must_use]
    pub fn code_for_step(&self, step: u64) -> Code {
        let mut text = Zeroizing::new(self.engine().generate(step).to_string());
        Code::new(std::mem::take(&mut *text))
    }

    fn timed_code(&self, step: u64) -> Option<TimedCode> {
        let period = self.period()?;
        let valid_from = step.saturating_mul(period);
        Some(TimedCode { code: self.code_for_step(step), valid_from, valid_until: valid_from.saturating_add(period) })
    }

    /// The library that computes the HMAC. It panics from ten digits on, divides by the period, and takes no secret for
    /// an empty one; the constructor excludes all three. Its own step is one second, so that the number passed to it is
    /// the step itself.
    fn engine(&self) -> Totp {
        let builder = Builder::new();
        let builder = match self.kind {
            Kind::Steam => builder.with_algorithm(totp_rs::Algorithm::Steam),
            Kind::Totp { .. } | Kind::Hotp { .. } => builder.with_algorithm(match self.algorithm {
                Algorithm::Sha1 => totp_rs::Algorithm::SHA1,
                Algorithm::Sha256 => totp_rs::Algorithm::SHA256,
                Algorithm::Sha512 => totp_rs::Algorithm::SHA512,
            }),
        };
        builder
            .with_step_duration(1)
            .with_digits(self.digits)
            .with_secret(totp_rs::Secret::new(self.secret.expose().into()))
            .build_noncompliant()
    }
}
