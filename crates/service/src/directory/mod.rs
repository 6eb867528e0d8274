//! The directory that people come from, over LDAP: reads everybody, and asks whether a password is right. It decides nothing.
//!
//! Connections are behind TLS, always. Referrals are not followed: the password would go where an entry says.

mod entry;
mod fault;
mod passwords;
mod reading;
mod remembered;
mod servers;
mod settings;

use std::sync::Arc;
use std::time::Duration;

use proofup_api::SecretText;

pub(crate) use self::entry::DirectoryPerson;
pub(crate) use self::fault::Fault;
use self::passwords::Idle;
#[cfg(test)]
pub(crate) use self::reading::Members;
pub(crate) use self::reading::People;
use self::remembered::Remembered;
use self::servers::Servers;
pub use self::settings::{AttributeNames, DirectoryKind, DirectorySettings, GroupRule};
use crate::{Clock, Random, ServiceError};

/// A server that answers a little from time to time is given up then.
const LONGEST_READ: Duration = Duration::from_mins(10);

/// A directory. Clones share its connections.
#[derive(Clone)]
pub(crate) struct Directory(Arc<Parts>);

struct Parts {
    settings: DirectorySettings,
    servers: Servers,
    idle: Idle,
    remembered: Remembered,
    clock: Clock,
}

/// What a server says to a test.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Tested {
    pub(crate) server: String,
    pub(crate) fault: Option<String>,
}

impl Directory {
    /// Reads the files that the settings name, and asks nobody yet.
    pub(crate) fn new(settings: DirectorySettings, random: Random, clock: Clock) -> Result<Self, ServiceError> {
        settings.check()?;
        let remembered = Remembered::new(random, settings.password_cache_hours)?;
        let servers = Servers::new(&settings)?;
        Ok(Self(Arc::new(Parts { settings, servers, idle: Idle::default(), remembered, clock })))
    }

    pub(crate) fn settings(&self) -> &DirectorySettings {
        &self.0.settings
    }

    /// Everybody. The answer is whole, or it is a fault.
    pub(crate) async fn people(&self) -> Result<People, Fault> {
        let parts = Arc::clone(&self.0);
        let read = async move { reading::people(&parts.servers, &parts.settings, parts.clock.now_ms()).await };
        let too_long = || Fault::Away(format!("not everybody was read in {} minutes", LONGEST_READ.as_secs() / 60));
        tokio::time::timeout(LONGEST_READ, caught(read)).await.unwrap_or_else(|_| Err(too_long()))
    }

    /// Whether a password is that of the person with this id.
    pub(crate) async fn is_right(&self, id: &str, password: &SecretText) -> Result<bool, Fault> {
        let (parts, id, password) = (Arc::clone(&self.0), id.to_owned(), password.clone());
        caught(async move {
            let now = parts.clock.now_ms();
            let asked = passwords::is_right(&parts.servers, &parts.settings, &parts.idle, (&id, &password), now).await;
            match asked {
                Ok(right) => {
                    parts.remembered.note(&id, &password, right, now);
                    Ok(right)
                }
                Err(fault) if parts.remembered.knows(&id, &password, now) => {
                    tracing::warn!(%fault, "a remembered password counts: the directory does not answer");
                    Ok(true)
                }
                Err(fault) => Err(fault),
            }
        })
        .await
    }

    /// Asks every server whether it takes the service's account.
    pub(crate) async fn test(&self) -> Vec<Tested> {
        let mut all = Vec::new();
        for server in self.0.servers.in_turn() {
            let connected = self.0.servers.connect(&server).await;
            all.push(Tested { server: server.url.clone(), fault: connected.err().map(|fault| fault.to_string()) });
        }
        all
    }
}

impl std::fmt::Debug for Directory {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Directory").field("servers", &self.0.settings.servers).finish_non_exhaustive()
    }
}

/// Runs what reads answers of a server. The library panics at malformed ones; here that is a fault of the server.
async fn caught<T: Send + 'static>(work: impl Future<Output = Result<T, Fault>> + Send + 'static) -> Result<T, Fault> {
    let malformed = |_| Fault::Away("the directory sent a malformed answer".to_owned());
    tokio::spawn(work).await.unwrap_or_else(|error| Err(malformed(error)))
}
