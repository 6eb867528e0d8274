//! How many failures there may be, and how long each further one has to wait.

use crate::settings::Settings;

/// A day.
pub(super) const DAY_MS: i64 = 86_400_000;
/// The first wait. Each further one is twice as long.
const FIRST_WAIT_MS: i64 = 60_000;

/// How many failures are free, and what follows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Limit {
    pub(crate) failures: i64,
    /// Failures are forgotten after so much time without another one.
    pub(crate) forgotten_after_ms: i64,
    pub(crate) longest_wait_ms: i64,
}

impl Limit {
    /// How many wrong codes of one method, or wrong passwords, a person has, and how long the longest wait after them is.
    pub(super) fn lockout(settings: &Settings) -> Self {
        Self {
            failures: i64::from(settings.lockout_denials),
            forgotten_after_ms: i64::from(settings.lockout_counter_minutes) * 60_000,
            longest_wait_ms: i64::from(settings.lockout_minutes) * 60_000,
        }
    }

    /// The same limit, so many times as high.
    pub(super) fn times(self, factor: i64) -> Self {
        Self { failures: self.failures * factor, ..self }
    }

    /// How long a subject waits after so many failures; `None` as long as they are free.
    pub(super) fn wait_ms(self, failures: i64) -> Option<i64> {
        let beyond = failures - self.failures;
        (beyond >= 0).then(|| (FIRST_WAIT_MS << beyond.min(30)).min(self.longest_wait_ms))
    }

    /// Failures of this time or before are forgotten.
    pub(super) fn forgotten_before(self, now: i64) -> i64 {
        now - self.forgotten_after_ms
    }
}

#[cfg(test)]
mod tests {
    use super::Limit;

    #[test]
    fn waits_double_up_to_the_longest() {
        let limit = Limit { failures: 10, forgotten_after_ms: 900_000, longest_wait_ms: 900_000 };
        let waits: Vec<_> = (9..17).map(|failures| limit.wait_ms(failures).map(|ms| ms / 60_000)).collect();
        assert_eq!(waits, [None, Some(1), Some(2), Some(4), Some(8), Some(15), Some(15), Some(15)]);
        assert_eq!(limit.wait_ms(i64::MAX), Some(900_000), "however many");
    }
}
