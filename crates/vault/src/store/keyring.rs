//! The keyring of the operating system.

use std::{
    collections::HashMap,
    fmt,
    path::Path,
    sync::{
        Arc, Mutex, PoisonError, Weak,
        atomic::{AtomicBool, Ordering},
        mpsc::{self, RecvTimeoutError, Sender, SyncSender},
    },
    thread,
    time::Duration,
};

use data_encoding::HEXLOWER;
use keyring_core::{CredentialStore, Entry, Error};
use secrecy::{ExposeSecret, SecretString};
use sha2::{Digest, Sha256};
use zeroize::Zeroizing;

use super::{SecretStore, SecretStoreError, StoreKind};

/// The service name of all our items. Never change it: the app would not find items under the old one.
pub const KEYRING_SERVICE: &str = "org.proofup.desktop";

/// The profile of a data folder. Each folder that a person chose has its own, so that the app never mixes up two
/// vaults.
///
/// `None` is the usual folder. The name of a chosen one is hashed, so that the keyring reveals no path.
#[must_use]
pub fn keyring_profile(chosen: Option<&Path>) -> String {
    match chosen {
        None => "default".to_owned(),
        Some(folder) => {
            let digest = Sha256::digest(folder.as_os_str().as_encoded_bytes());
            format!("folder-{}", HEXLOWER.encode(&digest[..8]))
        }
    }
}

/// How long to wait for the keyring.
#[derive(Debug, Clone, Copy)]
pub struct KeyringTimeLimits {
    /// For reading.
    pub read: Duration,
    /// For writing and deleting, when the system may show a prompt.
    pub write: Duration,
}

impl Default for KeyringTimeLimits {
    fn default() -> Self {
        Self { read: Duration::from_secs(10), write: Duration::from_secs(60) }
    }
}

/// Items of one profile in the system's keyring: service [`KEYRING_SERVICE`], user `profile/item`.
///
/// A locked keyring can block a call for minutes while it shows a prompt, and its blocking calls must not run inside an
/// async runtime. So one thread makes all calls, one at a time, and the caller stops waiting after the time limit. A
/// call whose caller has stopped waiting is not started.
pub struct OsKeyring {
    profile: String,
    limits: KeyringTimeLimits,
    calls: Mutex<Option<Sender<Call>>>,
}

struct Call {
    user: String,
    request: Request,
    answer: SyncSender<Answer>,
    /// Dropped when the caller stops waiting.
    wanted: Weak<()>,
}

enum Request {
    Get,
    Write(SecretString),
    Delete,
}

type Answer = Result<Option<SecretString>, SecretStoreError>;

impl OsKeyring {
    /// The keyring's items of one profile. Makes no call yet.
    #[must_use]
    pub fn new(profile: &str, limits: KeyringTimeLimits) -> Self {
        Self { profile: profile.to_owned(), limits, calls: Mutex::new(None) }
    }

    fn call(&self, item: &str, request: Request, limit: Duration) -> Answer {
        let (answer, answered) = mpsc::sync_channel(1);
        let wanted = Arc::new(());
        let user = format!("{}/{item}", self.profile);
        self.send(Call { user, request, answer, wanted: Arc::downgrade(&wanted) })?;
        match answered.recv_timeout(limit) {
            Ok(answer) => answer,
            Err(RecvTimeoutError::Timeout) => Err(SecretStoreError::TimedOut),
            Err(RecvTimeoutError::Disconnected) => Err(unavailable("the keyring's thread ended")),
        }
    }

    /// Sends a call to the thread, and starts the thread if it does not run.
    fn send(&self, mut call: Call) -> Result<(), SecretStoreError> {
        let mut calls = self.calls.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(thread) = calls.as_ref() {
            match thread.send(call) {
                Ok(()) => return Ok(()),
                Err(mpsc::SendError(returned)) => call = returned,
            }
        }
        let (sender, receiver) = mpsc::channel::<Call>();
        let serve = move || {
            let mut connection = Connection::default();
            for call in receiver {
                if call.wanted.strong_count() > 0 {
                    // The caller may have stopped waiting.
                    let _ = call.answer.send(connection.perform(&call.user, &call.request));
                }
            }
        };
        thread::Builder::new().name("keyring".to_owned()).spawn(serve).map_err(unavailable)?;
        sender.send(call).map_err(unavailable)?;
        *calls = Some(sender);
        Ok(())
    }
}

impl fmt::Debug for OsKeyring {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("OsKeyring").field("profile", &self.profile).finish_non_exhaustive()
    }
}

impl SecretStore for OsKeyring {
    fn get(&self, item: &str) -> Result<SecretString, SecretStoreError> {
        self.call(item, Request::Get, self.limits.read)?.ok_or(SecretStoreError::NoEntry)
    }

    fn write(&self, item: &str, value: &SecretString) -> Result<(), SecretStoreError> {
        self.call(item, Request::Write(value.clone()), self.limits.write).map(drop)
    }

    fn delete(&self, item: &str) -> Result<(), SecretStoreError> {
        match self.call(item, Request::Delete, self.limits.write) {
            Ok(_) | Err(SecretStoreError::NoEntry) => Ok(()),
            Err(error) => Err(error),
        }
    }

    fn describe(&self) -> StoreKind {
        if cfg!(target_os = "macos") {
            StoreKind::Keychain
        } else if cfg!(windows) {
            StoreKind::CredentialManager
        } else {
            StoreKind::SecretService
        }
    }
}

/// The system's store; the first call connects it.
#[derive(Default)]
struct Connection {
    store: Option<Arc<CredentialStore>>,
}

impl Connection {
    fn perform(&mut self, user: &str, request: &Request) -> Answer {
        let connected_before = self.store.is_some();
        let answer = match self.attempt(user, request) {
            // The Secret Service may have restarted, which ends its sessions. Connect again and repeat the call once.
            Err(Error::PlatformFailure(_)) if connected_before => {
                self.store = None;
                self.attempt(user, request)
            }
            answer => answer,
        };
        answer.map_err(|error| {
            if matches!(error, Error::PlatformFailure(_)) {
                self.store = None;
            }
            translated(error)
        })
    }

    fn attempt(&mut self, user: &str, request: &Request) -> Result<Option<SecretString>, Error> {
        let entry = self.entry(user)?;
        match request {
            Request::Get => entry.get_password().map(|password| Some(SecretString::from(password))),
            Request::Write(value) => entry.set_password(value.expose_secret()).map(|()| None),
            Request::Delete => entry.delete_credential().map(|()| None),
        }
    }

    fn entry(&mut self, user: &str) -> Result<Entry, Error> {
        let store = match &self.store {
            Some(store) => store,
            None => self.store.insert(connect()?),
        };
        let modifiers = if cfg!(windows) {
            // By default, Windows would copy the item to other computers with the person's profile.
            HashMap::from([("persistence", "Local")])
        } else if cfg!(target_os = "macos") {
            HashMap::new()
        } else {
            HashMap::from([("label", "Proofup")])
        };
        store.build(KEYRING_SERVICE, user, Some(&modifiers))
    }
}

/// The crate `keyring` creates the system's store once per process, and a failed start is final. To reach a Secret
/// Service that starts later or restarts, create that store again.
fn connect() -> Result<Arc<CredentialStore>, Error> {
    static FIRST: AtomicBool = AtomicBool::new(true);
    if FIRST.swap(false, Ordering::Relaxed)
        && keyring::Entry::store_status().is_ok()
        && let Some(store) = keyring_core::get_default_store()
    {
        return Ok(store);
    }
    connect_anew()
}

#[cfg(all(unix, not(any(target_os = "macos", target_os = "ios", target_os = "android"))))]
fn connect_anew() -> Result<Arc<CredentialStore>, Error> {
    Ok(zbus_secret_service_keyring_store::Store::new()?)
}

#[cfg(not(all(unix, not(any(target_os = "macos", target_os = "ios", target_os = "android")))))]
fn connect_anew() -> Result<Arc<CredentialStore>, Error> {
    match keyring::Entry::store_status() {
        Ok(()) => keyring_core::get_default_store().ok_or(Error::NoDefaultStore),
        Err(error) => Err(Error::PlatformFailure(error.to_string().into())),
    }
}

fn translated(error: Error) -> SecretStoreError {
    match error {
        Error::NoEntry => SecretStoreError::NoEntry,
        Error::NoStorageAccess(_) => SecretStoreError::NoAccess,
        Error::Ambiguous(_) => SecretStoreError::Ambiguous,
        Error::BadEncoding(bytes) | Error::BadDataFormat(bytes, _) => {
            drop(Zeroizing::new(bytes));
            SecretStoreError::Damaged
        }
        Error::BadStoreFormat(_) => SecretStoreError::Damaged,
        Error::TooLong(..) | Error::Invalid(..) => SecretStoreError::Unstorable,
        error => unavailable(error),
    }
}

fn unavailable(reason: impl fmt::Display) -> SecretStoreError {
    SecretStoreError::Unavailable { reason: reason.to_string() }
}
