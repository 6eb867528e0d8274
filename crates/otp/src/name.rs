//! The rule for issuer and account names.

use crate::OtpError;

/// Whether a name is longer than a form or a file may bring it. A link's name is shown whole, to be shortened before it is added.
#[must_use]
pub fn is_name_too_long(name: &str) -> bool {
    name.chars().count() > crate::limits::NAME_CHARACTERS
}

/// Accepts every text without control characters, which can forge lines in lists and logs.
///
/// Names may be empty, and longer than [`crate::limits::NAME_CHARACTERS`]: names that arrive in links are kept whole
/// and cut only on screen.
///
/// # Errors
/// [`OtpError::NameHasControlCharacter`]
pub fn check_name(name: &str) -> Result<(), OtpError> {
    match name.chars().position(char::is_control) {
        Some(index) => Err(OtpError::NameHasControlCharacter { position: index + 1 }),
        None => Ok(()),
    }
}
