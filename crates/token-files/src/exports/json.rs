//! JSON in a buffer that never grows, so that no copy of a secret stays in memory.

use std::io;

use proofup_otp::{Kind, OtpParams};
use serde::Serialize;
use zeroize::Zeroizing;

struct Counter(usize);

impl io::Write for Counter {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0 += bytes.len();
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

pub(super) fn write(value: &impl Serialize) -> Zeroizing<Vec<u8>> {
    let mut counter = Counter(0);
    let mut bytes = Zeroizing::new(Vec::new());
    // Neither writer can fail, and the values are only texts and numbers.
    if serde_json::to_writer_pretty(&mut counter, value).is_ok() {
        bytes.reserve_exact(counter.0);
        let _ = serde_json::to_writer_pretty(&mut *bytes, value);
    }
    bytes
}

/// `totp`, `hotp` or `steam`.
pub(super) const fn kind(params: &OtpParams) -> &'static str {
    match params.kind() {
        Kind::Totp { .. } => "totp",
        Kind::Hotp { .. } => "hotp",
        Kind::Steam => "steam",
    }
}

/// The counter of the next code.
pub(super) const fn counter(params: &OtpParams) -> Option<u64> {
    if let Kind::Hotp { counter } = params.kind() { Some(counter) } else { None }
}
