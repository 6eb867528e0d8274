//! Codes that are shown.

use std::fmt;

use zeroize::Zeroizing;

/// The text of one code: digits, or letters and digits for Steam. Wiped when dropped, never printed by `Debug`.
#[derive(Clone)]
pub struct Code(Zeroizing<String>);

impl Code {
    pub(crate) fn new(text: String) -> Self {
        Self(Zeroizing::new(text))
    }

    /// The characters, ungrouped.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Code(..)")
    }
}

/// A code and the time it is good for.
#[derive(Debug, Clone)]
pub struct TimedCode {
    /// The code.
    pub code: Code,
    /// First second it is valid, in seconds since 1970.
    pub valid_from: u64,
    /// First second it is no longer valid.
    pub valid_until: u64,
}
