//! How far this computer's clock is from the service's.

use std::sync::Mutex;

use jiff::{SignedDuration, Timestamp};

/// A round trip longer than this says too little about the moment in its middle.
const LONGEST_ROUND_TRIP: SignedDuration = SignedDuration::from_secs(3);

/// The last measured offset. Positive when this computer's clock is behind.
#[derive(Debug, Default)]
pub(crate) struct ClockOffset(Mutex<Option<SignedDuration>>);

impl ClockOffset {
    /// The last measurement.
    pub(crate) fn get(&self) -> Option<SignedDuration> {
        *self.0.lock().unwrap_or_else(std::sync::PoisonError::into_inner)
    }

    /// Takes one answer in: when it was asked for, when it came, and the time it carried.
    pub(crate) fn measure(&self, asked: Timestamp, answered: Timestamp, service: Timestamp) {
        let round_trip = answered.duration_since(asked);
        // A negative one means that the clock was set in between.
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
    fn keeps_the_last_one_when_an_answer_was_slow_or_the_clock_was_set() {
        let offset = ClockOffset::default();
        offset.measure(at(0), at(200), at(100));
        offset.measure(at(0), at(9_000), at(60_000));
        offset.measure(at(5_000), at(0), at(60_000));
        assert_eq!(offset.get(), Some(SignedDuration::ZERO));
    }
}
