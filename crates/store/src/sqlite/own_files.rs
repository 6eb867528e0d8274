//! The files of a database are their owner's alone.

use std::path::Path;

use crate::StoreError;

/// Makes the file if it is not there, for nobody but its owner, and takes away what others may do with one that is. The
/// two files beside it get the rights that it has.
#[cfg(unix)]
pub(crate) fn keep_private(path: &Path) -> Result<(), StoreError> {
    use std::fs::{OpenOptions, Permissions, metadata, set_permissions};
    use std::os::unix::fs::{OpenOptionsExt as _, PermissionsExt as _};

    const OWNER: u32 = 0o700;
    let io = |source| StoreError::Io { what: format!("make {}", path.display()), source };
    // It is never opened if it is there: to close it would give up the locks that this process has on it.
    match OpenOptions::new().write(true).create_new(true).mode(0o600).open(path) {
        Ok(_) => return Ok(()),
        Err(error) if error.kind() == std::io::ErrorKind::AlreadyExists => {}
        Err(error) => return Err(io(error)),
    }
    for ending in ["", "-wal", "-shm"] {
        let mut file = path.as_os_str().to_owned();
        file.push(ending);
        let Ok(mode) = metadata(&file).map(|metadata| metadata.permissions().mode()) else { continue };
        if mode & 0o077 != 0
            && let Err(error) = set_permissions(&file, Permissions::from_mode(mode & OWNER))
        {
            tracing::warn!(%error, file = %file.display(), "others may read a file of the database");
        }
    }
    Ok(())
}

#[cfg(not(unix))]
pub(crate) fn keep_private(_: &Path) -> Result<(), StoreError> {
    Ok(())
}

#[cfg(all(test, unix))]
mod tests {
    use std::fs::{Permissions, metadata, set_permissions, write};
    use std::os::unix::fs::PermissionsExt as _;

    use super::keep_private;

    #[test]
    fn a_new_file_and_one_from_before_are_their_owners_alone() {
        let folder = tempfile::tempdir().unwrap();
        let mode = |name: &str| metadata(folder.path().join(name)).unwrap().permissions().mode() & 0o777;
        keep_private(&folder.path().join("new.db")).unwrap();
        assert_eq!(mode("new.db"), 0o600);
        for name in ["old.db", "old.db-wal", "old.db-shm"] {
            write(folder.path().join(name), "").unwrap();
            set_permissions(folder.path().join(name), Permissions::from_mode(0o644)).unwrap();
        }
        keep_private(&folder.path().join("old.db")).unwrap();
        assert_eq!([mode("old.db"), mode("old.db-wal"), mode("old.db-shm")], [0o600; 3]);
    }
}
