//! A lock between programs: one writer at a time.

use std::{
    fs::{File, OpenOptions, TryLockError},
    io, thread,
    time::Duration,
};

use super::Paths;
use crate::VaultError;

/// The lock during a save. Dropping it, or the end of the process, releases it.
///
/// It is on a file of its own, because every save replaces the vault file.
#[derive(Debug)]
pub(crate) struct VaultLock {
    paths: Paths,
    /// `None` if the file system has no locks.
    _file: Option<File>,
}

const PAUSE: Duration = Duration::from_millis(25);

impl VaultLock {
    /// Waits up to `wait` for other programs.
    pub(crate) fn take(paths: Paths, wait: Duration) -> Result<Self, VaultError> {
        let file = OpenOptions::new().create(true).truncate(false).write(true).open(paths.lock())?;
        let mut waited = Duration::ZERO;
        loop {
            match file.try_lock() {
                Ok(()) => return Ok(Self { paths, _file: Some(file) }),
                Err(TryLockError::WouldBlock) if waited < wait => {
                    thread::sleep(PAUSE);
                    waited += PAUSE;
                }
                Err(TryLockError::WouldBlock) => return Err(VaultError::Busy),
                Err(TryLockError::Error(error)) if error.kind() == io::ErrorKind::Unsupported => {
                    tracing::warn!(
                        "the file system of the vault has no locks; two programs saving at once are not noticed"
                    );
                    return Ok(Self { paths, _file: None });
                }
                Err(TryLockError::Error(error)) => return Err(error.into()),
            }
        }
    }

    /// The files of the locked vault.
    pub(crate) const fn paths(&self) -> &Paths {
        &self.paths
    }
}
