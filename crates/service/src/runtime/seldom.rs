//! Log lines about something that an outsider can do as often as they like.

use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use tokio::time::Instant;

/// One line in so much time.
const EVERY: Duration = Duration::from_secs(10);

/// Counts, and says now and then that it is time for a line.
#[derive(Default)]
pub(crate) struct Seldom(Mutex<(Option<Instant>, u64)>);

impl Seldom {
    /// How often it has happened since the last line, if it is time for another one.
    pub(crate) fn count(&self, now: Instant) -> Option<u64> {
        let mut state = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let (last, times) = &mut *state;
        *times += 1;
        if last.is_some_and(|last| now < last + EVERY) {
            return None;
        }
        *last = Some(now);
        Some(std::mem::take(times))
    }
}

#[cfg(test)]
mod tests {
    use super::{EVERY, Instant, Seldom};

    #[test]
    fn a_flood_is_one_line_in_ten_seconds_with_its_count() {
        let (lines, began) = (Seldom::default(), Instant::now());
        assert_eq!(lines.count(began), Some(1));
        assert_eq!((lines.count(began), lines.count(began)), (None, None));
        assert_eq!(lines.count(began + EVERY), Some(3));
    }
}
