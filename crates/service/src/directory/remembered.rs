//! Passwords that were right of late, for the time when no server answers. They are kept in memory alone, as hashes under a key that
//! ends with the process.

use std::collections::HashMap;
use std::sync::{Mutex, MutexGuard, PoisonError};

use hmac::{Hmac, KeyInit as _, Mac as _};
use proofup_api::SecretText;
use sha2::Sha256;
use subtle::ConstantTimeEq as _;
use zeroize::Zeroizing;

use crate::{Random, ServiceError};

/// More are not remembered.
const MOST: usize = 200_000;

/// One password of a person at most.
pub(super) struct Remembered {
    key: Zeroizing<[u8; 32]>,
    for_ms: i64,
    all: Mutex<HashMap<String, Entry>>,
}

struct Entry {
    hash: [u8; 32],
    until: i64,
}

impl Remembered {
    /// For so many hours; nothing with 0.
    pub(super) fn new(random: Random, hours: u32) -> Result<Self, ServiceError> {
        Ok(Self { key: random.bytes::<32>()?, for_ms: i64::from(hours) * 3_600_000, all: Mutex::default() })
    }

    /// Whether this password of a person was right of late.
    pub(super) fn knows(&self, id: &str, password: &SecretText, now: i64) -> bool {
        let Some(hash) = self.hash(id, password) else { return false };
        let all = self.all();
        all.get(id).is_some_and(|entry| entry.until > now && bool::from(entry.hash.ct_eq(&hash)))
    }

    /// The directory said whether it is right. One that is wrong now was perhaps right before.
    pub(super) fn note(&self, id: &str, password: &SecretText, right: bool, now: i64) {
        if self.for_ms == 0 {
            return;
        }
        let Some(hash) = self.hash(id, password) else { return };
        let mut all = self.all();
        if right {
            if all.len() >= MOST {
                all.retain(|_, entry| entry.until > now);
            }
            if all.len() < MOST || all.contains_key(id) {
                all.insert(id.to_owned(), Entry { hash, until: now + self.for_ms });
            }
        } else if all.get(id).is_some_and(|entry| bool::from(entry.hash.ct_eq(&hash))) {
            all.remove(id);
        }
    }

    fn hash(&self, id: &str, password: &SecretText) -> Option<[u8; 32]> {
        let mut mac = Hmac::<Sha256>::new_from_slice(self.key.as_slice()).ok()?;
        mac.update(id.as_bytes());
        mac.update(&[0]);
        mac.update(password.expose().as_bytes());
        Some(mac.finalize().into_bytes().into())
    }

    fn all(&self) -> MutexGuard<'_, HashMap<String, Entry>> {
        self.all.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use proofup_api::SecretText;

    use super::Remembered;
    use crate::Random;

    #[test]
    fn a_password_is_remembered_for_its_hours_and_until_it_is_wrong() {
        let remembered = Remembered::new(Random::system(), 1).unwrap();
        let (right, wrong) = (SecretText::new("right"), SecretText::new("wrong"));
        remembered.note("ann", &right, true, 0);
        assert!(remembered.knows("ann", &right, 3_599_999) && !remembered.knows("ann", &right, 3_600_000));
        assert!(!remembered.knows("ann", &wrong, 1) && !remembered.knows("ben", &right, 1));
        remembered.note("ann", &wrong, false, 1);
        assert!(remembered.knows("ann", &right, 1), "a guess forgets nothing");
        remembered.note("ann", &right, false, 1);
        assert!(!remembered.knows("ann", &right, 1));
        let never = Remembered::new(Random::system(), 0).unwrap();
        never.note("ann", &right, true, 0);
        assert!(!never.knows("ann", &right, 0));
    }
}
