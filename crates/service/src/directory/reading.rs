//! Reads everybody. The answer is whole, or it is a fault: a search that broke off says nothing of those who did not come.

use std::collections::HashSet;

use ldap3::adapters::PagedResults;
use ldap3::{Ldap, Scope, SearchEntry, ldap_escape};

use super::entry::{DirectoryPerson, values};
use super::fault::Fault;
use super::servers::{Server, Servers};
use super::settings::{DirectoryKind, DirectorySettings};

/// More people than this are a wrong base or filter.
const MOST_PEOPLE: usize = 2_000_000;
/// The rule of Active Directory by which the members of groups in a group are members too.
const IN_CHAIN: &str = "1.2.840.113556.1.4.1941";

/// Everybody who is in the directory, and who is in which group.
#[derive(Debug, Default)]
pub(crate) struct People {
    pub(crate) people: Vec<DirectoryPerson>,
    /// By the place of a rule in the configuration: its members.
    pub(crate) members: Vec<Members>,
}

/// The members of a group, as the kind of directory names them.
#[derive(Debug)]
pub(crate) enum Members {
    /// By the comparable form of their names.
    Names(HashSet<String>),
    /// By their ids.
    Ids(HashSet<String>),
}

impl Members {
    pub(crate) fn hold(&self, person: &DirectoryPerson) -> bool {
        match self {
            Self::Names(names) => names.contains(&person.dn),
            Self::Ids(ids) => person.id.as_ref().is_some_and(|id| ids.contains(id)),
        }
    }
}

/// A search of one server, page after page.
struct Reader<'a> {
    servers: &'a Servers,
    server: &'a Server,
    settings: &'a DirectorySettings,
    ldap: Ldap,
}

/// Everybody, from the first server that gives a whole answer.
pub(super) async fn people(servers: &Servers, settings: &DirectorySettings, now_ms: i64) -> Result<People, Fault> {
    let mut faults = Vec::new();
    for server in servers.in_turn() {
        match from(servers, &server, settings, now_ms).await {
            Ok(people) => return Ok(people),
            Err(fault) => faults.push(fault),
        }
    }
    let words: Vec<_> = faults.iter().map(ToString::to_string).collect();
    let words = words.join("; ");
    let away = faults.iter().all(|fault| matches!(fault, Fault::Away(_)));
    Err(if away { Fault::Away(words) } else { Fault::Refused(words) })
}

async fn from(servers: &Servers, server: &Server, settings: &DirectorySettings, now_ms: i64) -> Result<People, Fault> {
    let ldap = servers.connect(server).await?;
    let mut reader = Reader { servers, server, settings, ldap };
    let attributes = settings.attributes();
    let mut people = Vec::new();
    reader.each(settings.filter(), attributes.names(), |entry| people.push(attributes.person(entry, now_ms))).await?;
    let mut members = Vec::with_capacity(settings.groups.len());
    for rule in &settings.groups {
        let of_group = match settings.kind {
            DirectoryKind::Openldap => Members::Names(reader.members(&rule.dn).await?),
            DirectoryKind::ActiveDirectory => {
                // That it is there: the search below finds nobody in a group that is not.
                reader.members(&rule.dn).await?;
                let filter =
                    format!("(&{}(memberOf:{IN_CHAIN}:={}))", settings.filter(), ldap_escape(rule.dn.as_str()));
                let mut ids = HashSet::new();
                reader.each(&filter, vec![attributes.id.clone()], |entry| ids.extend(attributes.id_of(entry))).await?;
                Members::Ids(ids)
            }
        };
        members.push(of_group);
    }
    Ok(People { people, members })
}

impl Reader<'_> {
    /// Calls a function with each entry that a filter finds below the base.
    async fn each(
        &mut self,
        filter: &str,
        names: Vec<String>,
        mut take: impl FnMut(&SearchEntry),
    ) -> Result<(), Fault> {
        let (servers, server) = (self.servers, self.server);
        let pages = PagedResults::new(i32::from(self.settings.page_size));
        let begun = self.ldap.streaming_search_with(pages, &self.settings.base, Scope::Subtree, filter, names);
        let mut search = servers.step(server, begun).await?;
        let mut taken = 0_usize;
        loop {
            match servers.step(server, search.next()).await {
                Ok(Some(entry)) if entry.is_ref() || entry.is_intermediate() => {}
                Ok(Some(entry)) => {
                    take(&SearchEntry::construct(entry));
                    taken += 1;
                    if taken > MOST_PEOPLE {
                        return Err(Fault::Refused(format!("{}: more than {MOST_PEOPLE} entries", server.url)));
                    }
                }
                Ok(None) => break,
                Err(fault) => return Err(Fault::Away(format!("{fault}, after {taken} entries"))),
            }
        }
        let end = search.finish().await;
        match end.rc {
            0 => Ok(()),
            _ => Err(Fault::of_result(&server.url, &format!("the search broke off after {taken} entries"), &end)),
        }
    }

    /// The names of a group's members. A group that is not there is a fault: it would take roles from everybody.
    async fn members(&mut self, dn: &str) -> Result<HashSet<String>, Fault> {
        let names = vec!["member", "uniqueMember"];
        let search = self.ldap.search(dn, Scope::Base, "(objectClass=*)", names);
        let found = self.servers.step(self.server, search).await?;
        let (entries, end) = (found.0, found.1);
        if end.rc != 0 {
            return Err(Fault::of_result(&self.server.url, &format!("the group {dn}"), &end));
        }
        let mut members = HashSet::new();
        for entry in entries.into_iter().filter(|entry| !entry.is_ref() && !entry.is_intermediate()) {
            let entry = SearchEntry::construct(entry);
            for name in ["member", "uniqueMember"] {
                members.extend(values(&entry, name).iter().map(|dn| proofup_ldap::comparable(dn)));
            }
        }
        Ok(members)
    }
}
