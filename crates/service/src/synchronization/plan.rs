//! What a run has to do: the people of the directory compared with those who are kept. Nothing is read or written here.

use std::collections::{HashMap, HashSet};

use proofup_api::{MfaState, Role};
use proofup_store::sourced_people::SourcedPerson;
use proofup_store::users::User;
use serde::{Deserialize, Serialize};

use crate::directory::{DirectoryPerson, DirectorySettings, People};
use crate::people::names::{NameBook, UserPrincipalName};

/// So many people may be blocked even where they are a large share.
const FEW: usize = 10;
/// A name that is shown is cut there.
const LONGEST_NAME: usize = 256;

/// What is to be done.
#[derive(Debug, Default)]
pub(super) struct Plan {
    pub(super) new: Vec<Newcomer>,
    pub(super) changes: Vec<Change>,
    pub(super) refused: Vec<Refused>,
    /// How many people who come from the directory can sign in now.
    active: usize,
}

/// A person who is not kept yet.
#[derive(Debug)]
pub(super) struct Newcomer {
    pub(super) source_id: String,
    pub(super) upn: String,
    pub(super) display_name: String,
    pub(super) phone: Option<String>,
    pub(super) roles: Vec<Role>,
    pub(super) second_step: bool,
}

/// What changes about a person. What is none stays.
#[derive(Debug)]
pub(super) struct Change {
    pub(super) user: User,
    pub(super) upn: Option<String>,
    pub(super) display_name: Option<String>,
    pub(super) phone: Option<Option<String>>,
    pub(super) roles: Option<Vec<Role>>,
    pub(super) second_step: bool,
    pub(super) block: Option<Why>,
    pub(super) unblock: bool,
}

/// Why the directory blocks a person.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Why {
    Disabled,
    Gone,
}

/// Somebody whom the run left as they are.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Refused {
    /// The user name, or the entry where there is none.
    pub(crate) who: String,
    pub(crate) reason: RefusedReason,
}

/// Why.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) enum RefusedReason {
    /// The entry has no id that can be kept.
    NoId,
    /// Several entries have this id.
    IdTwice,
    /// The entry has no user name, or one that is none.
    NoUserName,
    /// Several entries have this user name.
    UserNameTwice,
    /// Another person has this user name: one who comes from somewhere else, or whose entry was another one.
    UserNameTaken,
    /// The number is none; everything else about the person was done.
    PhoneInvalid,
    /// Nobody else administers.
    LastAdministrator,
}

impl RefusedReason {
    pub(crate) fn words(self) -> &'static str {
        match self {
            Self::NoId => "the entry has no id that can be kept",
            Self::IdTwice => "several entries have this id",
            Self::NoUserName => "the entry has no user name like ann@contoso.example",
            Self::UserNameTwice => "several entries have this user name",
            Self::UserNameTaken => "another person has this user name here",
            Self::PhoneInvalid => "the office phone is no number with a country code",
            Self::LastAdministrator => "nobody else administers",
        }
    }
}

/// An entry that can be kept, and what its groups give.
struct Wanted<'a> {
    entry: &'a DirectoryPerson,
    id: &'a str,
    upn: Option<UserPrincipalName>,
    roles: Vec<Role>,
    second_step: bool,
}

impl Plan {
    /// Compares everybody.
    pub(super) fn of(settings: &DirectorySettings, kept: &[SourcedPerson], people: &People, now: i64) -> Self {
        let mut plan = Self::default();
        let wanted = plan.wanted(settings, people);
        let source = settings.source();
        let ours = |person: &&SourcedPerson| person.user.source.as_deref() == Some(source);
        let by_id: HashMap<&str, &SourcedPerson> =
            kept.iter().filter(ours).filter_map(|person| Some((person.source_id.as_deref()?, person))).collect();
        plan.active = by_id.values().filter(|person| !person.user.is_blocked(now)).count();
        let names = plan.names(kept, &by_id, &wanted);
        let managed: HashSet<Role> = settings.groups.iter().filter_map(|rule| rule.role).collect();
        for one in &wanted {
            let upn = names.get(one.id).cloned();
            match by_id.get(one.id) {
                Some(person) => plan.compare(person, one, upn, &managed, now),
                None => plan.add(one, upn),
            }
        }
        // Who has an entry that was refused is not gone.
        let seen: HashSet<&str> = people.people.iter().filter_map(|entry| entry.id.as_deref()).collect();
        let mut gone: Vec<_> = by_id.iter().filter(|(id, _)| !seen.contains(*id)).map(|(_, person)| *person).collect();
        gone.sort_by(|one, other| one.user.id.cmp(&other.user.id));
        for person in gone {
            if !(person.blocked_by_source && person.user.is_blocked(now)) {
                plan.changes.push(Change { block: Some(Why::Gone), ..Change::none(&person.user) });
            }
        }
        plan
    }

    /// Whether there is nothing to do.
    pub(super) fn is_empty(&self) -> bool {
        self.new.is_empty() && self.changes.is_empty()
    }

    /// Those who are going to be blocked.
    pub(super) fn blocked(&self) -> usize {
        self.changes.iter().filter(|change| change.block.is_some()).count()
    }

    /// How many are to be blocked of how many, where that is more than a run does by itself.
    pub(super) fn blocks_too_many(&self, percent: u8) -> Option<(usize, usize)> {
        let blocked = self.blocked();
        (blocked > FEW && blocked * 100 > usize::from(percent) * self.active).then_some((blocked, self.active))
    }

    /// The entries that can be kept, each id once.
    fn wanted<'a>(&mut self, settings: &DirectorySettings, people: &'a People) -> Vec<Wanted<'a>> {
        let mut times: HashMap<&str, usize> = HashMap::with_capacity(people.people.len());
        for id in people.people.iter().filter_map(|entry| entry.id.as_deref()) {
            *times.entry(id).or_default() += 1;
        }
        let mut wanted = Vec::with_capacity(people.people.len());
        for entry in &people.people {
            let Some(id) = entry.id.as_deref() else {
                self.refuse(entry.user_name.as_deref().unwrap_or(&entry.dn), RefusedReason::NoId);
                continue;
            };
            if times.get(id).is_some_and(|times| *times > 1) {
                self.refuse(entry.user_name.as_deref().unwrap_or(&entry.dn), RefusedReason::IdTwice);
                continue;
            }
            let upn = entry.user_name.as_deref().and_then(UserPrincipalName::parse);
            if upn.is_none() {
                self.refuse(entry.user_name.as_deref().unwrap_or(&entry.dn), RefusedReason::NoUserName);
            }
            let of_groups: Vec<_> = settings
                .groups
                .iter()
                .zip(&people.members)
                .filter(|(_, members)| members.hold(entry))
                .map(|(rule, _)| rule)
                .collect();
            let role = |role: &Role| of_groups.iter().any(|rule| rule.role == Some(*role));
            let roles = [Role::Administrator, Role::HelpDesk, Role::Auditor].into_iter().filter(role).collect();
            let second_step = settings.second_step || of_groups.iter().any(|rule| rule.second_step);
            wanted.push(Wanted { entry, id, upn, roles, second_step });
        }
        wanted
    }

    /// The user name that each id is to have, where it can have it. A name is given to one person, and taken from nobody who keeps it.
    fn names(
        &mut self,
        kept: &[SourcedPerson],
        by_id: &HashMap<&str, &SourcedPerson>,
        wanted: &[Wanted<'_>],
    ) -> HashMap<String, String> {
        let mut book = NameBook::default();
        for person in kept {
            book.note(&person.user.upn, &person.user.id);
        }
        let keys: Vec<_> = wanted.iter().map(|one| one.upn.as_ref().map(|upn| NameBook::key(upn.as_str()))).collect();
        let mut times: HashMap<&str, usize> = HashMap::with_capacity(wanted.len());
        for key in keys.iter().flatten() {
            *times.entry(key).or_default() += 1;
        }
        // Who gives a name up: those who get another one. Somebody whose own wish fails keeps it, and may be in another's way.
        let mut moving: HashMap<&str, &str> = HashMap::new();
        let mut coming: Vec<(&Wanted<'_>, &str)> = Vec::new();
        for (one, key) in wanted.iter().zip(&keys) {
            let (Some(upn), Some(key)) = (&one.upn, key) else { continue };
            let upn = upn.as_str();
            let person = by_id.get(one.id);
            if person.is_some_and(|person| person.user.upn == upn) {
                continue;
            }
            if times.get(key.as_str()).is_some_and(|times| *times > 1) {
                self.refuse(upn, RefusedReason::UserNameTwice);
                continue;
            }
            if let Some(person) = person {
                moving.insert(&person.user.id, upn);
            }
            coming.push((one, upn));
        }
        loop {
            let stuck: Vec<&str> = moving
                .iter()
                .filter(|(id, upn)| {
                    book.holder(upn).is_some_and(|holder| holder != **id && !moving.contains_key(holder))
                })
                .map(|(id, _)| *id)
                .collect();
            if stuck.is_empty() {
                break;
            }
            for id in stuck {
                moving.remove(id);
            }
        }
        let mut names = HashMap::new();
        for (one, upn) in coming {
            let free = match by_id.get(one.id) {
                Some(person) => moving.contains_key(person.user.id.as_str()),
                None => book.holder(upn).is_none_or(|holder| moving.contains_key(holder)),
            };
            if free {
                names.insert(one.id.to_owned(), upn.to_owned());
            } else {
                self.refuse(upn, RefusedReason::UserNameTaken);
            }
        }
        names
    }

    fn compare(
        &mut self,
        person: &SourcedPerson,
        one: &Wanted<'_>,
        upn: Option<String>,
        managed: &HashSet<Role>,
        now: i64,
    ) {
        let (user, entry) = (&person.user, one.entry);
        let shown = shown_name(entry, &user.upn);
        let roles: Vec<_> = [Role::Administrator, Role::HelpDesk, Role::Auditor]
            .into_iter()
            .filter(|role| if managed.contains(role) { one.roles.contains(role) } else { user.roles().contains(role) })
            .collect();
        let blocked = person.blocked_by_source && user.is_blocked(now);
        let change = Change {
            upn,
            display_name: (entry.display_name.is_some() && shown != user.display_name).then_some(shown),
            phone: (entry.phone != person.source_phone).then(|| entry.phone.clone()),
            roles: (roles != user.roles()).then_some(roles),
            second_step: one.second_step && user.mfa_state == MfaState::Disabled,
            block: (entry.disabled && !blocked).then_some(Why::Disabled),
            unblock: !entry.disabled && person.blocked_by_source,
            ..Change::none(user)
        };
        if !change.is_nothing() {
            self.changes.push(change);
        }
    }

    fn add(&mut self, one: &Wanted<'_>, upn: Option<String>) {
        // Who cannot sign in need not be kept.
        let Some(upn) = upn.filter(|_| !one.entry.disabled) else { return };
        self.new.push(Newcomer {
            source_id: one.id.to_owned(),
            display_name: shown_name(one.entry, &upn),
            upn,
            phone: one.entry.phone.clone(),
            roles: one.roles.clone(),
            second_step: one.second_step,
        });
    }

    pub(super) fn refuse(&mut self, who: &str, reason: RefusedReason) {
        self.refused.push(Refused { who: proofup_text::listed_name(who, LONGEST_NAME), reason });
    }
}

impl Change {
    fn none(user: &User) -> Self {
        Self {
            user: user.clone(),
            upn: None,
            display_name: None,
            phone: None,
            roles: None,
            second_step: false,
            block: None,
            unblock: false,
        }
    }

    fn is_nothing(&self) -> bool {
        self.upn.is_none()
            && self.display_name.is_none()
            && self.phone.is_none()
            && self.roles.is_none()
            && !self.second_step
            && self.block.is_none()
            && !self.unblock
    }
}

/// The name that is shown; the user name where the directory has none that can be.
fn shown_name(entry: &DirectoryPerson, upn: &str) -> String {
    let name = proofup_text::listed_name(entry.display_name.as_deref().unwrap_or_default(), LONGEST_NAME);
    if name.is_empty() { upn.to_owned() } else { name }
}

#[cfg(test)]
mod tests;
