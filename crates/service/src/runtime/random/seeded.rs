//! A seeded source, for demonstrations: the same codes, numbers and ids each time.

use std::sync::{Mutex, PoisonError};

use rand::rngs::StdRng;
use rand::{Rng as _, SeedableRng as _};
use uuid::Uuid;

use super::Purpose;

/// A stream of values for each purpose.
#[derive(Debug)]
pub(super) struct Streams([Mutex<StdRng>; 6]);

impl Streams {
    pub(super) fn of(seed: u64) -> Self {
        let places: [u64; 6] = std::array::from_fn(|place| place as u64);
        Self(places.map(|place| Mutex::new(StdRng::seed_from_u64(seed.wrapping_mul(31).wrapping_add(place)))))
    }

    pub(super) fn fill(&self, purpose: Purpose, bytes: &mut [u8]) {
        let [secrets, codes, numbers, ids, correlations, tokens] = &self.0;
        let stream = match purpose {
            Purpose::Secret => secrets,
            Purpose::Code => codes,
            Purpose::Number => numbers,
            Purpose::Id => ids,
            Purpose::Correlation => correlations,
            Purpose::Token => tokens,
        };
        stream.lock().unwrap_or_else(PoisonError::into_inner).fill_bytes(bytes);
    }

    pub(super) fn uuid(&self, purpose: Purpose) -> Uuid {
        let mut bytes = [0; 16];
        self.fill(purpose, &mut bytes);
        uuid::Builder::from_random_bytes(bytes).into_uuid()
    }
}

#[cfg(test)]
mod tests {
    use crate::Random;

    #[test]
    fn the_same_seed_gives_the_same_codes_numbers_and_ids() {
        let told = |random: Random| {
            let codes =
                [random.six_digits().unwrap(), random.six_digits().unwrap()].map(|code| code.expose().to_owned());
            (codes, random.two_digits().unwrap(), random.id(), random.id())
        };
        assert_eq!(told(Random::seeded(7)), told(Random::seeded(7)));
        assert_ne!(told(Random::seeded(7)), told(Random::seeded(8)));
        let ((first, second), one) = ((Random::seeded(7), Random::seeded(7)), Random::seeded(7).six_digits().unwrap());
        first.id();
        first.correlation_id();
        assert_eq!(first.six_digits().unwrap().expose(), one.expose(), "an id between them changes no code");
        assert_ne!(second.id(), second.id());
    }
}
