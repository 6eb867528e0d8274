//! How long the app waits before it tries again.

use std::time::Duration;

use crate::Environment;

/// Waits that double up to a limit. Each is shortened by up to a quarter, so that many apps do not come back at once.
#[derive(Debug, Clone)]
pub struct Backoff {
    next: Duration,
    first: Duration,
    longest: Duration,
}

impl Backoff {
    /// Begins with `first` and never waits longer than `longest`.
    pub fn new(first: Duration, longest: Duration) -> Self {
        Self { next: first, first, longest }
    }

    /// The wait before the next try.
    pub fn wait(&mut self, environment: &dyn Environment) -> Duration {
        let mut byte = [0_u8];
        environment.fill_random(&mut byte);
        let wait = self.next - self.next / 4 * u32::from(byte[0]) / 255;
        self.next = (self.next * 2).min(self.longest);
        wait
    }

    /// After a success the first wait is short again.
    pub fn reset(&mut self) {
        self.next = self.first;
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use jiff::Timestamp;

    use super::Backoff;
    use crate::Environment;

    struct Chance(u8);

    impl Environment for Chance {
        fn now(&self) -> Timestamp {
            Timestamp::UNIX_EPOCH
        }
        fn fill_random(&self, buffer: &mut [u8]) {
            buffer.fill(self.0);
        }
    }

    #[test]
    fn doubles_up_to_the_limit_and_begins_again_after_a_success() {
        let mut backoff = Backoff::new(Duration::from_millis(500), Duration::from_secs(3));
        let waits: Vec<_> = (0..5).map(|_| backoff.wait(&Chance(0)).as_millis()).collect();
        assert_eq!(waits, [500, 1000, 2000, 3000, 3000]);
        backoff.reset();
        assert_eq!(backoff.wait(&Chance(0)).as_millis(), 500);
    }

    #[test]
    fn is_shortened_by_a_quarter_at_most() {
        let mut backoff = Backoff::new(Duration::from_secs(1), Duration::from_secs(1));
        assert_eq!(backoff.wait(&Chance(255)).as_millis(), 750);
    }
}
