//! The rule for issuer and account names.

use crate::OtpError;

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
