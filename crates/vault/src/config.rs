//! What the world passes in.

use std::{fmt, path::PathBuf, sync::Arc, time::Duration};

use uuid::Uuid;

use crate::{SecretStore, disk::OnCall};

/// The cost of a passphrase guess: scrypt with `N = 2^log_n`, `r = 8`, `p = 1` (RFC 7914).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct WorkFactor(u8);

impl WorkFactor {
    /// What people get: 128 MiB and a third of a second. Fixed, not measured, so that a vault made on a busy day is no
    /// weaker than others.
    pub const STANDARD: Self = Self(17);
    /// The most that is accepted when reading: 1 GiB.
    pub(crate) const HIGHEST: Self = Self(20);

    /// A cheaper factor, for tests that create many vaults. Values outside of 1 to 17 become 17.
    #[must_use]
    pub const fn for_tests(log_n: u8) -> Self {
        match log_n {
            1..=17 => Self(log_n),
            _ => Self::STANDARD,
        }
    }

    pub(crate) const fn log_n(self) -> u8 {
        self.0
    }
}

/// Makes ids, at random.
pub type NewId = Arc<dyn Fn() -> Uuid + Send + Sync>;

/// Where a vault lives and what it may use.
#[derive(Clone)]
pub struct VaultConfig {
    /// The folder it begins with. It is made when something is saved for the first time.
    pub dir: PathBuf,
    /// Where the key is looked for first.
    pub store: Arc<dyn SecretStore>,
    /// The source of ids and of names of temporary files.
    pub new_id: NewId,
    /// What a new passphrase file costs.
    pub work_factor: WorkFactor,
    /// How long to wait for another program that is saving.
    pub lock_wait: Duration,
    /// May the keyring be the only place where the key is, once an account is kept that nobody else can give back?
    pub keyring_alone: bool,
    /// The seam where tests let the disk fail or the program die.
    pub on_call: OnCall,
}

impl VaultConfig {
    /// A vault in `dir`, with the limits people get.
    pub fn new(dir: PathBuf, store: Arc<dyn SecretStore>, new_id: NewId) -> Self {
        Self {
            dir,
            store,
            new_id,
            work_factor: WorkFactor::STANDARD,
            lock_wait: Duration::from_secs(5),
            keyring_alone: false,
            on_call: Arc::new(|_| Ok(())),
        }
    }
}

impl fmt::Debug for VaultConfig {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("VaultConfig")
            .field("dir", &self.dir)
            .field("store", &self.store.describe())
            .finish_non_exhaustive()
    }
}
