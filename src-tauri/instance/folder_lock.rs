//! A lock on the data folder: one program at a time.

use std::{
    fs::{self, File, TryLockError},
    io,
    path::Path,
};

/// The lock while the app runs. The end of the process releases it in every case.
pub(crate) struct FolderLock {
    _file: File,
}

impl FolderLock {
    /// Locks the folder. `Ok(None)` means that another program has locked it.
    pub(crate) fn take(folder: &Path) -> io::Result<Option<Self>> {
        create_private(folder)?;
        let file = File::options().create(true).truncate(false).write(true).open(folder.join("app.lock"))?;
        match file.try_lock() {
            Ok(()) => Ok(Some(Self { _file: file })),
            Err(TryLockError::WouldBlock) => Ok(None),
            Err(TryLockError::Error(error)) if error.kind() == io::ErrorKind::Unsupported => {
                // Some network drives have no locks. The vault has its own protection against two writers.
                tracing::warn!("this folder has no locks; do not open the app twice");
                Ok(Some(Self { _file: file }))
            }
            Err(TryLockError::Error(error)) => Err(error),
        }
    }
}

/// Creates the folder, if needed, for its owner only.
fn create_private(folder: &Path) -> io::Result<()> {
    let mut builder = fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(folder)
}

#[cfg(test)]
mod tests {
    use super::FolderLock;

    #[test]
    fn allows_one_program_at_a_time() {
        let folder = tempfile::tempdir().unwrap();
        let first = FolderLock::take(folder.path()).unwrap().expect("nobody has it yet");
        assert!(FolderLock::take(folder.path()).unwrap().is_none());
        drop(first);
        assert!(FolderLock::take(folder.path()).unwrap().is_some());
    }
}
