//! Administration: what one person does to others and to the organisation. The interface and the command line do the
//! same things, and each is written down with who, whom, what, why and when.

mod actions;
pub(crate) mod blocks;
pub(crate) mod bypass;
pub(crate) mod people;
pub(crate) mod resets;
pub(crate) mod settings;

use proofup_api::ErrorCode;

pub(crate) use actions::{Actor, list};

use crate::ServiceError;

/// The longest reason that is kept.
const LONGEST_REASON: usize = 500;

/// Why, in the administrator's words.
#[derive(Debug, Clone)]
pub(crate) struct Reason(String);

impl Reason {
    /// Reads what was typed; what is empty or no plain text is refused.
    pub(crate) fn parse(text: &str) -> Result<Self, ServiceError> {
        let text = text.trim();
        if text.is_empty() || text.chars().count() > LONGEST_REASON || text.chars().any(char::is_control) {
            return Err(ServiceError::refused_with(ErrorCode::InvalidRequest, "field", "reason"));
        }
        Ok(Self(text.to_owned()))
    }

    pub(crate) fn as_str(&self) -> &str {
        &self.0
    }
}
