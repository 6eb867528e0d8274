//! Entries: what a directory says of a person.

use ldap3::{SearchEntry, ldap_escape};

use super::settings::{Attributes, Disabled};

/// A person as the directory has them. What is missing or wrong is judged where people are compared.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct DirectoryPerson {
    /// The stable id; none if the entry has none, or one that cannot be kept.
    pub(crate) id: Option<String>,
    /// The entry's name, in the form in which names are compared.
    pub(crate) dn: String,
    pub(crate) user_name: Option<String>,
    pub(crate) display_name: Option<String>,
    pub(crate) phone: Option<String>,
    pub(crate) disabled: bool,
}

/// The longest id that is kept.
const LONGEST_ID: usize = 128;
/// The longest value that is read of any other attribute.
const LONGEST_VALUE: usize = 1024;
/// 1601 in milliseconds before 1970: the time from which Windows counts.
const WINDOWS_EPOCH_MS: i64 = 11_644_473_600_000;
/// *Disabled* in `userAccountControl`.
const ACCOUNT_DISABLED: i64 = 2;

impl Attributes {
    /// Those to ask for. Operational ones come only if they are named.
    pub(super) fn names(&self) -> Vec<String> {
        let mut names = vec![
            self.id.clone(),
            self.user_name.clone(),
            self.display_name.clone(),
            "cn".to_owned(),
            self.phone.clone(),
        ];
        names.extend(self.names_of_disabled());
        names
    }

    /// Those that say whether a person is disabled.
    pub(super) fn names_of_disabled(&self) -> Vec<String> {
        match &self.disabled {
            Disabled::ActiveDirectory => vec!["userAccountControl".to_owned(), "accountExpires".to_owned()],
            Disabled::Value { name, .. } => vec![name.clone()],
        }
    }

    /// The person of an entry.
    pub(super) fn person(&self, entry: &SearchEntry, now_ms: i64) -> DirectoryPerson {
        DirectoryPerson {
            id: self.id_of(entry),
            dn: proofup_ldap::comparable(&entry.dn),
            user_name: text(entry, &self.user_name),
            display_name: text(entry, &self.display_name).or_else(|| text(entry, "cn")),
            phone: text(entry, &self.phone),
            disabled: self.is_disabled(entry, now_ms),
        }
    }

    /// The stable id. Sixteen bytes are kept as hexadecimal digits; by chance they may be UTF-8.
    pub(super) fn id_of(&self, entry: &SearchEntry) -> Option<String> {
        if self.has_binary_id() {
            let bytes = bytes(entry, &self.id)?;
            return (bytes.len() == 16).then(|| data_encoding::HEXLOWER.encode(&bytes));
        }
        let id = text(entry, &self.id)?;
        (id.len() <= LONGEST_ID && !id.chars().any(char::is_control)).then_some(id)
    }

    /// The part of a filter that finds the entry of an id.
    pub(super) fn filter_of_id(&self, id: &str) -> Option<String> {
        let value = if self.has_binary_id() {
            let bytes = data_encoding::HEXLOWER.decode(id.as_bytes()).ok()?;
            bytes.iter().map(|byte| format!("\\{byte:02x}")).collect()
        } else {
            ldap_escape(id).into_owned()
        };
        Some(format!("({}={value})", self.id))
    }

    pub(super) fn is_disabled(&self, entry: &SearchEntry, now_ms: i64) -> bool {
        match &self.disabled {
            Disabled::Value { name, value } => {
                values(entry, name).iter().any(|found| found.eq_ignore_ascii_case(value))
            }
            Disabled::ActiveDirectory => {
                let number = |name| text(entry, name).and_then(|text| text.parse::<i64>().ok());
                let off = number("userAccountControl").is_some_and(|bits| bits & ACCOUNT_DISABLED != 0);
                let ends = number("accountExpires").filter(|time| !matches!(*time, 0 | i64::MAX));
                off || ends.is_some_and(|time| time / 10_000 - WINDOWS_EPOCH_MS <= now_ms)
            }
        }
    }

    fn has_binary_id(&self) -> bool {
        self.id.eq_ignore_ascii_case("objectGUID")
    }
}

/// The values of an attribute: first under its own name, then with an option (`displayName;lang-de`).
pub(super) fn values<'a>(entry: &'a SearchEntry, name: &str) -> &'a [String] {
    let exact = entry.attrs.iter().find(|(found, _)| found.eq_ignore_ascii_case(name));
    let with_option = || {
        let mut named: Vec<_> = entry.attrs.iter().filter(|(found, _)| is_with_option(found, name)).collect();
        named.sort_by_key(|(found, _)| *found);
        named.into_iter().next()
    };
    exact.or_else(with_option).map(|(_, values)| values.as_slice()).unwrap_or_default()
}

fn is_with_option(found: &str, name: &str) -> bool {
    found.split_once(';').is_some_and(|(plain, _)| plain.eq_ignore_ascii_case(name))
}

/// The first value with something in it.
fn text(entry: &SearchEntry, name: &str) -> Option<String> {
    let value = values(entry, name).iter().map(|value| value.trim()).find(|value| !value.is_empty())?;
    (value.len() <= LONGEST_VALUE).then(|| value.to_owned())
}

/// The first value as bytes. It stands among the texts if it happens to be one.
fn bytes(entry: &SearchEntry, name: &str) -> Option<Vec<u8>> {
    let binary = entry.bin_attrs.iter().find(|(found, _)| found.eq_ignore_ascii_case(name));
    let binary = binary.and_then(|(_, values)| values.first().cloned());
    binary.or_else(|| values(entry, name).first().map(|text| text.as_bytes().to_vec()))
}

#[cfg(test)]
mod tests {
    use std::collections::HashMap;

    use ldap3::SearchEntry;

    use super::super::settings::{Attributes, Disabled};

    fn entry(attributes: &[(&str, &str)]) -> SearchEntry {
        let attrs = attributes.iter().map(|(name, value)| ((*name).to_owned(), vec![(*value).to_owned()])).collect();
        SearchEntry { dn: "cn=Ann,dc=contoso".to_owned(), attrs, bin_attrs: HashMap::new() }
    }

    fn attributes(id: &str, disabled: Disabled) -> Attributes {
        let name = |text: &str| text.to_owned();
        Attributes {
            id: name(id),
            user_name: name("mail"),
            display_name: name("displayName"),
            phone: name("telephoneNumber"),
            disabled,
        }
    }

    #[test]
    fn an_id_of_sixteen_bytes_is_read_whether_or_not_it_is_a_text() {
        let ids = attributes("objectGUID", Disabled::ActiveDirectory);
        let hex = "000102030405060708090a0b0c0d0e0f";
        let bytes: Vec<u8> = (0..16).collect();
        let as_text = entry(&[("objectguid", std::str::from_utf8(&bytes).unwrap())]);
        let mut as_bytes = entry(&[]);
        as_bytes.bin_attrs.insert("objectGUID".to_owned(), vec![bytes]);
        assert_eq!((ids.id_of(&as_text).as_deref(), ids.id_of(&as_bytes).as_deref()), (Some(hex), Some(hex)));
        assert_eq!(ids.id_of(&entry(&[("objectGUID", "fifteen bytes !")])), None);
        assert_eq!(ids.filter_of_id("00ff").as_deref(), Some("(objectGUID=\\00\\ff)"));
        let text = attributes("uid", Disabled::ActiveDirectory);
        assert_eq!(text.filter_of_id("a*)(b").as_deref(), Some("(uid=a\\2a\\29\\28b)"));
    }

    #[test]
    fn a_name_with_an_option_is_taken_where_there_is_no_plain_one() {
        let names = attributes("uid", Disabled::ActiveDirectory);
        let name = |attributes: &[(&str, &str)]| names.person(&entry(attributes), 0).display_name;
        assert_eq!(name(&[("displayName;lang-de", "Anna"), ("displayname", "Ann")]).as_deref(), Some("Ann"));
        assert_eq!(name(&[("displayName;lang-de", "Anna"), ("cn", "ann")]).as_deref(), Some("Anna"));
        assert_eq!(name(&[("displayName", " "), ("cn", "ann")]).as_deref(), Some("ann"));
    }

    #[test]
    fn a_person_is_disabled_by_a_bit_a_date_or_a_value() {
        let active = attributes("uid", Disabled::ActiveDirectory);
        let off = |name, value| active.is_disabled(&entry(&[(name, value)]), 1_772_442_000_000);
        assert!(off("userAccountControl", "514") && !off("userAccountControl", "512"));
        assert!(!off("accountExpires", "0") && !off("accountExpires", "9223372036854775807"));
        // The end of 2025, and of 2026.
        assert!(off("accountExpires", "134116991990000000") && !off("accountExpires", "134432351990000000"));
        let value = Disabled::Value { name: "nsAccountLock".to_owned(), value: "TRUE".to_owned() };
        let other = attributes("uid", value);
        assert!(other.is_disabled(&entry(&[("nsaccountlock", "true")]), 0));
        assert!(!other.is_disabled(&entry(&[("nsAccountLock", "false")]), 0));
    }
}
