//! Time and randomness, from this computer.
#![expect(clippy::disallowed_methods, reason = "this is the edge where the clock is read")]

use jiff::Timestamp;
use proofup_app::Environment;

/// This computer's clock, and its generator of random numbers.
pub(crate) struct SystemEnvironment;

impl Environment for SystemEnvironment {
    fn now(&self) -> Timestamp {
        Timestamp::now()
    }

    fn fill_random(&self, buffer: &mut [u8]) {
        rand::fill(buffer);
    }
}
