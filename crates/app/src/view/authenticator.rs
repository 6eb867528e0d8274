//! The Authenticator page.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::{Fault, LocalFault};

/// The state of the vault.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase", tag = "state")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub enum VaultState {
    /// It is being opened.
    Opening,
    /// Open.
    Unlocked,
    /// No keyring and no vault yet: a passphrase must be chosen before the first account.
    PassphraseNeeded,
    /// Locked; the person has to unlock it.
    Locked {
        /// Whether it has a passphrase.
        passphrase: bool,
        /// Whether the keyring can be tried (`retry_vault`).
        keyring: bool,
    },
    /// It cannot be opened; the code is a `LocalFault` with its own next step.
    Unusable {
        /// `vault_damaged`, `vault_key_missing`, `vault_newer`, `key_of_another_vault`, ...
        code: LocalFault,
    },
}

/// The content of the page without the codes.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct AuthenticatorView {
    /// In the person's own order.
    pub accounts: Vec<AccountRow>,
    /// Entries that could not be read; the vault keeps them.
    pub quarantined: Vec<QuarantinedRow>,
    /// How many accounts are in the trash.
    pub trashed: u32,
}

/// An account.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct AccountRow {
    /// An opaque id.
    pub id: String,
    /// `Contoso`; may be empty.
    pub issuer: String,
    /// `ann@contoso.example`; may be empty.
    pub account: String,
    /// The kind of its codes.
    pub kind: AccountKind,
    /// The period in seconds; null for HOTP.
    pub period: Option<u32>,
    /// The number of symbols of a code.
    pub digits: u8,
    /// It belongs to the person's own organisation.
    pub own_organization: bool,
    /// It belongs to the person's own organisation, which no longer knows it: its codes are refused.
    pub gone: bool,
    /// Shown first.
    pub pinned: bool,
    /// The person's note.
    pub note: String,
    /// The person's tags.
    pub tags: Vec<String>,
    /// Set if it has a picture (`account_picture`); another number means another picture.
    #[cfg_attr(feature = "ts", ts(type = "number | null"))]
    pub picture: Option<i64>,
    /// When a code of it was last used, Unix milliseconds.
    #[cfg_attr(feature = "ts", ts(type = "number | null"))]
    pub used: Option<i64>,
    /// How often its codes were used.
    #[cfg_attr(feature = "ts", ts(type = "number"))]
    pub uses: u64,
}

/// The longest note.
pub(crate) const MOST_NOTE_CHARACTERS: usize = 2000;
/// The longest tag.
pub(crate) const MOST_TAG_CHARACTERS: usize = 40;
/// The most tags on one account.
pub(crate) const MOST_TAGS: usize = 20;

/// The editable fields of an account.
#[derive(Debug, Clone, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct AccountEdit {
    /// `GitHub`; may be empty if `account` is not.
    pub issuer: String,
    /// `ann`; may be empty if `issuer` is not.
    pub account: String,
    /// At most 2,000 characters.
    pub note: String,
    /// At most 20 of 40 characters each.
    pub tags: Vec<String>,
}

/// An account in the trash.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct TrashRow {
    /// Its id for `restore_accounts` and `erase_accounts`.
    pub id: String,
    /// May be empty.
    pub issuer: String,
    /// May be empty.
    pub account: String,
    /// When it was deleted.
    #[cfg_attr(feature = "ts", ts(type = "string"))]
    pub deleted: Timestamp,
    /// When it is erased for good; null if only the person erases it.
    #[cfg_attr(feature = "ts", ts(type = "string | null"))]
    pub erased: Option<Timestamp>,
}

/// The kind of codes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub enum AccountKind {
    /// Time-based, RFC 6238.
    Totp,
    /// Counter-based, RFC 4226.
    Hotp,
    /// Steam's five characters.
    Steam,
}

/// The hash of the HMAC.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub enum HashAlgorithm {
    /// The usual one.
    SHA1,
    /// RFC 6238.
    SHA256,
    /// RFC 6238.
    SHA512,
}

/// The present code of one account. HOTP accounts have none until the person asks for one.
#[derive(Clone, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct CodeRow {
    /// The account.
    pub id: String,
    /// The code, ungrouped.
    pub code: String,
    /// The one after it.
    pub next_code: Option<String>,
    /// When it becomes valid, Unix milliseconds by this computer's clock, with the measured offset.
    #[cfg_attr(feature = "ts", ts(type = "number | null"))]
    pub valid_from: Option<i64>,
    /// Unix milliseconds, exclusive.
    #[cfg_attr(feature = "ts", ts(type = "number | null"))]
    pub valid_until: Option<i64>,
}

/// An account in a link or a picture; its secret stays in Rust under `draft_id`.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct AccountDraft {
    /// Its id for `add_draft`.
    pub draft_id: String,
    /// The number of its entry, from 1.
    pub number: u32,
    /// The issuer in the link; may be edited before adding.
    pub issuer: String,
    /// The account name in the link, or a generated name; may be edited before adding.
    pub account: String,
    /// The kind of its codes.
    pub kind: AccountKind,
    /// The hash function.
    pub algorithm: HashAlgorithm,
    /// The number of symbols of a code.
    pub digits: u8,
    /// The period in seconds; null for HOTP.
    pub period: Option<u32>,
    /// The vault has the same account already.
    pub already_there: bool,
    /// Warnings for the person.
    pub warnings: Vec<DraftWarning>,
}

/// An account's QR code, or the step before it. It contains the secret: only show it.
#[derive(Clone, Serialize)]
#[serde(rename_all = "camelCase", tag = "state")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub enum AccountQr {
    /// The vault's passphrase is needed first.
    PassphraseNeeded,
    /// The code.
    Shown {
        /// Black on white.
        svg: String,
    },
}

/// The content of a link or a picture. Nothing is added before the person agrees.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Found {
    /// Accounts that can be added.
    pub drafts: Vec<AccountDraft>,
    /// Entries that cannot be used, each with its reason, and with the number of its `entry` if there were several.
    pub refused: Vec<Fault>,
    /// The parts of exports.
    pub exports: Vec<ExportPart>,
}

/// One part of an export of Google Authenticator: the content of one QR code.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct ExportPart {
    /// The id of the export.
    pub export: i32,
    /// The number of the part, from 0.
    pub part: u32,
    /// The number of parts.
    pub parts: u32,
    /// The drafts of its accounts.
    pub draft_ids: Vec<String>,
}

proofup_api::codes! {
    /// An unusual property of a link that is accepted.
    #[cfg_attr(feature = "ts", derive(ts_rs::TS))]
    pub enum DraftWarning {
        /// The label and the parameter name different issuers; the label's issuer is put in front of the account name.
        IssuerDiffers => "issuer_differs",
        /// An HOTP link without a counter: it starts at 0.
        CounterMissing => "counter_missing",
        /// The secret has an impossible length: compare the code with the issuer's.
        SecretLengthOdd => "secret_length_odd",
        /// A name is not UTF-8; unreadable bytes were replaced.
        NameNotUtf8 => "name_not_utf8",
        /// The link has two different secrets; the first was taken.
        SecretsDiffer => "secrets_differ",
        /// The link names neither issuer nor account; a name was made.
        NameMissing => "name_missing",
    }
}

/// A typed account.
#[derive(Clone, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct ManualAccount {
    /// `GitHub`; may be empty if `account` is not.
    pub issuer: String,
    /// `ann`; may be empty if `issuer` is not.
    pub account: String,
    /// Base32, spaces and dashes allowed.
    pub secret: String,
    /// The kind of its codes.
    pub kind: AccountKind,
    /// The hash function.
    pub algorithm: HashAlgorithm,
    /// 1–9; Steam has 5.
    pub digits: u32,
    /// The period in seconds, 1–86,400; ignored for HOTP.
    pub period: u32,
    /// The next counter; HOTP only.
    #[cfg_attr(feature = "ts", ts(type = "number"))]
    pub counter: u64,
}

/// The system's report about its clock.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct SystemClock {
    /// Whether a time service synchronises it; null if unknown.
    pub synchronised: Option<bool>,
}

/// An entry that could not be read.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct QuarantinedRow {
    /// Its id for the commands that show, copy and delete it.
    pub id: String,
    /// Issuer or account name, if readable.
    pub name: Option<String>,
    /// The reason in English, for *View details*.
    pub detail: String,
}

/// A backup of the vault.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct BackupRow {
    /// Its name for `restore_vault_backup`.
    pub name: String,
    /// When it was made.
    #[cfg_attr(feature = "ts", ts(type = "string"))]
    pub made: Timestamp,
    /// When its content was saved.
    #[cfg_attr(feature = "ts", ts(type = "string"))]
    pub saved: Timestamp,
    /// How many accounts it contains; null if it cannot be read.
    pub accounts: Option<u32>,
}
