//! Stores the session between two runs of the app: one line in the OS keyring, or only in memory if there is none.

use std::{
    sync::{Arc, Mutex, PoisonError},
    time::Duration,
};

use data_encoding::BASE64;
use proofup_client::{Keeping, SessionStore, StoredSession};
use proofup_vault::{SecretStore, SecretStoreError, StoreKind};
use secrecy::{ExposeSecret, SecretString};
use serde::{Deserialize, Serialize};
use zeroize::Zeroizing;

const ITEM: &str = "session";
const VERSION: &str = "v1";

/// A keyring may wait for a person. After this time the app continues; the token is in memory anyway.
const PATIENCE: Duration = Duration::from_secs(5);

/// The store for sessions.
pub(crate) struct StoredSessions {
    store: Arc<dyn SecretStore>,
    in_memory: Mutex<Kept>,
}

/// A session and its service: a token is never sent to another service.
#[derive(Clone, Default, Serialize, Deserialize)]
struct Kept {
    service: String,
    session: StoredSession,
}

impl StoredSessions {
    pub(crate) fn new(store: Arc<dyn SecretStore>) -> Self {
        Self { store, in_memory: Mutex::default() }
    }

    /// Whether a session survives the end of the program.
    pub(crate) fn outlives_the_program(&self) -> bool {
        self.store.describe() != StoreKind::SwitchedOff
    }

    /// Reads the stored session of this service. Blocks while the keyring answers.
    pub(crate) fn load(&self, service: &str) -> Result<Option<StoredSession>, SecretStoreError> {
        let line = match self.store.get(ITEM) {
            Ok(line) => line,
            Err(SecretStoreError::NoEntry | SecretStoreError::SwitchedOff) => return Ok(None),
            Err(error) => return Err(error),
        };
        let kept = from_line(&line).ok_or(SecretStoreError::Damaged)?;
        if kept.service != service {
            return Ok(None);
        }
        let session = kept.session.clone();
        *self.memory() = kept;
        Ok(Some(session))
    }

    /// The token of this computer as a remembered device of a person.
    pub(crate) fn device_token(&self, service: &str, user_name: &str) -> Option<proofup_api::SecretText> {
        let kept = self.memory();
        let [kept_name, name] = [&kept.session.user_principal_name, user_name].map(proofup_text::user_name);
        if kept.service == service && kept_name == name { kept.session.device_token.clone() } else { None }
    }

    /// The store for sessions of one service.
    pub(crate) fn of_service(self: &Arc<Self>, service: String) -> Arc<dyn SessionStore> {
        Arc::new(OfService { kept: self.clone(), service })
    }

    fn memory(&self) -> std::sync::MutexGuard<'_, Kept> {
        self.in_memory.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

struct OfService {
    kept: Arc<StoredSessions>,
    service: String,
}

impl SessionStore for OfService {
    fn keep(&self, session: StoredSession) -> Keeping<'_> {
        let kept = Kept { service: self.service.clone(), session };
        *self.kept.memory() = kept.clone();
        Box::pin(async move {
            if !self.kept.outlives_the_program() {
                return;
            }
            let store = self.kept.store.clone();
            let writing = tokio::task::spawn_blocking(move || store.set(ITEM, &to_line(&kept)));
            match tokio::time::timeout(PATIENCE, writing).await {
                Ok(Ok(Ok(()))) => {}
                Ok(Ok(Err(error))) => {
                    tracing::warn!(%error, "the session was not stored in the keyring; it ends with the app")
                }
                Ok(Err(_)) => tracing::warn!("writing the session into the keyring failed"),
                Err(_) => tracing::warn!("the keyring did not take the session in time"),
            }
        })
    }
}

/// One line of printable ASCII, which all keyrings store unchanged.
fn to_line(kept: &Kept) -> SecretString {
    let json = Zeroizing::new(serde_json::to_vec(kept).unwrap_or_default());
    SecretString::from(format!("{VERSION} {}", BASE64.encode(&json)))
}

fn from_line(line: &SecretString) -> Option<Kept> {
    let (version, text) = line.expose_secret().split_once(' ')?;
    if version != VERSION {
        return None;
    }
    let json = Zeroizing::new(BASE64.decode(text.as_bytes()).ok()?);
    serde_json::from_slice(&json).ok()
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use proofup_api::SecretText;
    use proofup_client::StoredSession;
    use proofup_vault::{MemoryStore, NoKeyring};

    use super::StoredSessions;

    const HERE: &str = "https://verify.contoso.example";

    fn anns() -> StoredSession {
        StoredSession {
            user_principal_name: "ann@contoso.example".into(),
            refresh_token: Some(SecretText::new("r1")),
            device_token: Some(SecretText::new("d1")),
        }
    }

    #[tokio::test]
    async fn is_restored_only_for_the_same_service() {
        let keyring = Arc::new(MemoryStore::new());
        let kept = Arc::new(StoredSessions::new(keyring.clone()));
        kept.of_service(HERE.into()).keep(anns()).await;

        let next = StoredSessions::new(keyring.clone());
        let session = next.load(HERE).unwrap().expect("it was kept");
        assert_eq!(session.refresh_token.as_ref().map(SecretText::expose), Some("r1"));
        assert!(next.device_token(HERE, "Ann@Contoso.Example").is_some());
        assert!(next.device_token(HERE, "bob@contoso.example").is_none(), "a device is remembered for one person");
        assert!(next.load("https://elsewhere.example").unwrap().is_none(), "a token is sent only to its own service");
    }

    #[tokio::test]
    async fn is_only_in_memory_without_a_keyring() {
        let kept = Arc::new(StoredSessions::new(Arc::new(NoKeyring)));
        assert!(!kept.outlives_the_program());
        kept.of_service(HERE.into()).keep(anns()).await;
        assert!(kept.device_token(HERE, "ann@contoso.example").is_some());
        assert!(kept.load(HERE).unwrap().is_none());
    }
}
