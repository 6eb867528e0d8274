//! What a file holds.

use proofup_otp::OtpError;
use thiserror::Error;

use super::{Format, ImportError, found::Found};
use crate::{OtpAuth, ParsedLink, TokenFileError, Warning, limits};

/// A file that could be read.
#[derive(Debug, PartialEq, Eq)]
pub struct Import {
    /// What it is.
    pub format: Format,
    /// What can be added, in the file's order.
    pub accounts: Vec<ImportedAccount>,
    /// What was meant as an account and cannot be one.
    pub rejected: Vec<RejectedEntry>,
    /// What else is to be said, each kind once.
    pub notices: Vec<ImportNotice>,
    /// How many entries were looked at.
    entries: usize,
}

/// One account of a file.
#[derive(Debug, PartialEq, Eq)]
pub struct ImportedAccount {
    /// Which entry of the file it is, from 1.
    pub index: usize,
    /// Names, and what makes its codes.
    pub otp_auth: OtpAuth,
    /// The person's own words.
    pub note: String,
    /// The groups, folders and tags that it was in.
    pub tags: Vec<String>,
    /// Shown first.
    pub pinned: bool,
    /// Deleted in its app and not yet forgotten.
    pub trashed: bool,
    /// What was odd about it; it works all the same.
    pub warnings: Vec<ImportWarning>,
}

/// An entry that cannot be used.
#[derive(Debug, PartialEq, Eq)]
pub struct RejectedEntry {
    /// Which entry of the file it is, from 1.
    pub index: usize,
    /// What it is called, if that can be said.
    pub name: String,
    /// Why.
    pub fault: EntryFault,
}

/// Why an entry cannot be used. No variant carries a secret.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum EntryFault {
    /// A value of it cannot be that of an account.
    #[error(transparent)]
    Account(#[from] TokenFileError),
    /// Something about it that is not supported, as the file names it.
    #[error("{what} is not supported")]
    Unsupported {
        /// What.
        what: String,
    },
    /// Its secret is kept by the phone and not in the file.
    #[error("the secret is not in the file")]
    SecretElsewhere,
    /// Its secret does not open, though others do.
    #[error("the entry is damaged")]
    Damaged,
}

impl From<OtpError> for EntryFault {
    fn from(error: OtpError) -> Self {
        Self::Account(error.into())
    }
}

/// Something odd about an account that is taken nevertheless.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ImportWarning {
    /// The link names two issuers; both were kept.
    IssuersDiffer,
    /// An HOTP account without a counter: it begins at 0.
    CounterMissing,
    /// The secret ends where base32 cannot end.
    SecretLengthOdd,
    /// A name is not UTF-8.
    NameNotUtf8,
    /// The file does not say how the codes are made; the usual way was taken.
    ParametersAssumed,
    /// The counter was moved on by one: the app stores the one before.
    CounterMoved,
    /// The file names an algorithm that a fault of the app wrote; SHA1 was meant.
    AlgorithmMended,
    /// The hash is not named, and the key has the length of another hash's keys.
    KeyLengthUnusual,
}

impl ImportWarning {
    /// Its stable code.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::IssuersDiffer => "issuers_differ",
            Self::CounterMissing => "counter_missing",
            Self::SecretLengthOdd => "secret_length_odd",
            Self::NameNotUtf8 => "name_not_utf8",
            Self::ParametersAssumed => "parameters_assumed",
            Self::CounterMoved => "counter_moved",
            Self::AlgorithmMended => "algorithm_mended",
            Self::KeyLengthUnusual => "key_length_unusual",
        }
    }
}

impl From<&Warning> for ImportWarning {
    fn from(warning: &Warning) -> Self {
        match warning {
            Warning::IssuersDiffer { .. } => Self::IssuersDiffer,
            Warning::CounterMissing => Self::CounterMissing,
            Warning::SecretLengthOdd => Self::SecretLengthOdd,
            Warning::NameNotUtf8 => Self::NameNotUtf8,
        }
    }
}

/// Something to be said about the file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ImportNotice {
    /// What.
    pub kind: NoticeKind,
    /// How often.
    pub count: usize,
}

/// What there is to be said about a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoticeKind {
    /// Log-ins, notes and cards without a code.
    WithoutCode,
    /// Pictures, which are not taken over.
    IconsLeft,
    /// Parts of an export that were not given.
    PartsMissing,
    /// An XML signature that nobody here can verify.
    SignatureUnchecked,
    /// Policies and dates of hardware tokens, which the desktop does not keep.
    PolicyLeft,
    /// The format cannot tell whether the file was changed.
    Unauthenticated,
}

impl NoticeKind {
    /// Its stable code.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::WithoutCode => "without_code",
            Self::IconsLeft => "icons_left",
            Self::PartsMissing => "parts_missing",
            Self::SignatureUnchecked => "signature_unchecked",
            Self::PolicyLeft => "policy_left",
            Self::Unauthenticated => "unauthenticated",
        }
    }
}

impl Import {
    pub(super) const fn new(format: Format) -> Self {
        Self { format, accounts: Vec::new(), rejected: Vec::new(), notices: Vec::new(), entries: 0 }
    }

    /// How many entries the file has: what can be added and what was rejected.
    #[must_use]
    pub const fn entries(&self) -> usize {
        self.entries
    }

    /// Takes the next entry: the reader says what it found, and here it is judged.
    pub(super) fn take(&mut self, found: Found) -> Result<(), ImportError> {
        self.take_checked(found.name(), found.check())
    }

    /// Takes the next entry that is a link.
    pub(super) fn take_link(&mut self, link: Result<ParsedLink, TokenFileError>) -> Result<(), ImportError> {
        self.take_checked(String::new(), link.map(ImportedAccount::from).map_err(EntryFault::from))
    }

    pub(super) fn take_checked(
        &mut self,
        name: String,
        checked: Result<ImportedAccount, EntryFault>,
    ) -> Result<(), ImportError> {
        if self.entries >= limits::IMPORT_ENTRIES {
            return Err(ImportError::TooManyEntries);
        }
        self.entries += 1;
        let index = self.entries;
        match checked {
            Ok(account) => self.accounts.push(ImportedAccount { index, ..account }),
            Err(fault) => self.rejected.push(RejectedEntry { index, name, fault }),
        }
        Ok(())
    }

    /// Says something about the file once more.
    pub(super) fn notice(&mut self, kind: NoticeKind, count: usize) {
        if count == 0 {
            return;
        }
        match self.notices.iter_mut().find(|notice| notice.kind == kind) {
            Some(notice) => notice.count += count,
            None => self.notices.push(ImportNotice { kind, count }),
        }
    }
}

impl From<OtpAuth> for ImportedAccount {
    fn from(otp_auth: OtpAuth) -> Self {
        Self {
            index: 0,
            otp_auth,
            note: String::new(),
            tags: Vec::new(),
            pinned: false,
            trashed: false,
            warnings: Vec::new(),
        }
    }
}

impl From<ParsedLink> for ImportedAccount {
    fn from(parsed: ParsedLink) -> Self {
        let warnings = parsed.warnings.iter().map(ImportWarning::from).collect();
        Self { warnings, ..Self::from(parsed.otp_auth) }
    }
}
