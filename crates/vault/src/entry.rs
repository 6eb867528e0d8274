//! One account in the vault.

use std::sync::Arc;

use jiff::Timestamp;
use proofup_otp::{Kind, OtpParams};
use serde_json::{Map, Value};
use uuid::Uuid;

/// An account in the vault. `Debug` shows everything but the secret.
#[derive(Debug, Clone, PartialEq)]
pub struct Entry {
    /// Never changes while the account exists.
    pub id: Uuid,
    /// The issuer; may be empty.
    pub issuer: String,
    /// The account name; may be empty.
    pub account: String,
    /// The parameters of its codes.
    pub params: OtpParams,
    /// When it was added.
    pub created_at: Timestamp,
    /// When any part of it was last changed.
    pub changed_at: Timestamp,
    /// For an account of the person's own organisation: the id of the method at its service.
    pub organisation: Option<String>,
    /// Shown first.
    pub pinned: bool,
    /// The person's note.
    pub note: String,
    /// The person's tags.
    pub tags: Vec<String>,
    /// The person's picture for it, a PNG file. Copies of an entry share it.
    pub picture: Option<Arc<[u8]>>,
    /// When its code was last used.
    pub used_at: Option<Timestamp>,
    /// How often its codes were used.
    pub uses: u64,
    /// Issuer and account name in the last imported file. While the account still has these names, a later import may
    /// rename it.
    pub imported_as: Option<[String; 2]>,
    /// Fields of a newer version, which are written back.
    pub(crate) unknown: Map<String, Value>,
}

/// An account to be added.
#[derive(Debug, Clone, PartialEq)]
pub struct NewEntry {
    /// The issuer; may be empty.
    pub issuer: String,
    /// The account name; may be empty.
    pub account: String,
    /// The parameters of its codes.
    pub params: OtpParams,
    /// For an account of the person's own organisation: the id of the method at its service.
    pub organisation: Option<String>,
}

/// What a person may edit: everything but the parameters of the codes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Description {
    /// The issuer; may be empty.
    pub issuer: String,
    /// The account name; may be empty.
    pub account: String,
    /// The person's note.
    pub note: String,
    /// The person's tags.
    pub tags: Vec<String>,
}

/// A deleted account that can be restored.
#[derive(Debug, Clone, PartialEq)]
pub struct Trashed {
    /// The account as it was.
    pub entry: Entry,
    /// When it was deleted.
    pub deleted_at: Timestamp,
    /// The account before it in the list.
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

    /// Whether this has the same codes and the same names.
    pub(crate) fn is_same_as(&self, new: &NewEntry) -> bool {
        self.makes_codes_of(&new.params) && self.issuer == new.issuer && self.account == new.account
    }

    /// Whether both make the same codes, under any name. The counter is ignored: it only tells how many codes were
    /// used.
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
