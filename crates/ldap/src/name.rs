//! Distinguished names (RFC 4514), as far as a bind and a search need them.

use std::fmt::{self, Write as _};

/// The part between the base and a person; it may be left out.
const PEOPLE: &str = "ou=people";
/// The attributes by which a person is named in a distinguished name.
const NAMING: [&str; 2] = ["uid", "cn"];

/// The base of the directory, such as `dc=contoso,dc=example`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Base(Vec<(String, String)>);

impl Base {
    /// Reads one; `None` if it is no distinguished name.
    pub fn parse(text: &str) -> Option<Self> {
        let parts = parse(text).filter(|parts| !parts.is_empty())?;
        Some(Self(parts.into_iter().map(|(attribute, value)| (attribute, value.to_lowercase())).collect()))
    }

    /// Whether this is the base, or its `ou=people`.
    pub fn holds_people(&self, dn: &str) -> bool {
        parse(dn).is_some_and(|parts| self.is_base_or_people(&parts))
    }

    /// The name in a person's distinguished name: `uid=NAME`, below the base or below its `ou=people`.
    pub fn person(&self, dn: &str) -> Option<String> {
        let mut parts = parse(dn)?;
        let above = parts.split_off(1.min(parts.len()));
        let (attribute, name) = parts.pop()?;
        (NAMING.contains(&attribute.as_str()) && self.is_base_or_people(&above) && !name.is_empty()).then_some(name)
    }

    /// The distinguished name of a person.
    pub fn dn_of(&self, name: &str) -> String {
        format!("uid={},{PEOPLE},{}", escaped(name), self)
    }

    fn is_base_or_people(&self, parts: &[(String, String)]) -> bool {
        let parts: Vec<_> = parts.iter().map(|(attribute, value)| (attribute.clone(), value.to_lowercase())).collect();
        let people = parts.first().is_some_and(|(attribute, value)| format!("{attribute}={value}") == PEOPLE);
        let above = if people { &parts[1..] } else { &parts[..] };
        above == self.0
    }
}

impl fmt::Display for Base {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (place, (attribute, value)) in self.0.iter().enumerate() {
            let between = if place == 0 { "" } else { "," };
            write!(f, "{between}{attribute}={}", escaped(value))?;
        }
        Ok(())
    }
}

/// A form of a distinguished name in which two that mean the same are equal: their case, spaces and escapes do not count. A name that
/// this crate does not read is taken as it is written.
pub fn comparable(dn: &str) -> String {
    match parse(dn) {
        Some(parts) => Base(parts.into_iter().map(|(name, value)| (name, value.to_lowercase())).collect()).to_string(),
        None => dn.trim().to_lowercase(),
    }
}

/// The parts of a distinguished name, the nearest first; attributes in lower case.
fn parse(text: &str) -> Option<Vec<(String, String)>> {
    let mut parts = Vec::new();
    let mut rest = text;
    while !rest.trim().is_empty() {
        let (attribute, after) = rest.split_once('=')?;
        let (value, after) = value(after)?;
        let attribute = attribute.trim().to_ascii_lowercase();
        if attribute.is_empty() {
            return None;
        }
        parts.push((attribute, value));
        rest = after;
    }
    Some(parts)
}

/// The value up to the next comma that is not escaped, and the text behind it. Parts with two attributes (`+`) are refused.
fn value(text: &str) -> Option<(String, &str)> {
    let mut bytes = Vec::new();
    let mut characters = text.char_indices();
    let mut end = text.len();
    while let Some((place, character)) = characters.next() {
        match character {
            ',' => {
                end = place;
                break;
            }
            '+' | '"' | '<' | '>' | ';' => return None,
            '\\' => {
                let (_, first) = characters.next()?;
                if let Some(high) = first.to_digit(16) {
                    let low = characters.next().and_then(|(_, second)| second.to_digit(16))?;
                    bytes.push(u8::try_from(high * 16 + low).ok()?);
                } else {
                    bytes.extend(first.encode_utf8(&mut [0; 4]).as_bytes());
                }
            }
            other => bytes.extend(other.encode_utf8(&mut [0; 4]).as_bytes()),
        }
    }
    let value = String::from_utf8(bytes).ok()?;
    let after = text[end..].strip_prefix(',');
    // A comma has to be followed by another part.
    if after.is_some_and(|after| after.trim().is_empty()) {
        return None;
    }
    Some((value.trim().to_owned(), after.unwrap_or_default()))
}

fn escaped(value: &str) -> String {
    let mut text = String::with_capacity(value.len());
    let last = value.chars().count().saturating_sub(1);
    for (place, character) in value.chars().enumerate() {
        let at_an_end = (place == 0 && matches!(character, ' ' | '#')) || (place == last && character == ' ');
        if at_an_end || matches!(character, ',' | '+' | '"' | '\\' | '<' | '>' | ';' | '=') {
            text.push('\\');
        }
        if character.is_control() {
            for byte in character.encode_utf8(&mut [0; 4]).bytes() {
                // Writing to a String cannot fail.
                let _ = write!(text, "\\{byte:02x}");
            }
        } else {
            text.push(character);
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::{Base, comparable};

    fn base() -> Base {
        Base::parse("dc=Contoso, DC=example").unwrap()
    }

    #[test]
    fn a_person_is_one_part_below_the_base_or_its_people() {
        let base = Base::parse("dc=contoso,dc=example").unwrap();
        for (dn, name) in [
            ("uid=ann,ou=people,dc=contoso,dc=example", Some("ann")),
            ("UID=ann@contoso.example , OU=People, DC=contoso, dc=EXAMPLE", Some("ann@contoso.example")),
            ("cn=ann,dc=contoso,dc=example", Some("ann")),
            (r"uid=a\,b\2c c,dc=contoso,dc=example", Some("a,b, c")),
            (r"uid=gr\c3\bcn,dc=contoso,dc=example", Some("grün")),
            ("uid=ann,ou=robots,dc=contoso,dc=example", None),
            ("uid=ann,dc=example", None),
            ("uid=ann,uid=bob,dc=contoso,dc=example", None),
            ("uid=ann+cn=bob,dc=contoso,dc=example", None),
            ("uid=,dc=contoso,dc=example", None),
            ("ou=people,dc=contoso,dc=example", None),
            ("uid=ann,dc=contoso,dc=example,", None),
            (r"uid=\ff,dc=contoso,dc=example", None),
            ("ann", None),
            ("", None),
        ] {
            assert_eq!(base.person(dn).as_deref(), name, "{dn}");
        }
    }

    #[test]
    fn what_is_written_is_read_again() {
        let base = base();
        for name in ["ann", "ann@contoso.example", " a, b=c+d ", "#1", "\"<x>\";\\", "漢字", "a\nb"] {
            let read = base.person(&base.dn_of(name));
            assert_eq!(read.as_deref(), Some(name.trim()), "{}", base.dn_of(name));
        }
    }

    #[test]
    fn one_name_in_two_spellings_is_comparable() {
        let written = r"CN=Garc\c3\ada-L\c3\b3pez\2C Ann, ou=People,dc=contoso,dc=example";
        assert_eq!(comparable(written), comparable(r"cn=garcía-lópez\, ann,OU=people,dc=Contoso,dc=example"));
        assert_ne!(comparable("cn=ann,dc=contoso"), comparable("cn=ann,cn=contoso"));
        assert_eq!(comparable("CN=a+UID=b,dc=x"), "cn=a+uid=b,dc=x", "as it is written");
    }

    #[test]
    fn a_base_is_known_in_any_case() {
        let base = Base::parse("dc=contoso,dc=example").unwrap();
        assert!(base.holds_people("DC=Contoso,DC=Example"));
        assert!(base.holds_people("ou=people,dc=contoso,dc=example") && !base.holds_people("dc=example"));
        assert!(Base::parse("").is_none() && Base::parse("contoso").is_none());
    }
}
