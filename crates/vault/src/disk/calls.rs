//! The calls that change the disk, each announced before it is made. Everything that the vault writes goes through
//! here, so that a test can stop the program between any two of them.

use std::{
    fmt,
    fs::{self, File, OpenOptions},
    io::{self, Write},
    path::Path,
    sync::Arc,
};

/// Large contents are written in pieces of this size, each a call of its own.
const PIECE: usize = 4096;

/// What a call does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DiskAct {
    /// Makes a folder.
    MakeFolder,
    /// Makes a temporary file.
    Create,
    /// Writes a piece of it.
    Write,
    /// Makes it survive a power cut.
    Sync,
    /// Gives a file a second name.
    Link,
    /// Puts a temporary file in its place.
    Rename,
    /// Removes a file.
    Remove,
    /// Makes the names in a folder survive a power cut.
    SyncFolder,
}

/// One call to the system that is about to be made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DiskCall {
    /// What it does.
    pub act: DiskAct,
    /// The name of the file or folder it is about; for a temporary file the name that it is going to have.
    pub file: String,
}

/// Is told of every call; an error takes the place of the call, as a fault of the disk would.
pub type OnCall = Arc<dyn Fn(&DiskCall) -> io::Result<()> + Send + Sync>;

/// The disk, as far as it is changed.
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

    /// Makes a folder that only its owner can look into, and those above it; one that is there stays as it is.
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

    /// Writes a new file that only its owner can read, and makes it survive a power cut. `called` is its later name.
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

    /// Makes a new name in the folder of `path` survive a power cut. Only Unix has such a call.
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
    /// Nobody listens.
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

/// Virus scanners hold new files open for a moment, and Windows refuses to replace an open file.
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
