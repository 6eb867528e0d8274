//! An account as it is in the file, before validation.

use proofup_otp::{Algorithm, Base32Secret, Kind, OtpParams, Secret, check_name, limits as otp_limits};

use super::{EntryFault, ImportWarning, ImportedAccount, json::Json};
use crate::{OtpAuth, TokenFileError, otpauth};

/// The kind of codes, by the names that files use.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum FoundKind {
    #[default]
    Totp,
    Hotp,
    Steam,
}

impl FoundKind {
    /// `totp`, `HOTP`, `Steam` in any case; a missing name means TOTP.
    pub(super) fn named(name: Option<&str>) -> Result<Self, EntryFault> {
        match name.unwrap_or("totp").to_ascii_lowercase().as_str() {
            "totp" => Ok(Self::Totp),
            "hotp" => Ok(Self::Hotp),
            "steam" => Ok(Self::Steam),
            "motp" => Err(TokenFileError::MobileOtp.into()),
            "yandex" | "yaotp" => Err(TokenFileError::Yandex.into()),
            other => Err(TokenFileError::UnknownType { kind: otpauth::shortened(other) }.into()),
        }
    }
}

/// The fields of one entry. A missing field has the default of the format.
#[derive(Default)]
pub(super) struct Found {
    pub(super) issuer: String,
    pub(super) account: String,
    pub(super) secret: Option<Secret>,
    pub(super) kind: FoundKind,
    pub(super) algorithm: Algorithm,
    pub(super) digits: Option<u64>,
    pub(super) period: Option<u64>,
    pub(super) counter: Option<u64>,
    pub(super) note: String,
    pub(super) tags: Vec<String>,
    pub(super) pinned: bool,
    pub(super) trashed: bool,
    pub(super) warnings: Vec<ImportWarning>,
    /// An error while reading the fields; the name is known nevertheless.
    pub(super) fault: Option<EntryFault>,
}

impl Found {
    /// An entry with these names.
    pub(super) fn named(issuer: &str, account: &str) -> Self {
        Self { issuer: proofup_text::name(issuer), account: proofup_text::name(account), ..Self::default() }
    }

    /// Its name, for messages.
    pub(super) fn name(&self) -> String {
        [self.issuer.as_str(), self.account.as_str()]
            .into_iter()
            .filter(|name| !name.is_empty())
            .collect::<Vec<_>>()
            .join(" ")
    }

    /// Reads the fields that may be wrong. The error keeps the name.
    pub(super) fn judged(mut self, read: impl FnOnce(&mut Self) -> Result<(), EntryFault>) -> Self {
        self.fault = read(&mut self).err();
        self
    }

    /// An entry that cannot be read any further.
    pub(super) fn damaged(self) -> Self {
        Self { fault: Some(EntryFault::Damaged), ..self }
    }

    /// Takes a secret in base32.
    pub(super) fn base32(&mut self, text: Option<&str>) -> Result<(), EntryFault> {
        let parsed = Base32Secret::parse(text.ok_or(TokenFileError::SecretMissing)?)?;
        if parsed.odd_length {
            self.warnings.push(ImportWarning::SecretLengthOdd);
        }
        self.secret = Some(parsed.secret);
        Ok(())
    }

    /// Sets the secret from bytes.
    pub(super) fn bytes(&mut self, bytes: Vec<u8>) -> Result<(), EntryFault> {
        self.secret = Some(Secret::from_bytes(bytes)?);
        Ok(())
    }

    /// Reads digits, period and counter from members with these names.
    pub(super) fn numbers(&mut self, of: &Json) -> Result<(), EntryFault> {
        self.digits = of.number("digits")?;
        self.period = of.number("period")?;
        self.counter = of.number("counter")?;
        Ok(())
    }

    /// Sets the algorithm by its name; none means SHA1.
    pub(super) fn algorithm(&mut self, name: Option<&str>) -> Result<(), EntryFault> {
        if let Some(name) = name.filter(|name| !name.is_empty()) {
            self.algorithm = otpauth::parse_algorithm(name)?;
        }
        Ok(())
    }

    /// Validates it.
    pub(super) fn check(mut self) -> Result<ImportedAccount, EntryFault> {
        if let Some(fault) = self.fault {
            return Err(fault);
        }
        check_name(&self.issuer)?;
        check_name(&self.account)?;
        let secret = self.secret.take().ok_or(TokenFileError::SecretMissing)?;
        let kind = match self.kind {
            FoundKind::Totp => Kind::Totp { period: self.period.unwrap_or(30) },
            FoundKind::Steam => Kind::Steam,
            FoundKind::Hotp => Kind::Hotp {
                counter: self.counter.unwrap_or_else(|| {
                    self.warnings.push(ImportWarning::CounterMissing);
                    0
                }),
            },
        };
        let digits = match kind {
            // Some apps write six here, but show five.
            Kind::Steam => otp_limits::STEAM_DIGITS,
            Kind::Totp { .. } | Kind::Hotp { .. } => self.digits.unwrap_or(6),
        };
        let algorithm = if kind == Kind::Steam { Algorithm::Sha1 } else { self.algorithm };
        let params = OtpParams::new(secret, kind, algorithm, digits)?;
        let note = self.note.trim().to_owned();
        let tags = self.tags.iter().map(|tag| proofup_text::name(tag)).filter(|tag| !tag.is_empty()).collect();
        Ok(ImportedAccount {
            index: 0,
            otp_auth: OtpAuth { params, issuer: self.issuer, account: self.account },
            note,
            tags,
            pinned: self.pinned,
            trashed: self.trashed,
            warnings: self.warnings,
        })
    }
}
