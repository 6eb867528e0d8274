//! One account in the vault.

use std::sync::Arc;

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
    /// The person's own picture for it, a PNG file. Copies of an entry share it.
    pub picture: Option<Arc<[u8]>>,
    /// When a code of it was last taken.
    pub used_at: Option<Timestamp>,
    /// How often a code of it was taken.
    pub uses: u64,
    /// Issuer and account as the file had them that it was imported from last: while it is still called so, a later file may
    /// rename it.
    pub imported_as: Option<[String; 2]>,
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

/// What a person says of an account: everything but what makes its codes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Description {
    /// Who issued it; may be empty.
    pub issuer: String,
    /// Whose it is; may be empty.
    pub account: String,
    /// The person's own words.
    pub note: String,
    /// The person's own groups.
    pub tags: Vec<String>,
}

/// A deleted account that can be brought back.
#[derive(Debug, Clone, PartialEq)]
pub struct Trashed {
    /// The account as it was.
    pub entry: Entry,
    /// When it was deleted.
    pub deleted_at: Timestamp,
    /// The account it stood behind.
    pub(crate) behind: Option<Uuid>,
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
            picture: None,
            used_at: None,
            uses: 0,
            imported_as: None,
            unknown: Map::new(),
        }
    }

    pub(crate) fn note_use(&mut self, now: Timestamp) {
        self.used_at = Some(now);
        self.uses = self.uses.saturating_add(1);
    }

    /// Would this make the same codes under the same name?
    pub(crate) fn is_same_as(&self, new: &NewEntry) -> bool {
        self.makes_codes_of(&new.params) && self.issuer == new.issuer && self.account == new.account
    }

    /// Would these make the same codes, whatever it is called? A counter says only how far it was used.
    #[must_use]
    pub fn makes_codes_of(&self, other: &OtpParams) -> bool {
        let own = &self.params;
        let same_kind = match (own.kind(), other.kind()) {
            (Kind::Hotp { .. }, Kind::Hotp { .. }) => true,
            (own, other) => own == other,
        };
        same_kind
            && own.secret() == other.secret()
            && own.algorithm() == other.algorithm()
            && own.digits() == other.digits()
    }
}
