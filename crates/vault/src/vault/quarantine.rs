//! Accounts that could not be parsed: the app shows them, gives them out unchanged, and removes them only when the
//! person says so.

use jiff::Timestamp;
use serde_json::Value;
use zeroize::Zeroizing;

use super::{State, Vault};
use crate::{VaultError, contents::Wiped, disk::digest};

/// An account that could not be parsed. The file keeps it unchanged.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Quarantined {
    /// Its id; the same content has the same id.
    pub id: String,
    /// Issuer or account name, if there is one.
    pub name: Option<String>,
    /// The reason, in English.
    pub reason: String,
}

impl Vault {
    /// The accounts that could not be parsed.
    ///
    /// # Errors
    /// Those of [`Vault::read`].
    pub fn quarantined(&self) -> Result<Vec<Quarantined>, VaultError> {
        match &*self.state() {
            State::Open(open) => Ok(open.contents.quarantine.iter().map(Quarantined::from).collect()),
            State::Closed | State::Damaged { .. } => Err(self.why_closed()),
        }
    }

    /// One of them unchanged, as JSON. It may contain a secret.
    ///
    /// # Errors
    /// [`VaultError::NotQuarantined`], and those of [`Vault::read`].
    pub fn quarantined_text(&self, id: &str) -> Result<Zeroizing<String>, VaultError> {
        match &*self.state() {
            State::Open(open) => {
                let kept = open.contents.quarantine.iter().find(|kept| id_of(kept) == id);
                let kept = kept.ok_or(VaultError::NotQuarantined)?;
                let raw = kept.0.get("raw").unwrap_or(&kept.0);
                Ok(Zeroizing::new(serde_json::to_string_pretty(raw).map_err(|_| VaultError::VerificationFailed)?))
            }
            State::Closed | State::Damaged { .. } => Err(self.why_closed()),
        }
    }

    /// Removes one of them for good. Earlier backups still contain it.
    ///
    /// # Errors
    /// [`VaultError::NotQuarantined`], and those of a save.
    pub fn delete_quarantined(&self, id: &str, now: Timestamp) -> Result<(), VaultError> {
        self.change(now, |contents| {
            let at = contents.quarantine.iter().position(|kept| id_of(kept) == id);
            contents.quarantine.remove(at.ok_or(VaultError::NotQuarantined)?);
            Ok(())
        })
    }
}

/// The first sixteen hex digits of its SHA-256, which reveal nothing about the secret in it.
fn id_of(kept: &Wiped) -> String {
    let text = Zeroizing::new(kept.0.to_string());
    data_encoding::HEXLOWER.encode(&digest(text.as_bytes())[..8])
}

impl From<&Wiped> for Quarantined {
    fn from(kept: &Wiped) -> Self {
        let text = |value: &Value| value.as_str().map(str::trim).filter(|text| !text.is_empty()).map(str::to_owned);
        let named = |field: &str| kept.0.get("raw").and_then(|raw| raw.get(field)).and_then(text);
        Self {
            id: id_of(kept),
            name: named("issuer").or_else(|| named("account")),
            reason: kept.0.get("reason").and_then(text).unwrap_or_default(),
        }
    }
}
