//! Whether the file that is open still stands in its place. A file that was moved away takes changes all the same, and the
//! next start does not find them.

use std::path::{Path, PathBuf};

/// The file that was opened.
#[derive(Debug)]
pub(crate) struct OpenFile {
    path: PathBuf,
    identity: Option<(u64, u64)>,
}

impl OpenFile {
    /// The file that stands at this path now.
    pub(super) fn at(path: &Path) -> Self {
        Self { identity: identity(path), path: path.to_owned() }
    }

    /// Whether it is still there.
    pub(crate) fn is_in_place(&self) -> bool {
        identity(&self.path) == self.identity
    }
}

/// Device and number of a file.
#[cfg(unix)]
fn identity(path: &Path) -> Option<(u64, u64)> {
    use std::os::unix::fs::MetadataExt as _;
    std::fs::metadata(path).ok().map(|file| (file.dev(), file.ino()))
}

/// Elsewhere a file that is open cannot be moved.
#[cfg(not(unix))]
fn identity(_: &Path) -> Option<(u64, u64)> {
    None
}

#[cfg(all(test, unix))]
mod tests {
    use std::fs::{rename, write};

    use super::OpenFile;

    #[test]
    fn a_file_that_was_moved_or_replaced_is_not_in_place() {
        let folder = tempfile::tempdir().unwrap();
        let (path, elsewhere) = (folder.path().join("proofup.db"), folder.path().join("elsewhere.db"));
        write(&path, "one").unwrap();
        let file = OpenFile::at(&path);
        write(&path, "written to").unwrap();
        assert!(file.is_in_place());
        rename(&path, &elsewhere).unwrap();
        assert!(!file.is_in_place());
        write(&path, "another").unwrap();
        assert!(!file.is_in_place());
        rename(&elsewhere, &path).unwrap();
        assert!(file.is_in_place(), "put back");
    }
}
