//! People's own passwords: Argon2id on a bounded number of threads.

mod argon2id;

use std::sync::Arc;

use argon2::password_hash::PasswordVerifier as _;
use argon2::password_hash::phc::PasswordHash;
use prometheus_client::metrics::gauge::Gauge;
use proofup_api::SecretText;
use tokio::sync::Semaphore;

use self::argon2id::Argon2id;
use crate::metrics::Raised;
use crate::{Random, ServiceError};

/// A hash of no password, verified when there is no person, so that this takes as long as a wrong password.
const NOBODY: &str =
    "$argon2id$v=19$m=19456,t=2,p=1$cHJvb2Z1cC1ub2JvZHkhIQ$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

/// Hashes and verifies passwords, as many at a time as there are processors: each takes 19 MiB and some 30 ms.
#[derive(Debug, Clone)]
pub(crate) struct PasswordHashing {
    threads: Arc<Semaphore>,
    waiting: Gauge,
    random: Random,
}

impl PasswordHashing {
    pub(crate) fn new(random: Random, waiting: Gauge) -> Self {
        let processors = std::thread::available_parallelism().map_or(1, usize::from);
        Self { threads: Arc::new(Semaphore::new(processors)), waiting, random }
    }

    /// The PHC string to store.
    pub(crate) async fn hash(&self, password: &SecretText) -> Result<String, ServiceError> {
        let salt = self.random.bytes::<16>()?;
        let password = password.clone();
        self.on_hash_thread(move || {
            Argon2id
                .hash(password.expose().as_bytes(), salt.as_slice())
                .map(|hash| hash.to_string())
                .map_err(|_| ServiceError::Crypto("hash a password"))
        })
        .await
    }

    /// Whether this is the password; without a stored hash no, after the same time.
    pub(crate) async fn verify(&self, password: &SecretText, stored: Option<String>) -> Result<bool, ServiceError> {
        let password = password.clone();
        self.on_hash_thread(move || {
            let text = stored.as_deref().unwrap_or(NOBODY);
            let hash = PasswordHash::new(text).map_err(|_| ServiceError::Crypto("read a password hash"))?;
            let right = Argon2id.verify_password(password.expose().as_bytes(), &hash).is_ok();
            Ok(right && stored.is_some())
        })
        .await
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

    use super::PasswordHashing;
    use crate::Random;

    #[tokio::test]
    async fn takes_the_right_password_alone() {
        let hashing = PasswordHashing::new(Random::system(), Default::default());
        let stored = hashing.hash(&SecretText::new("correct horse")).await.unwrap();
        assert!(stored.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"));
        assert!(hashing.verify(&SecretText::new("correct horse"), Some(stored.clone())).await.unwrap());
        assert!(!hashing.verify(&SecretText::new("correct Horse"), Some(stored)).await.unwrap());
    }

    #[tokio::test]
    async fn nobody_has_no_password_and_costs_a_whole_hash() {
        let hashing = PasswordHashing::new(Random::system(), Default::default());
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
