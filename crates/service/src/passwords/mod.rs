//! People's own passwords: Argon2id on a bounded number of threads.

mod argon2id;
mod cost;
mod memory;

use std::sync::Arc;

use argon2::password_hash::PasswordVerifier as _;
use argon2::password_hash::phc::PasswordHash;
use prometheus_client::metrics::gauge::Gauge;
use proofup_api::SecretText;
use tokio::sync::Semaphore;

use self::argon2id::Argon2id;
pub use self::cost::{PasswordCost, UnknownPasswordCost};
use crate::metrics::Raised;
use crate::{Random, ServiceError};

/// Hashes and verifies passwords, as many at a time as there are processors: each takes 19 MiB and some 30 ms.
#[derive(Debug, Clone)]
pub(crate) struct PasswordHashing {
    threads: Arc<Semaphore>,
    waiting: Gauge,
    random: Random,
    cost: PasswordCost,
    argon2id: Argon2id,
    /// A hash of no password, verified when there is no person, so that this takes as long as a wrong password.
    nobody: Arc<str>,
}

impl PasswordHashing {
    pub(crate) fn new(random: Random, cost: PasswordCost, waiting: Gauge) -> Self {
        let processors = std::thread::available_parallelism().map_or(1, usize::from);
        let nobody = format!("$argon2id$v=19${cost}$cHJvb2Z1cC1ub2JvZHkhIQ${}", "A".repeat(43)).into();
        Self {
            threads: Arc::new(Semaphore::new(processors)),
            waiting,
            random,
            cost,
            argon2id: Argon2id::default(),
            nobody,
        }
    }

    /// The PHC string to store.
    pub(crate) async fn hash(&self, password: &SecretText) -> Result<String, ServiceError> {
        let salt = self.random.bytes::<16>()?;
        let (password, cost, argon2id) = (password.clone(), self.cost, self.argon2id.clone());
        self.on_hash_thread(move || {
            argon2id
                .hash(password.expose().as_bytes(), salt.as_slice(), cost)
                .map(|hash| hash.to_string())
                .map_err(|_| ServiceError::Crypto("hash a password"))
        })
        .await
    }

    /// Whether this is the password; without a stored hash no, after the same time.
    pub(crate) async fn verify(&self, password: &SecretText, stored: Option<String>) -> Result<bool, ServiceError> {
        let (password, nobody, argon2id) = (password.clone(), Arc::clone(&self.nobody), self.argon2id.clone());
        self.on_hash_thread(move || {
            let text = stored.as_deref().unwrap_or(&nobody);
            let hash = PasswordHash::new(text).map_err(|_| ServiceError::Crypto("read a password hash"))?;
            let right = argon2id.verify_password(password.expose().as_bytes(), &hash).is_ok();
            Ok(right && stored.is_some())
        })
        .await
    }

    /// Whether a password was stored at another cost than today's.
    pub(crate) fn is_outdated(&self, stored: &str) -> bool {
        !stored.starts_with(&format!("$argon2id$v=19${}$", self.cost))
    }

    async fn on_hash_thread<T: Send + 'static>(
        &self,
        work: impl FnOnce() -> Result<T, ServiceError> + Send + 'static,
    ) -> Result<T, ServiceError> {
        let waits = Raised::of(&self.waiting);
        let permit = Arc::clone(&self.threads).acquire_owned().await.map_err(|_| ServiceError::HashThreadLost)?;
        drop(waits);
        tokio::task::spawn_blocking(move || {
            let _permit = permit;
            work()
        })
        .await
        .map_err(|_| ServiceError::HashThreadLost)?
    }
}

#[cfg(test)]
mod tests {
    use proofup_api::SecretText;

    use super::{Gauge, PasswordCost, PasswordHashing};
    use crate::Random;

    #[tokio::test]
    async fn takes_the_right_password_alone() {
        let hashing = PasswordHashing::new(Random::system(), PasswordCost::default(), Gauge::default());
        let stored = hashing.hash(&SecretText::new("correct horse")).await.unwrap();
        assert!(stored.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"));
        assert!(hashing.verify(&SecretText::new("correct horse"), Some(stored.clone())).await.unwrap());
        assert!(!hashing.verify(&SecretText::new("correct Horse"), Some(stored)).await.unwrap());
    }

    #[tokio::test]
    async fn a_password_stored_at_another_cost_is_still_right() {
        let before = PasswordHashing::new(Random::system(), PasswordCost::of(7_168, 5), Gauge::default());
        let stored = before.hash(&SecretText::new("correct horse")).await.unwrap();
        let today = PasswordHashing::new(Random::system(), PasswordCost::default(), Gauge::default());
        assert!(today.is_outdated(&stored));
        assert!(today.verify(&SecretText::new("correct horse"), Some(stored)).await.unwrap());
        assert!(!today.is_outdated(&today.hash(&SecretText::new("correct horse")).await.unwrap()));
    }

    #[tokio::test]
    async fn nobody_has_no_password_and_costs_a_whole_hash() {
        let hashing = PasswordHashing::new(Random::system(), PasswordCost::default(), Gauge::default());
        let stored = hashing.hash(&SecretText::new("x")).await.unwrap();
        let time = |stored: Option<String>| {
            let hashing = &hashing;
            async move {
                let begin = std::time::Instant::now();
                for _ in 0..4 {
                    assert!(!hashing.verify(&SecretText::new("y"), stored.clone()).await.unwrap());
                }
                begin.elapsed()
            }
        };
        let (wrong, nobody) = (time(Some(stored)).await, time(None).await);
        // Generous, because the machine may be busy; a missing hash would be a thousandth.
        assert!(nobody * 4 > wrong, "nobody {nobody:?}, wrong password {wrong:?}");
    }
}
