//! One program at a time on one data folder.

use std::{
    fs::{self, File, TryLockError},
    io,
    path::Path,
};

/// Held for as long as the app runs; the system lets go of it when the process ends, however it ends.
pub(crate) struct FolderLock {
    _file: File,
}

impl FolderLock {
    /// Takes the folder. `Ok(None)` means that another program has it.
    pub(crate) fn take(folder: &Path) -> io::Result<Option<Self>> {
        create_private(folder)?;
        let file = File::options().create(true).truncate(false).write(true).open(folder.join("app.lock"))?;
        match file.try_lock() {
            Ok(()) => Ok(Some(Self { _file: file })),
            Err(TryLockError::WouldBlock) => Ok(None),
            Err(TryLockError::Error(error)) if error.kind() == io::ErrorKind::Unsupported => {
                // Some network drives know no locks. The vault has its own guard against two writers.
                tracing::warn!("this folder knows no locks; do not open the app twice");
                Ok(Some(Self { _file: file }))
            }
            Err(TryLockError::Error(error)) => Err(error),
        }
    }
}

/// Makes the folder, if need be, for its owner alone.
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
    fn lets_one_program_in_at_a_time() {
        let folder = tempfile::tempdir().unwrap();
        let first = FolderLock::take(folder.path()).unwrap().expect("nobody has it yet");
        assert!(FolderLock::take(folder.path()).unwrap().is_none());
        drop(first);
        assert!(FolderLock::take(folder.path()).unwrap().is_some());
    }
}
