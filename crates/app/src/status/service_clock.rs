//! The last measured offset between this computer's clock and the service's.

use std::sync::{Mutex, PoisonError};

use jiff::SignedDuration;

/// Zero until it is measured, and while no person is signed in.
#[derive(Default)]
pub(crate) struct ServiceClock(Mutex<SignedDuration>);

impl ServiceClock {
    pub(crate) fn offset(&self) -> SignedDuration {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub(crate) fn set(&self, offset: SignedDuration) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = offset;
    }
}
