//! The content of the vault file: one JSON object.
//!
//! ```json
//! { "schema": 1, "vaultId": "…", "generation": 7, "savedAt": "2026-01-31T08:00:00Z",
//!   "entries": [ { "id": "…", "kind": "totp", "issuer": "Contoso", "account": "anna", "secret": "BASE32",
//!                  "algorithm": "SHA1", "digits": 6, "period": 30, "createdAt": "…", "changedAt": "…",
//!                  "organisation": null, "pinned": false, "note": "", "tags": [],
//!                  "picture": "BASE64 of a PNG", "usedAt": "…", "uses": 3 } ],
//!   "trash": [ { "…": "as above", "deletedAt": "…", "behind": "id of the account before it" } ],
//!   "quarantine": [ { "reason": "…", "list": "entries", "raw": {} } ], "tags": [] }
//! ```

mod read;
mod wiped;
mod write;

use jiff::Timestamp;
use serde_json::{Map, Value};
use uuid::Uuid;

pub(crate) use read::ContentsError;
pub(crate) use wiped::Wiped;

use crate::{Entry, Trashed};

/// The schema version that this code writes, and the newest that it reads.
const SCHEMA: u64 = 1;

/// Everything in a vault.
#[derive(Debug, Clone)]
pub(crate) struct Contents {
    pub(crate) vault_id: Uuid,
    /// Counts the saves.
    pub(crate) generation: u64,
    pub(crate) saved_at: Timestamp,
    pub(crate) entries: Vec<Entry>,
    pub(crate) trash: Vec<Trashed>,
    /// Entries that could not be parsed, unchanged, with the reason.
    pub(crate) quarantine: Vec<Wiped>,
    /// Names of groups; this version only preserves them.
    pub(crate) tags: Value,
    /// Fields of a newer version, which are written back.
    pub(crate) unknown: Map<String, Value>,
    /// Codes were used since the last save; only memory knows of them.
    pub(crate) uses_pending: bool,
}

impl Contents {
    pub(crate) fn empty(vault_id: Uuid, now: Timestamp) -> Self {
        Self {
            vault_id,
            generation: 0,
            saved_at: now,
            entries: Vec::new(),
            trash: Vec::new(),
            quarantine: Vec::new(),
            tags: Value::Array(Vec::new()),
            unknown: Map::new(),
            uses_pending: false,
        }
    }
}
