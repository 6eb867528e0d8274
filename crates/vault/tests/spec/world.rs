//! The fixture of a test: a folder, a keyring, a clock and ids.

use std::{
    fs,
    io::{Read, Write},
    iter,
    path::PathBuf,
    sync::{
        Arc,
        atomic::{AtomicU64, Ordering},
    },
    time::Duration,
};

use age::x25519::Identity;
use jiff::{SignedDuration, Timestamp};
use proofup_otp::{Algorithm, Kind, OtpParams, Secret};
use proofup_vault::{MemoryStore, NewEntry, OnCall, SecretStore, Vault, VaultConfig, WorkFactor};
use secrecy::{ExposeSecret, SecretString};
use serde_json::Value;
use tempfile::TempDir;
use uuid::Uuid;

pub struct World {
    pub folder: TempDir,
    pub store: Arc<MemoryStore>,
}

impl World {
    pub fn new() -> Self {
        Self { folder: TempDir::new().unwrap(), store: Arc::new(MemoryStore::new()) }
    }

    /// A world with an open vault and these accounts, saved one per minute.
    pub fn with_accounts(names: &[&str]) -> (Self, Vault) {
        let world = Self::new();
        let vault = world.vault();
        vault.open(noon()).unwrap();
        for (minute, name) in (1..).zip(names) {
            vault.add(account(name), after_minutes(minute)).unwrap();
        }
        (world, vault)
    }

    pub fn dir(&self) -> PathBuf {
        self.folder.path().join("data")
    }

    pub fn file(&self, name: &str) -> PathBuf {
        self.dir().join(name)
    }

    pub fn config(&self) -> VaultConfig {
        config(self.dir(), self.store.clone())
    }

    /// The vault of another start of the program.
    pub fn vault(&self) -> Vault {
        Vault::new(self.config())
    }

    pub fn opened(&self) -> Vault {
        let vault = self.vault();
        vault.open(noon()).unwrap();
        vault
    }

    pub fn names(&self) -> Vec<String> {
        fs::read_dir(self.dir()).map_or_else(
            |_| Vec::new(),
            |entries| {
                let mut names: Vec<_> =
                    entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
                names.sort();
                names
            },
        )
    }

    /// The identity in the keyring.
    pub fn identity(&self) -> Identity {
        let line = self.store.get("vault-key").unwrap();
        let encoded = line.expose_secret().rsplit(':').next().unwrap().to_owned();
        let text = String::from_utf8(data_encoding::BASE64.decode(encoded.as_bytes()).unwrap()).unwrap();
        text.parse().unwrap()
    }

    /// The plain content of the vault file.
    pub fn plain(&self) -> Value {
        let sealed = fs::read(self.file("vault.age")).unwrap();
        let identity = self.identity();
        let mut plain = Vec::new();
        let decryptor = age::Decryptor::new_buffered(&sealed[..]).unwrap();
        decryptor.decrypt(iter::once(&identity as &dyn age::Identity)).unwrap().read_to_end(&mut plain).unwrap();
        serde_json::from_slice(&plain).unwrap()
    }

    /// Replaces the plain content of the vault file.
    pub fn write_plain(&self, plain: &[u8]) {
        fs::write(self.file("vault.age"), encrypted(&self.identity(), plain)).unwrap();
    }
}

pub fn encrypted(identity: &Identity, plain: &[u8]) -> Vec<u8> {
    let recipient = identity.to_public();
    let encryptor = age::Encryptor::with_recipients(iter::once(&recipient as &dyn age::Recipient)).unwrap();
    let mut sealed = Vec::new();
    let mut writer = encryptor.wrap_output(&mut sealed).unwrap();
    writer.write_all(plain).unwrap();
    writer.finish().unwrap();
    sealed
}

pub fn config(dir: PathBuf, store: Arc<dyn SecretStore>) -> VaultConfig {
    static NEXT: AtomicU64 = AtomicU64::new(1);
    let new_id = Arc::new(|| {
        let number = NEXT.fetch_add(1, Ordering::Relaxed);
        Uuid::from_u64_pair(u64::from(std::process::id()), number)
    });
    let mut config = VaultConfig::new(dir, store, new_id);
    config.work_factor = WorkFactor::for_tests(1);
    // Most tests are not about copies of the key.
    config.keyring_alone = true;
    config.lock_wait = Duration::from_millis(200);
    config
}

/// A disk that is full whenever this file is changed.
pub fn failing_at_file(name: &'static str) -> OnCall {
    Arc::new(move |call| if call.file == name { Err(std::io::ErrorKind::StorageFull.into()) } else { Ok(()) })
}

pub fn noon() -> Timestamp {
    "2026-01-31T12:00:00Z".parse().unwrap()
}

pub fn after_minutes(minutes: i64) -> Timestamp {
    noon() + SignedDuration::from_mins(minutes)
}

pub fn passphrase(text: &str) -> SecretString {
    SecretString::from(text.to_owned())
}

pub fn params(secret: &str, kind: Kind) -> OtpParams {
    let secret = Secret::from_bytes(secret.as_bytes().to_vec()).unwrap();
    OtpParams::new(secret, kind, Algorithm::Sha1, 6).unwrap()
}

pub fn account(name: &str) -> NewEntry {
    NewEntry {
        issuer: "Contoso".to_owned(),
        account: name.to_owned(),
        params: params(&format!("secret of {name}"), Kind::Totp { period: 30 }),
        organisation: None,
    }
}

pub fn counted(name: &str, counter: u64) -> NewEntry {
    NewEntry { params: params(&format!("secret of {name}"), Kind::Hotp { counter }), ..account(name) }
}

pub fn accounts_of(vault: &Vault) -> Vec<String> {
    vault.read(|entries| entries.iter().map(|entry| entry.account.clone()).collect()).unwrap()
}
