//! The result of reading a file.

use proofup_otp::{OtpError, is_name_too_long};
use thiserror::Error;

use super::{Format, ImportError, found::Found};
use crate::{OtpAuth, ParsedLink, TokenFileError, TokenRowFault, Warning, limits};

/// A file that could be read.
#[derive(Debug, PartialEq, Eq)]
pub struct Import {
    /// Its format.
    pub format: Format,
    /// The accounts that can be added, in the file's order.
    pub accounts: Vec<ImportedAccount>,
    /// The entries that cannot be used.
    pub rejected: Vec<RejectedEntry>,
    /// Notices about the file, each kind once.
    pub notices: Vec<ImportNotice>,
    /// The number of entries.
    entries: usize,
}

/// One account of a file.
#[derive(Debug, PartialEq, Eq)]
pub struct ImportedAccount {
    /// The number of its entry, from 1.
    pub index: usize,
    /// Names and parameters of its codes.
    pub otp_auth: OtpAuth,
    /// The person's note.
    pub note: String,
    /// Its groups, folders and tags.
    pub tags: Vec<String>,
    /// Shown first.
    pub pinned: bool,
    /// It is in the trash of its app.
    pub trashed: bool,
    /// Unusual properties; the account works nevertheless.
    pub warnings: Vec<ImportWarning>,
}

/// An entry that cannot be used.
#[derive(Debug, PartialEq, Eq)]
pub struct RejectedEntry {
    /// The number of the entry, from 1.
    pub index: usize,
    /// Its name, if known.
    pub name: String,
    /// The reason.
    pub fault: EntryFault,
}

/// Why an entry cannot be used. No variant carries a secret.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum EntryFault {
    /// A value that no account can have.
    #[error(transparent)]
    Account(#[from] TokenFileError),
    /// An unsupported value.
    #[error("{what} is not supported")]
    Unsupported {
        /// Its name in the file.
        what: String,
    },
    /// A row of a list of hardware tokens.
    #[error(transparent)]
    Token(TokenRowFault),
    /// A name is longer than an account's may be.
    #[error("a name is longer than {} characters", proofup_otp::limits::NAME_CHARACTERS)]
    NameTooLong,
    /// Its secret is kept by the phone and not in the file.
    #[error("the secret is not in the file")]
    SecretElsewhere,
    /// Its secret cannot be decrypted, though others can.
    #[error("the entry is damaged")]
    Damaged,
}

impl From<OtpError> for EntryFault {
    fn from(error: OtpError) -> Self {
        Self::Account(error.into())
    }
}

/// An unusual property of an account that is accepted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ImportWarning {
    /// The link names two issuers; both were kept.
    IssuersDiffer,
    /// An HOTP account without a counter: it begins at 0.
    CounterMissing,
    /// The secret has an impossible length.
    SecretLengthOdd,
    /// A name is not UTF-8.
    NameNotUtf8,
    /// The link has two different secrets; the first was taken.
    SecretsDiffer,
    /// The file does not say how the codes are made; the usual way was taken.
    ParametersAssumed,
    /// One was added to the counter, because the app stores the previous one.
    CounterMoved,
    /// The file names an algorithm that a bug of the app wrote; SHA1 was meant.
    AlgorithmMended,
    /// The file names no hash, and the key has the usual length of another hash's keys.
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
            Self::SecretsDiffer => "secrets_differ",
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
            Warning::SecretsDiffer => Self::SecretsDiffer,
        }
    }
}

/// A notice about the file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ImportNotice {
    /// Its kind.
    pub kind: NoticeKind,
    /// How often.
    pub count: usize,
}

/// The kind of a notice.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoticeKind {
    /// Log-ins, notes and cards without a code.
    WithoutCode,
    /// Pictures, which are not imported.
    IconsLeft,
    /// Missing parts of an export.
    PartsMissing,
    /// An XML signature that the app cannot verify.
    SignatureUnchecked,
    /// Policies and dates of hardware tokens, which the desktop does not use.
    PolicyLeft,
    /// The format does not detect changes to the file.
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

    /// How many entries the file has: accounts and rejected ones.
    #[must_use]
    pub const fn entries(&self) -> usize {
        self.entries
    }

    /// Validates and adds the next entry.
    pub(super) fn take(&mut self, found: Found) -> Result<(), ImportError> {
        self.take_checked(found.name(), found.check())
    }

    /// Adds the next entry, which is a link.
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
        match checked.and_then(|account| self.with_names_that_fit(account)) {
            Ok(account) => self.accounts.push(ImportedAccount { index, ..account }),
            Err(fault) => self.rejected.push(RejectedEntry { index, name, fault }),
        }
        Ok(())
    }

    /// Names of other programs are as long as those that are typed. Our own file gives back what a vault had.
    fn with_names_that_fit(&self, account: ImportedAccount) -> Result<ImportedAccount, EntryFault> {
        let OtpAuth { issuer, account: name, .. } = &account.otp_auth;
        let fits = self.format == Format::Proofup || ![issuer, name].into_iter().any(|name| is_name_too_long(name));
        if fits { Ok(account) } else { Err(EntryFault::NameTooLong) }
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
