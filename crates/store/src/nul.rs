//! Texts with the character NUL.

use thiserror::Error;

/// A text with the character NUL, on its way into SQLite, which would keep it and cut it when it is compared.
#[derive(Debug, Error)]
#[error("a text holds the character NUL")]
pub struct NulInText;
