//! What could not be understood: shown, so that nobody thinks it lost.

use serde_json::Value;

use super::{State, Vault};
use crate::VaultError;

/// An account that could not be understood. It is kept in the file word for word.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Quarantined {
    /// Issuer or account, as far as there is one.
    pub name: Option<String>,
    /// Why, in English.
    pub reason: String,
}

impl Vault {
    /// What was put aside when the vault was read.
    ///
    /// # Errors
    /// Those of [`Vault::read`].
    pub fn quarantined(&self) -> Result<Vec<Quarantined>, VaultError> {
        match &*self.state() {
            State::Open(open) => Ok(open.contents.quarantine.iter().map(|kept| Quarantined::from(&kept.0)).collect()),
            State::Closed | State::Damaged { .. } => Err(self.why_closed()),
        }
    }
}

impl From<&Value> for Quarantined {
    fn from(kept: &Value) -> Self {
        let text = |value: &Value| value.as_str().map(str::trim).filter(|text| !text.is_empty()).map(str::to_owned);
        let named = |field: &str| kept.get("raw").and_then(|raw| raw.get(field)).and_then(text);
        Self {
            name: named("issuer").or_else(|| named("account")),
            reason: kept.get("reason").and_then(text).unwrap_or_default(),
        }
    }
}
