//! Settings and resources that the caller passes in.

use std::{fmt, path::PathBuf, sync::Arc, time::Duration};

use uuid::Uuid;

use crate::{SecretStore, disk::OnCall};

/// The cost of a passphrase guess: scrypt with `N = 2^log_n`, `r = 8`, `p = 1` (RFC 7914).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct WorkFactor(u8);

impl WorkFactor {
    /// The factor that the app uses: 128 MiB and a third of a second. It is fixed, so that a vault made on a busy
    /// computer is as strong as others.
    pub const STANDARD: Self = Self(17);
    /// The highest factor that is accepted when reading: 1 GiB.
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

/// Makes random ids.
pub type NewId = Arc<dyn Fn() -> Uuid + Send + Sync>;

/// The folder of a vault, and the resources that it uses.
#[derive(Clone)]
pub struct VaultConfig {
    /// The first folder. The first save creates it.
    pub dir: PathBuf,
    /// The store that is searched first for the key.
    pub store: Arc<dyn SecretStore>,
    /// Makes ids and the names of temporary files.
    pub new_id: NewId,
    /// The work factor of a new passphrase file.
    pub work_factor: WorkFactor,
    /// How long to wait while another program saves.
    pub lock_wait: Duration,
    /// Whether the keyring may be the only place of the key when the vault contains accounts that no service can
    /// restore.
    pub keyring_alone: bool,
    /// A hook for tests: it lets a disk call fail or the program abort.
    pub on_call: OnCall,
}

impl VaultConfig {
    /// A vault in `dir`, with the limits that the app uses.
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
