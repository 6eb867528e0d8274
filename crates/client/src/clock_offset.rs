//! The difference between this computer's clock and the service's.

use std::sync::Mutex;

use jiff::{SignedDuration, Timestamp};

/// After a longer round trip the middle is too vague to measure with.
const LONGEST_ROUND_TRIP: SignedDuration = SignedDuration::from_secs(3);

/// The last measured offset. Positive when this computer's clock is behind.
#[derive(Debug, Default)]
pub(crate) struct ClockOffset(Mutex<Option<SignedDuration>>);

impl ClockOffset {
    /// The last measurement.
    pub(crate) fn get(&self) -> Option<SignedDuration> {
        *self.0.lock().unwrap_or_else(std::sync::PoisonError::into_inner)
    }

    /// Measures with one answer: the times of the request and of the answer, and the service's time in it.
    pub(crate) fn measure(&self, asked: Timestamp, answered: Timestamp, service: Timestamp) {
        let round_trip = answered.duration_since(asked);
        // A negative round trip means that the clock was set in between.
        if round_trip.is_negative() || round_trip > LONGEST_ROUND_TRIP {
            return;
        }
        let offset = service.duration_since(asked) - round_trip / 2;
        *self.0.lock().unwrap_or_else(std::sync::PoisonError::into_inner) = Some(offset);
    }
}

#[cfg(test)]
mod tests {
    use jiff::{SignedDuration, Timestamp};

    use super::ClockOffset;

    fn at(milliseconds: i64) -> Timestamp {
        Timestamp::from_millisecond(1_767_000_000_000 + milliseconds).unwrap()
    }

    #[test]
    fn takes_the_middle_of_the_round_trip() {
        let offset = ClockOffset::default();
        assert_eq!(offset.get(), None, "nothing was measured yet");
        offset.measure(at(0), at(200), at(7_100));
        assert_eq!(offset.get(), Some(SignedDuration::from_secs(7)));
    }

    #[test]
    fn keeps_the_last_measurement_when_an_answer_was_slow_or_the_clock_was_set() {
        let offset = ClockOffset::default();
        offset.measure(at(0), at(200), at(100));
        offset.measure(at(0), at(9_000), at(60_000));
        offset.measure(at(5_000), at(0), at(60_000));
        assert_eq!(offset.get(), Some(SignedDuration::ZERO));
    }
}
