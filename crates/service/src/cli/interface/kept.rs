//! The session of the last login, in a file that only its owner reads. The file is locked while a command uses it: a refresh token
//! that two commands use ends the session.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Read as _, Write as _};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

use proofup_client::{Keeping, SessionStore, StoredSession};
use serde::{Deserialize, Serialize};
use zeroize::Zeroizing;

use crate::ServiceError;
use crate::cli::configuration::environment;

/// What is kept.
#[derive(Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct KeptSession {
    pub(super) service: String,
    /// The authorities that are trusted instead of the system's, in PEM.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) authorities: Option<String>,
    pub(super) session: StoredSession,
}

/// The place of the file, held by this command alone.
pub(super) struct Kept {
    file: PathBuf,
    _lock: File,
}

impl Kept {
    /// Waits for another command that uses it.
    pub(super) fn open() -> Result<Self, ServiceError> {
        let folder = folder()?;
        let failed = |source| ServiceError::Io { what: format!("use {}", folder.display()), source };
        make(&folder).map_err(failed)?;
        let lock = owners_alone(&folder.join("session.lock")).map_err(failed)?;
        lock.lock().map_err(failed)?;
        Ok(Self { file: folder.join("session.json"), _lock: lock })
    }

    /// What is kept; nothing before the first login.
    pub(super) fn read(&self) -> Result<Option<KeptSession>, ServiceError> {
        let failed = |source| ServiceError::Io { what: format!("read {}", self.file.display()), source };
        let mut text = Zeroizing::new(String::new());
        match File::open(&self.file) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
            opened => opened.and_then(|mut file| file.read_to_string(&mut text)).map_err(failed)?,
        };
        // The error of the decoder repeats pieces of the file.
        serde_json::from_str(&text)
            .map(Some)
            .map_err(|_| ServiceError::Command(format!("{} is no session: log in again", self.file.display())))
    }

    /// Keeps the tokens of a session of this service.
    pub(super) fn store(&self, service: String, authorities: Option<String>) -> Arc<Store> {
        Arc::new(Store { file: self.file.clone(), service, authorities, failed: Mutex::default() })
    }

    pub(super) fn forget(&self) -> Result<(), ServiceError> {
        match fs::remove_file(&self.file) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => {
                Err(ServiceError::Io { what: format!("remove {}", self.file.display()), source: error })
            }
            _ => Ok(()),
        }
    }
}

/// Writes each new refresh token before it is used.
pub(super) struct Store {
    file: PathBuf,
    service: String,
    authorities: Option<String>,
    failed: Mutex<Option<io::Error>>,
}

impl Store {
    /// Refuses to go on where the session could not be kept.
    pub(super) fn check(&self) -> Result<(), ServiceError> {
        match self.failed.lock().unwrap_or_else(PoisonError::into_inner).take() {
            Some(source) => Err(ServiceError::Io { what: format!("write {}", self.file.display()), source }),
            None => Ok(()),
        }
    }

    fn write(&self, session: StoredSession) -> io::Result<()> {
        let kept = KeptSession { service: self.service.clone(), authorities: self.authorities.clone(), session };
        let text = Zeroizing::new(serde_json::to_vec(&kept)?);
        // Whole or not at all: a file that is half written is a session that is lost.
        let beside = self.file.with_extension("new");
        let mut file = owners_alone(&beside)?;
        file.set_len(0)?;
        file.write_all(&text)?;
        file.sync_all()?;
        fs::rename(&beside, &self.file)
    }
}

impl SessionStore for Store {
    fn keep(&self, session: StoredSession) -> Keeping<'_> {
        if let Err(error) = self.write(session) {
            *self.failed.lock().unwrap_or_else(PoisonError::into_inner) = Some(error);
        }
        Box::pin(std::future::ready(()))
    }
}

/// `$XDG_STATE_HOME/proofup-service`, by default below `~/.local/state`.
fn folder() -> Result<PathBuf, ServiceError> {
    let named = |name: &str| environment(name).map(PathBuf::from).filter(|path| path.is_absolute());
    let states = named("XDG_STATE_HOME")
        .or_else(|| named("HOME").map(|home| home.join(".local/state")))
        .or_else(|| named("LOCALAPPDATA"));
    let states = states.ok_or_else(|| ServiceError::Command("set HOME or XDG_STATE_HOME".to_owned()))?;
    Ok(states.join("proofup-service"))
}

fn make(folder: &Path) -> io::Result<()> {
    let mut builder = fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(folder)
}

/// A file that others can neither read nor write, made if it is missing.
fn owners_alone(path: &Path) -> io::Result<File> {
    let mut options = OpenOptions::new();
    options.read(true).write(true).create(true).truncate(false);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path)
}
