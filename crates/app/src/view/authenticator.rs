//! The Authenticator page.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::{Fault, LocalFault};

/// Where the vault stands.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase", tag = "state")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub enum VaultState {
    /// Being opened.
    Opening,
    /// Open.
    Unlocked,
    /// No keyring and no vault yet: a passphrase must be chosen before the first account.
    PassphraseNeeded,
    /// Closed; opening it is the person's decision.
    Locked {
        /// A passphrase opens it.
        passphrase: bool,
        /// The keyring can be asked (`retry_vault`).
        keyring: bool,
    },
    /// It cannot be opened; the code is a `LocalFault` with its own way out.
    Unusable {
        /// `vault_damaged`, `vault_key_missing`, `vault_newer`, `key_of_another_vault`, ...
        code: LocalFault,
    },
}

/// Everything the page shows but the codes.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct AuthenticatorView {
    /// In the person's own order.
    pub accounts: Vec<AccountRow>,
    /// Entries that could not be read; kept, never dropped.
    pub quarantined: Vec<QuarantinedRow>,
    /// How many accounts are in the trash.
    pub trashed: u32,
}

/// An account.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct AccountRow {
    /// Opaque.
    pub id: String,
    /// `Contoso`; may be empty.
    pub issuer: String,
    /// `ann@contoso.example`; may be empty.
    pub account: String,
    /// What makes its codes.
    pub kind: AccountKind,
    /// Seconds a code lives; null for HOTP.
    pub period: Option<u32>,
    /// How many symbols.
    pub digits: u8,
    /// It belongs to the person's own organisation.
    pub own_organization: bool,
    /// It belongs to the person's own organisation, which knows nothing of it any more: its codes are refused.
    pub gone: bool,
    /// Shown first.
    pub pinned: bool,
    /// The person's own words.
    pub note: String,
    /// The person's own groups.
    pub tags: Vec<String>,
    /// The person gave it a picture (`account_picture`); the number is another one whenever the picture may be.
    #[cfg_attr(feature = "ts", ts(type = "number | null"))]
    pub picture: Option<i64>,
    /// When a code of it was last taken, Unix milliseconds.
    #[cfg_attr(feature = "ts", ts(type = "number | null"))]
    pub used: Option<i64>,
    /// How often a code of it was taken.
    #[cfg_attr(feature = "ts", ts(type = "number"))]
    pub uses: u64,
}

/// The longest note that a form takes.
pub(crate) const MOST_NOTE_CHARACTERS: usize = 2000;
/// The longest tag that a form takes.
pub(crate) const MOST_TAG_CHARACTERS: usize = 40;
/// The most tags on one account.
pub(crate) const MOST_TAGS: usize = 20;

/// What a person says of an account.
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
    /// For `restore_accounts` and `erase_accounts`.
    pub id: String,
    /// May be empty.
    pub issuer: String,
    /// May be empty.
    pub account: String,
    /// When it was deleted.
    #[cfg_attr(feature = "ts", ts(type = "string"))]
    pub deleted: Timestamp,
    /// When it is erased for good; null where the person does that alone.
    #[cfg_attr(feature = "ts", ts(type = "string | null"))]
    pub erased: Option<Timestamp>,
}

/// What makes the codes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub enum AccountKind {
    /// By time, RFC 6238.
    Totp,
    /// By counter, RFC 4226.
    Hotp,
    /// Steam's five characters.
    Steam,
}

/// The hash of the HMAC.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub enum HashAlgorithm {
    /// What nearly every issuer uses.
    SHA1,
    /// RFC 6238.
    SHA256,
    /// RFC 6238.
    SHA512,
}

/// The code of one account now. HOTP accounts have none until asked for.
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
    /// First valid moment, Unix milliseconds by this computer's own clock; the measured offset is taken in.
    #[cfg_attr(feature = "ts", ts(type = "number | null"))]
    pub valid_from: Option<i64>,
    /// Unix milliseconds, exclusive.
    #[cfg_attr(feature = "ts", ts(type = "number | null"))]
    pub valid_until: Option<i64>,
}

/// What a link or a picture would add; the seed stays behind in Rust under `draft_id`.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct AccountDraft {
    /// For `add_draft`.
    pub draft_id: String,
    /// Which entry of what was read, from 1.
    pub number: u32,
    /// As the link says; may be edited before adding.
    pub issuer: String,
    /// As the link says, or a name that was made for want of one; may be edited before adding.
    pub account: String,
    /// What makes its codes.
    pub kind: AccountKind,
    /// The hash.
    pub algorithm: HashAlgorithm,
    /// How many symbols.
    pub digits: u8,
    /// Seconds; null for HOTP.
    pub period: Option<u32>,
    /// This very account is there already.
    pub already_there: bool,
    /// Things to look at before adding.
    pub warnings: Vec<DraftWarning>,
}

/// An account's QR code, or what must come before it. It holds the account's secret: it is for the screen alone.
#[derive(Clone, Serialize)]
#[serde(rename_all = "camelCase", tag = "state")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub enum AccountQr {
    /// The vault's passphrase is asked for first.
    PassphraseNeeded,
    /// The code.
    Shown {
        /// Black on white.
        svg: String,
    },
}

/// What a link or a picture holds. Nothing of it is kept before the person says so.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Found {
    /// What could be added.
    pub drafts: Vec<AccountDraft>,
    /// What could not, each with its reason, and with the number of its `entry` if there were several.
    pub refused: Vec<Fault>,
    /// The parts of exports among it.
    pub exports: Vec<ExportPart>,
}

/// One part of an export of Google Authenticator: what one of its QR codes holds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct ExportPart {
    /// The same for all parts of one export.
    pub export: i32,
    /// Which part, from 0.
    pub part: u32,
    /// How many parts there are.
    pub parts: u32,
    /// The drafts that came with it.
    pub draft_ids: Vec<String>,
}

proofup_api::codes! {
    /// Something odd about a link that makes an account all the same.
    #[cfg_attr(feature = "ts", derive(ts_rs::TS))]
    pub enum DraftWarning {
        /// The label names one issuer, the parameter another; the label's stands in front of the account.
        IssuerDiffers => "issuer_differs",
        /// An HOTP link without a counter: it starts at 0.
        CounterMissing => "counter_missing",
        /// The secret ends where base32 cannot end: compare the code with the issuer's.
        SecretLengthOdd => "secret_length_odd",
        /// A name is not UTF-8; unreadable bytes were replaced.
        NameNotUtf8 => "name_not_utf8",
        /// The link names neither issuer nor account; a name was made.
        NameMissing => "name_missing",
    }
}

/// An account typed by hand.
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
    /// What makes its codes.
    pub kind: AccountKind,
    /// The hash.
    pub algorithm: HashAlgorithm,
    /// 1–9; Steam has 5.
    pub digits: u32,
    /// Seconds, 1–86,400; ignored for HOTP.
    pub period: u32,
    /// The next counter; HOTP only.
    #[cfg_attr(feature = "ts", ts(type = "number"))]
    pub counter: u64,
}

/// What the system says of its clock.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct SystemClock {
    /// It is kept right by a time service; null where the system does not say.
    pub synchronised: Option<bool>,
}

/// An entry that could not be read.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct QuarantinedRow {
    /// For the commands that look at it, copy and delete it.
    pub id: String,
    /// Issuer or account as far as it can be read.
    pub name: Option<String>,
    /// Why, in English, for *View details*.
    pub detail: String,
}

/// A backup of the vault.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct BackupRow {
    /// For `restore_vault_backup`.
    pub name: String,
    /// When it was made.
    #[cfg_attr(feature = "ts", ts(type = "string"))]
    pub made: Timestamp,
    /// When its content was saved.
    #[cfg_attr(feature = "ts", ts(type = "string"))]
    pub saved: Timestamp,
    /// How many accounts it holds; null when it cannot be read.
    pub accounts: Option<u32>,
}
