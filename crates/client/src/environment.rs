//! What the client must be given, because it reads neither by itself.

use jiff::Timestamp;

/// Time and chance, given by the edge; tests give their own.
pub trait Environment: Send + Sync + 'static {
    /// This computer's clock.
    fn now(&self) -> Timestamp;

    /// Fills a buffer with bytes that nobody can guess.
    fn fill_random(&self, buffer: &mut [u8]);
}
