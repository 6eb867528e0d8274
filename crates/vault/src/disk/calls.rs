//! The calls that change the disk; each is announced before it is made. All writes of the vault are here, so that a
//! test can stop the program between any two of them.

use std::{
    fmt,
    fs::{self, File, OpenOptions},
    io::{self, Write},
    path::Path,
    sync::Arc,
};

/// Large contents are written in pieces of this size, each in its own call.
const PIECE: usize = 4096;

/// The kind of a call.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DiskAct {
    /// Creates a folder.
    MakeFolder,
    /// Creates a temporary file.
    Create,
    /// Writes a piece of it.
    Write,
    /// Flushes it to the disk.
    Sync,
    /// Gives a file a second name.
    Link,
    /// Renames a temporary file to its final name.
    Rename,
    /// Removes a file.
    Remove,
    /// Flushes the names in a folder to the disk.
    SyncFolder,
}

/// A call to the system that is about to be made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DiskCall {
    /// Its kind.
    pub act: DiskAct,
    /// The name of its file or folder; for a temporary file the final name.
    pub file: String,
}

/// Receives every call before it is made. An error replaces the call, like a fault of the disk.
pub type OnCall = Arc<dyn Fn(&DiskCall) -> io::Result<()> + Send + Sync>;

/// The calls that change the disk.
#[derive(Clone)]
pub(crate) struct Disk {
    on_call: OnCall,
}

impl Disk {
    pub(crate) fn new(on_call: OnCall) -> Self {
        Self { on_call }
    }

    fn tell(&self, act: DiskAct, path: &Path) -> io::Result<()> {
        let file = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        (self.on_call)(&DiskCall { act, file })
    }

    /// Creates a folder that only its owner can read, with its parents. Does not change an existing one.
    pub(crate) fn make_folder(&self, folder: &Path) -> io::Result<()> {
        if folder.is_dir() {
            return Ok(());
        }
        self.tell(DiskAct::MakeFolder, folder)?;
        let mut builder = fs::DirBuilder::new();
        builder.recursive(true);
        #[cfg(unix)]
        std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
        builder.create(folder)
    }

    /// Writes a new file that only its owner can read, and flushes it. `called` is its final name.
    pub(crate) fn write_new(&self, path: &Path, called: &Path, bytes: &[u8]) -> io::Result<()> {
        self.tell(DiskAct::Create, called)?;
        let mut options = OpenOptions::new();
        options.write(true).create_new(true);
        #[cfg(unix)]
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
        let mut file = options.open(path)?;
        for piece in bytes.chunks(PIECE) {
            self.tell(DiskAct::Write, called)?;
            file.write_all(piece)?;
        }
        self.tell(DiskAct::Sync, called)?;
        file.sync_all()
    }

    pub(crate) fn link(&self, from: &Path, to: &Path) -> io::Result<()> {
        self.tell(DiskAct::Link, to)?;
        fs::hard_link(from, to)
    }

    pub(crate) fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        self.tell(DiskAct::Rename, to)?;
        rename_over(from, to)
    }

    pub(crate) fn remove(&self, path: &Path) -> io::Result<()> {
        self.tell(DiskAct::Remove, path)?;
        fs::remove_file(path)
    }

    /// Flushes the folder of `path`, so that a new name survives a power cut. Only Unix has such a call.
    pub(crate) fn sync_folder_of(&self, path: &Path) -> io::Result<()> {
        self.tell(DiskAct::SyncFolder, path)?;
        if cfg!(unix)
            && let Some(folder) = path.parent()
        {
            File::open(folder)?.sync_all()?;
        }
        Ok(())
    }
}

impl Default for Disk {
    /// A disk without a hook.
    fn default() -> Self {
        Self::new(Arc::new(|_| Ok(())))
    }
}

impl fmt::Debug for Disk {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Disk(..)")
    }
}

#[cfg(not(windows))]
fn rename_over(from: &Path, to: &Path) -> io::Result<()> {
    fs::rename(from, to)
}

/// A virus scanner may keep a new file open for a moment, and Windows refuses to replace an open file.
#[cfg(windows)]
fn rename_over(from: &Path, to: &Path) -> io::Result<()> {
    for pause in [10, 50, 100, 200, 400] {
        match fs::rename(from, to) {
            Err(error) if error.kind() == io::ErrorKind::PermissionDenied => {
                std::thread::sleep(std::time::Duration::from_millis(pause));
            }
            result => return result,
        }
    }
    fs::rename(from, to)
}
