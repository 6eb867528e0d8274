//! Time and randomness, from this computer.
#![expect(clippy::disallowed_methods, reason = "this is the edge where the clock is read")]

#[cfg(feature = "demo")]
use std::sync::{
    Arc, LazyLock,
    atomic::{AtomicI64, Ordering},
};

use jiff::Timestamp;
use proofup_app::Environment;

/// How many milliseconds the clock of the demo is ahead: one value for the app, the service, the phone and the vault, which
/// would refuse each other's codes otherwise. It only grows.
#[cfg(feature = "demo")]
static AHEAD: LazyLock<Arc<AtomicI64>> = LazyLock::new(Arc::default);

/// The offset of the demo's clock, for the embedded service.
#[cfg(feature = "demo")]
pub(crate) fn clock_ahead() -> Arc<AtomicI64> {
    Arc::clone(&AHEAD)
}

/// This computer's clock, and its generator of random numbers.
pub(crate) struct SystemEnvironment;

impl Environment for SystemEnvironment {
    #[cfg(feature = "demo")]
    fn now(&self) -> Timestamp {
        let ahead = jiff::SignedDuration::from_millis(AHEAD.load(Ordering::SeqCst));
        Timestamp::now().saturating_add(ahead).unwrap_or(Timestamp::MAX)
    }

    #[cfg(not(feature = "demo"))]
    fn now(&self) -> Timestamp {
        Timestamp::now()
    }

    fn fill_random(&self, buffer: &mut [u8]) {
        rand::fill(buffer);
    }
}
