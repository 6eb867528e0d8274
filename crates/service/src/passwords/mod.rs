//! People's own passwords: Argon2id on a bounded number of threads, or a bind at the directory that a person comes from.
//! [`PasswordHashing::verify`] chooses, for every way in.

mod argon2id;
mod cost;
mod lanes;
mod memory;
mod queue;
pub(crate) mod rules;
mod stand_ins;

use std::num::NonZero;
use std::sync::Arc;

use argon2::password_hash::PasswordVerifier as _;
use argon2::password_hash::phc::PasswordHash;
use proofup_api::{ErrorCode, SecretText};
use proofup_store::users::IN_DIRECTORY;

use self::argon2id::Argon2id;
pub use self::cost::{PasswordCost, UnknownPasswordCost};
pub(crate) use self::lanes::Lane;
use self::queue::{Full, Queue};
use self::stand_ins::StandIns;
use crate::directory::Directory;
use crate::runtime::metrics::{HashMetrics, Raised};
use crate::{Random, ServiceError};

/// Seconds after which a place whose lane was full may come again.
const BUSY_SECONDS: i64 = 5;

/// Hashes and verifies passwords, so many at a time: each takes 19 MiB and some 30 ms.
#[derive(Debug, Clone)]
pub(crate) struct PasswordHashing {
    queue: Arc<Queue>,
    directory: Option<Asked>,
    metrics: HashMetrics,
    random: Random,
    cost: PasswordCost,
    argon2id: Argon2id,
    stand_ins: Arc<StandIns>,
}

/// A directory, and the turns of those who wait for it.
#[derive(Debug, Clone)]
struct Asked {
    directory: Directory,
    queue: Arc<Queue>,
}

/// As many as can work at the same time.
pub(crate) fn processors() -> NonZero<usize> {
    std::thread::available_parallelism().unwrap_or(NonZero::<usize>::MIN)
}

/// A password that somebody gives for a name.
pub(crate) struct Claim<'a> {
    pub(crate) password: &'a SecretText,
    /// What the store says that it is checked against, if the name has a password.
    pub(crate) stored: Option<String>,
    /// What names without a hash are told apart by: the same for the same name.
    pub(crate) lot: u32,
    pub(crate) lane: Lane,
}

impl PasswordHashing {
    pub(crate) fn new(random: Random, cost: PasswordCost, threads: NonZero<usize>, metrics: HashMetrics) -> Self {
        Self {
            queue: Queue::new(threads.get()),
            directory: None,
            metrics,
            random,
            cost,
            argon2id: Argon2id::default(),
            stand_ins: Arc::new(StandIns::at(cost)),
        }
    }

    /// The same, where people may come from a directory.
    pub(crate) fn with_directory(self, directory: Option<Directory>) -> Self {
        let asked = |directory: Directory| {
            let queue = Queue::new(usize::from(directory.settings().connections));
            Asked { directory, queue }
        };
        Self { directory: directory.map(asked), ..self }
    }

    /// The PHC string to store.
    pub(crate) async fn hash(&self, password: &SecretText, lane: &Lane) -> Result<String, ServiceError> {
        let salt = self.random.bytes::<16>()?;
        let (password, cost, argon2id) = (password.clone(), self.cost, self.argon2id.clone());
        self.metrics.done(&cost.to_string());
        self.on_hash_thread(lane, move || {
            argon2id
                .hash(proofup_text::password(password.expose()).as_bytes(), salt.as_slice(), cost)
                .map(|hash| hash.to_string())
                .map_err(|_| ServiceError::Crypto("hash a password"))
        })
        .await
    }

    /// Whether this is the password; for a name without one no, after as much work as it takes for the others. That the
    /// directory does not answer is an error, and no wrong password.
    pub(crate) async fn verify(&self, claim: Claim<'_>) -> Result<bool, ServiceError> {
        let (password, argon2id) = (claim.password.clone(), self.argon2id.clone());
        let is_known = claim.stored.is_some();
        let text = claim.stored.unwrap_or_else(|| self.stand_ins.of(claim.lot));
        if let Some(id) = text.strip_prefix(IN_DIRECTORY) {
            return Ok(self.ask_directory(id, &password, &claim.lane).await? && is_known);
        }
        self.metrics.done(text.split('$').nth(3).unwrap_or_default());
        self.on_hash_thread(&claim.lane, move || {
            let hash = PasswordHash::new(&text).map_err(|_| ServiceError::Crypto("read a password hash"))?;
            let is = |text: &str| argon2id.verify_password(text.as_bytes(), &hash).is_ok();
            let (normal, typed) = (proofup_text::password(password.expose()), password.expose());
            // Earlier versions hashed passwords as they were typed. Whether there are two forms depends on the typed text alone, so
            // that the work tells nothing of the person.
            let right = is(&normal) || (*normal != *typed && is(typed));
            Ok(right && is_known)
        })
        .await
    }

    async fn ask_directory(&self, id: &str, password: &SecretText, lane: &Lane) -> Result<bool, ServiceError> {
        let missing = || ServiceError::Directory("this node has no [directory] in its configuration".to_owned());
        let asked = self.directory.as_ref().ok_or_else(missing)?;
        let _turn = asked.queue.turn(lane).await.map_err(busy)?;
        let normal = proofup_text::password(password.expose());
        let right = asked.directory.is_right(id, &SecretText::new(normal.as_str())).await?;
        // Elsewhere it may have been chosen in another spelling of the same letters.
        Ok(right || (*normal != *password.expose() && asked.directory.is_right(id, password).await?))
    }

    /// Notes the costs of the stored hashes, so that a name without a hash costs as much as one with a hash.
    pub(crate) fn note_costs_in_use(&self, counted: &[(String, i64)]) {
        self.stand_ins.take_over(self.cost, counted);
    }

    /// Whether a password was stored at another cost than today's.
    pub(crate) fn is_outdated(&self, stored: &str) -> bool {
        !stored.starts_with(IN_DIRECTORY) && !stored.starts_with(&format!("$argon2id$v=19${}$", self.cost))
    }

    async fn on_hash_thread<T: Send + 'static>(
        &self,
        lane: &Lane,
        work: impl FnOnce() -> Result<T, ServiceError> + Send + 'static,
    ) -> Result<T, ServiceError> {
        let waits = Raised::of(&self.metrics.waiting);
        let turn = self.queue.turn(lane).await.map_err(busy)?;
        drop(waits);
        tokio::task::spawn_blocking(move || {
            let _turn = turn;
            work()
        })
        .await
        .map_err(|_| ServiceError::HashThreadLost)?
    }
}

fn busy(_: Full) -> ServiceError {
    ServiceError::refused_with(ErrorCode::RateLimited, "retryAfterSeconds", BUSY_SECONDS)
}

#[cfg(test)]
mod tests {
    use proofup_api::SecretText;

    use super::{Claim, HashMetrics, Lane, PasswordCost, PasswordHashing, processors};
    use crate::Random;

    fn hashing(cost: PasswordCost) -> PasswordHashing {
        PasswordHashing::new(Random::system(), cost, processors(), HashMetrics::default())
    }

    async fn hash(hashing: &PasswordHashing, password: &str) -> String {
        hashing.hash(&SecretText::new(password), &Lane::of_administration()).await.unwrap()
    }

    async fn verify(hashing: &PasswordHashing, password: &str, stored: Option<&str>) -> bool {
        let (password, stored) = (SecretText::new(password), stored.map(str::to_owned));
        hashing.verify(Claim { password: &password, stored, lot: 0, lane: Lane::of_administration() }).await.unwrap()
    }

    #[tokio::test]
    async fn takes_the_right_password_alone() {
        let hashing = hashing(PasswordCost::default());
        let stored = hash(&hashing, "correct horse").await;
        assert!(stored.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"));
        assert!(verify(&hashing, "correct horse", Some(&stored)).await);
        assert!(!verify(&hashing, "correct Horse", Some(&stored)).await);
    }

    #[tokio::test]
    async fn every_spelling_of_the_same_letters_is_one_password() {
        let hashing = hashing(PasswordCost::of(8, 1));
        let (composed, decomposed) = ("Gr\u{fc}n-4711-x", "Gru\u{308}n-4711-x");
        for chosen in [composed, decomposed] {
            let stored = hash(&hashing, chosen).await;
            for typed in [composed, decomposed] {
                assert!(verify(&hashing, typed, Some(&stored)).await);
            }
            assert!(!verify(&hashing, "Grun-4711-x", Some(&stored)).await);
        }
    }

    #[tokio::test]
    async fn a_password_that_was_hashed_as_it_was_typed_is_still_right() {
        let hashing = hashing(PasswordCost::of(8, 1));
        let typed = "Gru\u{308}n-4711-x";
        let stored = hashing.argon2id.hash(typed.as_bytes(), &[7; 16], hashing.cost).unwrap().to_string();
        assert!(verify(&hashing, typed, Some(&stored)).await);
        assert!(!verify(&hashing, "Gru\u{308}n-4711-y", Some(&stored)).await);
    }

    #[tokio::test]
    async fn a_password_stored_at_another_cost_is_still_right() {
        let before = hashing(PasswordCost::of(7_168, 5));
        let stored = hash(&before, "correct horse").await;
        let today = hashing(PasswordCost::default());
        assert!(today.is_outdated(&stored));
        assert!(verify(&today, "correct horse", Some(&stored)).await);
        assert!(!today.is_outdated(&hash(&today, "correct horse").await));
    }

    #[tokio::test]
    async fn no_password_fits_an_unknown_person() {
        let hashing = hashing(PasswordCost::of(8, 1));
        assert!(!verify(&hashing, "", None).await);
        assert!(!verify(&hashing, "correct horse", None).await);
    }
}
