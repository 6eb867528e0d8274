//! Time and randomness. The client reads neither by itself.

use jiff::Timestamp;

/// Time and randomness, passed in by the binaries; tests pass in their own.
pub trait Environment: Send + Sync + 'static {
    /// This computer's clock.
    fn now(&self) -> Timestamp;

    /// Fills a buffer with cryptographically secure random bytes.
    fn fill_random(&self, buffer: &mut [u8]);
}
