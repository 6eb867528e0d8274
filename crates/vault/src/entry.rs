//! One account in the vault.

use jiff::Timestamp;
use proofup_otp::{Kind, OtpParams};
use serde_json::{Map, Value};
use uuid::Uuid;

/// An account that is kept. Printing it shows everything but the secret.
#[derive(Debug, Clone, PartialEq)]
pub struct Entry {
    /// Stays the same for as long as the account is kept.
    pub id: Uuid,
    /// Who issued it; may be empty.
    pub issuer: String,
    /// Whose it is; may be empty.
    pub account: String,
    /// What makes its codes.
    pub params: OtpParams,
    /// When it was added.
    pub created_at: Timestamp,
    /// When anything about it was last changed.
    pub changed_at: Timestamp,
    /// For the second step of the person's own organisation: the id of the registration at its service.
    pub organisation: Option<String>,
    /// Shown first.
    pub pinned: bool,
    /// The person's own words.
    pub note: String,
    /// The person's own groups.
    pub tags: Vec<String>,
    /// What a newer version wrote; kept and written back.
    pub(crate) unknown: Map<String, Value>,
}

/// An account to be added.
#[derive(Debug, Clone, PartialEq)]
pub struct NewEntry {
    /// Who issued it; may be empty.
    pub issuer: String,
    /// Whose it is; may be empty.
    pub account: String,
    /// What makes its codes.
    pub params: OtpParams,
    /// For the second step of the person's own organisation: the id of the registration at its service.
    pub organisation: Option<String>,
}

/// A deleted account that can be brought back.
#[derive(Debug, Clone, PartialEq)]
pub struct Trashed {
    /// The account as it was.
    pub entry: Entry,
    /// When it was deleted.
    pub deleted_at: Timestamp,
}

impl Entry {
    pub(crate) fn new(id: Uuid, new: NewEntry, now: Timestamp) -> Self {
        Self {
            id,
            issuer: new.issuer,
            account: new.account,
            params: new.params,
            created_at: now,
            changed_at: now,
            organisation: new.organisation,
            pinned: false,
            note: String::new(),
            tags: Vec::new(),
            unknown: Map::new(),
        }
    }

    /// Would this make the same codes under the same name? A counter says only how far it was used.
    pub(crate) fn is_same_as(&self, new: &NewEntry) -> bool {
        let (own, other) = (&self.params, &new.params);
        let same_kind = match (own.kind(), other.kind()) {
            (Kind::Hotp { .. }, Kind::Hotp { .. }) => true,
            (own, other) => own == other,
        };
        same_kind
            && own.secret() == other.secret()
            && own.algorithm() == other.algorithm()
            && own.digits() == other.digits()
            && self.issuer == new.issuer
            && self.account == new.account
    }
}
