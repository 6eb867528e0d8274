//! How far this computer's clock is behind the service's, as the session measured it last.

use std::sync::{Mutex, PoisonError};

use jiff::SignedDuration;

/// Zero until it is measured, and while nobody is signed in.
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
