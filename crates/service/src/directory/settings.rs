//! `[directory]` of the configuration file.

use std::path::PathBuf;

use proofup_api::{Role, SecretText};
use serde::Deserialize;

use crate::ServiceError;

/// Where people come from. What is left out has the value of the kind of directory.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DirectorySettings {
    /// What the attributes are called where nothing else is said.
    #[serde(default)]
    pub kind: DirectoryKind,
    /// `ldaps://NAME[:PORT]`, or `ldap://NAME[:PORT]`, which begins TLS before anything else. The first that answers is asked.
    pub servers: Vec<String>,
    /// The authorities of the servers' certificates, PEM. Without it those of the system.
    pub ca_file: Option<PathBuf>,
    /// The account that reads.
    pub bind_dn: String,
    /// Its password: the first line of a file.
    pub password_file: PathBuf,
    /// Below this entry are the people.
    pub base: String,
    /// Which entries are people.
    pub filter: Option<String>,
    /// Attributes by their use.
    #[serde(default)]
    pub attributes: AttributeNames,
    /// What membership of a group gives.
    #[serde(default)]
    pub groups: Vec<GroupRule>,
    /// Every person from the directory has to register a second step.
    #[serde(default)]
    pub second_step: bool,
    /// Entries of one answer.
    #[serde(default = "page_size")]
    pub page_size: u16,
    /// Minutes between two runs of the synchronisation; with 0 the command line alone begins one.
    #[serde(default = "interval")]
    pub interval_minutes: u32,
    /// A run that would block more than this share of people, and more than ten of them, changes nothing.
    #[serde(default = "share")]
    pub share_limit_percent: u8,
    /// For so many hours after its last check a password that was right is right while no server answers; 0 for never.
    #[serde(default)]
    pub password_cache_hours: u32,
    /// How many passwords are checked at the directory at a time.
    #[serde(default = "connections")]
    pub connections: u8,
    /// How long a server has for an answer.
    #[serde(default = "seconds")]
    pub timeout_seconds: u8,
}

/// What made the directory.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum DirectoryKind {
    /// OpenLDAP, and others that follow RFC 4530.
    #[default]
    Openldap,
    /// Active Directory, and Samba as its domain controller.
    ActiveDirectory,
}

/// The names of attributes; what is left out is that of the kind.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AttributeNames {
    /// An id that the entry keeps for its life, and that no other entry gets.
    pub id: Option<String>,
    /// What people sign in with.
    pub user_name: Option<String>,
    /// How they are shown.
    pub display_name: Option<String>,
    /// The office phone.
    pub phone: Option<String>,
    /// `NAME`: who has it with the value `TRUE` is disabled. `NAME=VALUE`: with this value.
    pub disabled: Option<String>,
}

/// What the members of a group have.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct GroupRule {
    /// The group's entry.
    pub dn: String,
    /// A role here.
    pub role: Option<Role>,
    /// They have to register a second step.
    #[serde(default)]
    pub second_step: bool,
}

fn page_size() -> u16 {
    500
}

fn interval() -> u32 {
    10
}

fn share() -> u8 {
    5
}

fn connections() -> u8 {
    8
}

fn seconds() -> u8 {
    5
}

/// Which attribute is for what.
#[derive(Debug, Clone)]
pub(crate) struct Attributes {
    pub(crate) id: String,
    pub(crate) user_name: String,
    pub(crate) display_name: String,
    pub(crate) phone: String,
    pub(crate) disabled: Disabled,
}

/// How an entry says that its person is disabled.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Disabled {
    /// By a bit of `userAccountControl`, or `accountExpires`.
    ActiveDirectory,
    /// By a value, in any case.
    Value { name: String, value: String },
}

impl DirectorySettings {
    /// The name under which people are kept that come from here.
    pub(crate) fn source(&self) -> &'static str {
        "directory"
    }

    pub(crate) fn filter(&self) -> &str {
        self.filter.as_deref().unwrap_or(match self.kind {
            DirectoryKind::Openldap => "(objectClass=inetOrgPerson)",
            DirectoryKind::ActiveDirectory => "(&(objectCategory=person)(objectClass=user))",
        })
    }

    pub(crate) fn attributes(&self) -> Attributes {
        let ad = self.kind == DirectoryKind::ActiveDirectory;
        let of = |given: &Option<String>, openldap: &str, active: &str| {
            given.clone().unwrap_or_else(|| if ad { active } else { openldap }.to_owned())
        };
        let names = &self.attributes;
        let disabled = match names.disabled.as_deref() {
            None if ad => Disabled::ActiveDirectory,
            // How OpenLDAP's password policy says that an account is locked for good.
            None => Disabled::Value { name: "pwdAccountLockedTime".to_owned(), value: "000001010000Z".to_owned() },
            Some(text) if text.eq_ignore_ascii_case("userAccountControl") => Disabled::ActiveDirectory,
            Some(text) => {
                let (name, value) = text.split_once('=').unwrap_or((text, "TRUE"));
                Disabled::Value { name: name.trim().to_owned(), value: value.trim().to_owned() }
            }
        };
        Attributes {
            id: of(&names.id, "entryUUID", "objectGUID"),
            user_name: of(&names.user_name, "mail", "userPrincipalName"),
            display_name: of(&names.display_name, "displayName", "displayName"),
            phone: of(&names.phone, "telephoneNumber", "telephoneNumber"),
            disabled,
        }
    }

    /// The password of the account that reads.
    pub(super) fn password(&self) -> Result<SecretText, ServiceError> {
        let path = &self.password_file;
        let text = std::fs::read_to_string(path)
            .map(zeroize::Zeroizing::new)
            .map_err(|source| ServiceError::Io { what: format!("read {}", path.display()), source })?;
        match text.lines().next().unwrap_or_default() {
            "" => Err(wrong(&format!("{} holds no password", path.display()))),
            password => Ok(SecretText::new(password)),
        }
    }

    /// Refuses what cannot work, before anything is asked.
    pub(super) fn check(&self) -> Result<(), ServiceError> {
        if self.servers.is_empty() {
            return Err(wrong("servers names none"));
        }
        for (key, text) in [("bind_dn", &self.bind_dn), ("base", &self.base)] {
            if text.trim().is_empty() {
                return Err(wrong(&format!("{key} is empty")));
            }
        }
        if ldap3::parse_filter(self.filter()).is_err() {
            return Err(wrong(&format!("filter is no LDAP filter: {}", self.filter())));
        }
        if !(1..=1000).contains(&self.page_size) {
            return Err(wrong("page_size is 1 to 1000"));
        }
        if self.connections == 0 || self.timeout_seconds == 0 {
            return Err(wrong("connections and timeout_seconds are 1 or more"));
        }
        if self.share_limit_percent > 100 {
            return Err(wrong("share_limit_percent is 0 to 100"));
        }
        let attributes = self.attributes();
        let mut names = vec![&attributes.id, &attributes.user_name, &attributes.display_name, &attributes.phone];
        if let Disabled::Value { name, .. } = &attributes.disabled {
            names.push(name);
        }
        let is_name = |text: &str| {
            text.starts_with(|c: char| c.is_ascii_alphanumeric())
                && text.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '.' | ';'))
        };
        match names.into_iter().find(|name| !is_name(name)) {
            Some(name) => Err(wrong(&format!("{name:?} is no name of an attribute"))),
            None => Ok(()),
        }
    }
}

/// A fault of `[directory]`.
pub(super) fn wrong(why: &str) -> ServiceError {
    ServiceError::Configuration(format!("[directory]: {why}"))
}

#[cfg(test)]
mod tests {
    use super::{DirectorySettings, Disabled};

    fn settings(more: &str) -> DirectorySettings {
        let text = "servers = ['ldaps://directory.contoso.example']\nbind_dn = 'cn=a,dc=b'\npassword_file = '/p'\nbase = 'dc=b'\n";
        toml::from_str(&format!("{text}{more}")).unwrap()
    }

    #[test]
    fn a_kind_brings_the_names_that_are_left_out() {
        let plain = settings("").attributes();
        assert_eq!((plain.id.as_str(), plain.user_name.as_str()), ("entryUUID", "mail"));
        let active = settings("kind = 'active-directory'\n[attributes]\nuser_name = 'mail'").attributes();
        assert_eq!((active.id.as_str(), active.user_name.as_str()), ("objectGUID", "mail"));
        assert_eq!(active.disabled, Disabled::ActiveDirectory);
        let of = |text: &str| settings(&format!("[attributes]\ndisabled = '{text}'")).attributes().disabled;
        let value = |name: &str, value: &str| Disabled::Value { name: name.to_owned(), value: value.to_owned() };
        assert_eq!(of("nsAccountLock"), value("nsAccountLock", "TRUE"));
        assert_eq!(of("employeeType=left"), value("employeeType", "left"));
    }

    #[test]
    fn a_filter_or_a_name_that_is_none_is_refused_before_anything_is_asked() {
        assert!(settings("").check().is_ok());
        for wrong in [
            "filter = '(mail=*'",
            "page_size = 0",
            "page_size = 1001",
            "[attributes]\nid = 'a)(b=*'",
            "connections = 0",
        ] {
            assert!(settings(wrong).check().is_err(), "{wrong}");
        }
    }
}
