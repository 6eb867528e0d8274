//! The time as the service sees it, passed in so that tests can move it.

use std::fmt;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use jiff::Timestamp;

/// Where the present comes from. Cheap to clone; clones share their source.
#[derive(Clone)]
pub struct Clock(Source);

#[derive(Clone)]
enum Source {
    System,
    Fixed(Arc<AtomicI64>),
    /// The computer's clock, and so many milliseconds more.
    #[cfg(feature = "demo")]
    Ahead(Arc<AtomicI64>),
}

/// Moves a [`Clock`] that is fixed otherwise.
#[derive(Clone)]
pub struct FixedClock(Arc<AtomicI64>);

impl Clock {
    /// The computer's clock.
    pub fn system() -> Self {
        Self(Source::System)
    }

    /// The computer's clock and as many milliseconds more as are stored there, for demonstrations.
    #[cfg(feature = "demo")]
    pub fn ahead(milliseconds: Arc<AtomicI64>) -> Self {
        Self(Source::Ahead(milliseconds))
    }

    /// A clock that shows `start` until it is moved.
    pub fn fixed(start: Timestamp) -> (Self, FixedClock) {
        let millis = Arc::new(AtomicI64::new(start.as_millisecond()));
        (Self(Source::Fixed(Arc::clone(&millis))), FixedClock(millis))
    }

    /// Milliseconds since 1970.
    #[expect(clippy::disallowed_methods, reason = "the clock that is passed in; nothing else reads the time")]
    pub fn now_ms(&self) -> i64 {
        match &self.0 {
            Source::System => Timestamp::now().as_millisecond(),
            Source::Fixed(millis) => millis.load(Ordering::SeqCst),
            #[cfg(feature = "demo")]
            Source::Ahead(more) => Timestamp::now().as_millisecond().saturating_add(more.load(Ordering::SeqCst)),
        }
    }
}

impl FixedClock {
    /// Lets time pass.
    pub fn advance(&self, by: std::time::Duration) {
        self.0.fetch_add(i64::try_from(by.as_millis()).unwrap_or(i64::MAX), Ordering::SeqCst);
    }

    /// Seconds since 1970.
    pub fn unix_seconds(&self) -> u64 {
        u64::try_from(self.0.load(Ordering::SeqCst) / 1000).unwrap_or(0)
    }
}

impl fmt::Debug for Clock {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self.0 {
            Source::System => "Clock(system)",
            Source::Fixed(_) => "Clock(fixed)",
            #[cfg(feature = "demo")]
            Source::Ahead(_) => "Clock(ahead)",
        })
    }
}

/// The day of a time by UTC: `2026-11-30`.
pub(crate) fn day_of(ms: i64) -> String {
    timestamp(ms).to_string().chars().take(10).collect()
}

/// The instant of a stored time. Stored times come from [`Clock::now_ms`]; one that no calendar has reads as 1970.
pub(crate) fn timestamp(ms: i64) -> Timestamp {
    Timestamp::from_millisecond(ms).unwrap_or(Timestamp::UNIX_EPOCH)
}
