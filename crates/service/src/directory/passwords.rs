//! Whether a password is right: the directory is asked by a bind.
//!
//! The entry is looked up by the stable id that the synchronisation kept, so a name in a request chooses no account. Searches and
//! binds have connections of their own: a bind makes its connection anonymous when it fails, and its person's when it does not.

use std::sync::{Arc, Mutex, PoisonError};

use ldap3::{Ldap, Scope, SearchEntry};
use proofup_api::SecretText;

use super::fault::{Fault, words};
use super::servers::{Server, Servers};
use super::settings::DirectorySettings;

/// Connections that wait for the next check.
#[derive(Default)]
pub(super) struct Idle(Mutex<Vec<Pair>>);

/// A connection that searches under the service's account, and one that binds; to the same server.
struct Pair {
    server: Arc<Server>,
    search: Ldap,
    bind: Ldap,
}

impl Idle {
    fn take(&self) -> Option<Pair> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).pop()
    }

    fn forget(&self) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).clear();
    }

    fn keep(&self, pair: Pair, most: usize) {
        let mut idle = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if idle.len() < most {
            idle.push(pair);
        }
    }
}

/// Asks whether a password is that of the person with this id.
pub(super) async fn is_right(
    servers: &Servers,
    settings: &DirectorySettings,
    idle: &Idle,
    (id, password): (&str, &SecretText),
    now_ms: i64,
) -> Result<bool, Fault> {
    // A bind without a password succeeds for everybody on some servers (RFC 4513, section 5.1.2).
    if password.expose().is_empty() {
        return Ok(false);
    }
    let question = Question { servers, settings, id, password, now_ms };
    let most = usize::from(settings.connections);
    if let Some(mut pair) = idle.take() {
        match question.ask(&mut pair).await {
            Ok(right) => {
                idle.keep(pair, most);
                return Ok(right);
            }
            // It may have been closed while it waited, and the others with it.
            Err(error) => {
                tracing::debug!(%error, "connections to the directory are given up");
                idle.forget();
            }
        }
    }
    if servers.have_just_failed() {
        return Err(Fault::Away("no server of the directory answered a moment ago".to_owned()));
    }
    let mut faults = Vec::new();
    for server in servers.in_turn() {
        let asked = async {
            let (search, bind) = (servers.connect(&server).await?, servers.open(&server).await?);
            let mut pair = Pair { server: Arc::clone(&server), search, bind };
            Ok((question.ask(&mut pair).await?, pair))
        };
        match asked.await {
            Ok((right, pair)) => {
                server.note(true);
                idle.keep(pair, most);
                return Ok(right);
            }
            Err(fault @ Fault::Away(_)) => {
                server.note(false);
                faults.push(fault.to_string());
            }
            Err(fault) => faults.push(fault.to_string()),
        }
    }
    Err(Fault::Away(faults.join("; ")))
}

struct Question<'a> {
    servers: &'a Servers,
    settings: &'a DirectorySettings,
    id: &'a str,
    password: &'a SecretText,
    now_ms: i64,
}

impl Question<'_> {
    async fn ask(&self, pair: &mut Pair) -> Result<bool, Fault> {
        let entry = self.entry(pair).await?;
        let is_there = entry.is_some();
        // Nobody is asked for as well, so that the time tells nothing.
        let dn = entry.unwrap_or_else(|| format!("cn=nobody,{}", self.settings.base));
        let server = &pair.server;
        let bound = self.servers.step(server, pair.bind.simple_bind(&dn, self.password.expose())).await?;
        match bound.rc {
            0 => Ok(is_there),
            _ if !is_there => Ok(false),
            // Wrong, or an account that is locked, over, or has to change its password: one answer for all.
            19 | 32 | 48 | 49 | 50 | 53 => {
                tracing::debug!(result = words(&bound), "the directory refused a password");
                Ok(false)
            }
            _ => Err(Fault::of_result(&server.url, "a bind", &bound)),
        }
    }

    /// The name of the entry with this id, as it is now; none if it is gone, or disabled.
    async fn entry(&self, pair: &mut Pair) -> Result<Option<String>, Fault> {
        let attributes = self.settings.attributes();
        let Some(of_id) = attributes.filter_of_id(self.id) else { return Ok(None) };
        let filter = format!("(&{}{of_id})", self.settings.filter());
        let names = attributes.names_of_disabled();
        let search = pair.search.search(&self.settings.base, Scope::Subtree, &filter, names);
        let found = self.servers.step(&pair.server, search).await?;
        let (entries, end) = (found.0, found.1);
        if end.rc != 0 {
            return Err(Fault::of_result(&pair.server.url, "the search of a person", &end));
        }
        let entries = entries.into_iter().filter(|entry| !entry.is_ref() && !entry.is_intermediate());
        let mut entries = entries.map(SearchEntry::construct);
        match (entries.next(), entries.next()) {
            (Some(entry), None) => {
                let usable = !attributes.is_disabled(&entry, self.now_ms) && !entry.dn.trim().is_empty();
                Ok(usable.then_some(entry.dn))
            }
            (None, _) => Ok(None),
            (Some(_), Some(_)) => {
                Err(Fault::Refused(format!("{}: several entries have the id {}", pair.server.url, self.id)))
            }
        }
    }
}
