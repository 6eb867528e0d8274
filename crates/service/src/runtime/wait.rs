//! How long an attempt has to wait before the next one.

use proofup_api::Params;

use super::error::param;

/// The attempt has to wait. The answer does not tell whether it was right.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Wait {
    pub(crate) seconds: i64,
    /// Whether the network has to wait, for all names.
    pub(crate) is_of_network: bool,
}

impl Wait {
    pub(crate) fn until(time: i64, now: i64) -> Self {
        Self { seconds: seconds_until(time, now), is_of_network: false }
    }

    /// `retryAfterSeconds`
    pub(crate) fn params(self) -> Params {
        param("retryAfterSeconds", self.seconds)
    }
}

/// Seconds until a time, at least one.
pub(crate) fn seconds_until(time: i64, now: i64) -> i64 {
    ((time - now + 999) / 1000).max(1)
}
