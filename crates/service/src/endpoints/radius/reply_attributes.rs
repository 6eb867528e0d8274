//! What a front end is told about those who come in: a filter, a VLAN, for how long.

use proofup_radius::attribute;
use thiserror::Error;

/// `VLAN` (RFC 3580, section 3.31).
const TUNNEL_TYPE_VLAN: u32 = 13;
/// `IEEE-802`
const TUNNEL_MEDIUM_802: u32 = 6;

/// Attributes of an `Access-Accept`, and for whom.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ReplyAttributes {
    /// `ann@contoso.example`, or `*@contoso.example` for a whole domain. None: everybody.
    people: Vec<String>,
    attributes: Vec<(u8, Vec<u8>)>,
}

/// Why a text is no reply attribute.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum ReplyAttributesFault {
    /// Its name is not known.
    #[error("{0:?} is none of Filter-Id, Class, VLAN, Session-Timeout and Idle-Timeout")]
    Unknown(String),
    /// Its value cannot be one.
    #[error("{0} is {1}")]
    Value(&'static str, &'static str),
}

impl ReplyAttributes {
    /// Attributes for people, by the names that RADIUS has for them.
    ///
    /// # Errors
    /// A name or a value that cannot be one.
    pub fn new<'a>(
        people: Vec<String>,
        attributes: impl IntoIterator<Item = (&'a str, &'a str)>,
    ) -> Result<Self, ReplyAttributesFault> {
        let mut all =
            Self { people: people.into_iter().map(|name| name.to_lowercase()).collect(), attributes: Vec::new() };
        for (name, value) in attributes {
            match name {
                "Filter-Id" => all.push(attribute::FILTER_ID, text("Filter-Id", value)?),
                "Class" => all.push(attribute::CLASS, text("Class", value)?),
                "VLAN" => {
                    all.push(attribute::TUNNEL_TYPE, &TUNNEL_TYPE_VLAN.to_be_bytes());
                    all.push(attribute::TUNNEL_MEDIUM_TYPE, &TUNNEL_MEDIUM_802.to_be_bytes());
                    all.push(attribute::TUNNEL_PRIVATE_GROUP_ID, text("VLAN", value)?);
                }
                "Session-Timeout" => all.push(attribute::SESSION_TIMEOUT, &seconds("Session-Timeout", value)?),
                "Idle-Timeout" => all.push(attribute::IDLE_TIMEOUT, &seconds("Idle-Timeout", value)?),
                other => return Err(ReplyAttributesFault::Unknown(other.to_owned())),
            }
        }
        Ok(all)
    }

    fn push(&mut self, number: u8, value: &[u8]) {
        self.attributes.push((number, value.to_owned()));
    }

    /// Whether they are for this person.
    pub(super) fn are_for(&self, upn: &str) -> bool {
        let is = |name: &String| match name.strip_prefix('*') {
            Some(domain) => domain.starts_with('@') && upn.ends_with(domain),
            None => name == upn,
        };
        self.people.is_empty() || self.people.iter().any(is)
    }

    pub(super) fn all(&self) -> &[(u8, Vec<u8>)] {
        &self.attributes
    }

    pub(super) fn has_class(&self) -> bool {
        self.attributes.iter().any(|(number, _)| *number == attribute::CLASS)
    }
}

fn text<'a>(name: &'static str, value: &'a str) -> Result<&'a [u8], ReplyAttributesFault> {
    let fits = (1..=proofup_radius::LONGEST_VALUE).contains(&value.len());
    if fits { Ok(value.as_bytes()) } else { Err(ReplyAttributesFault::Value(name, "a text of 1 to 253 bytes")) }
}

fn seconds(name: &'static str, value: &str) -> Result<[u8; 4], ReplyAttributesFault> {
    let parsed = value.parse::<u32>();
    parsed.map(u32::to_be_bytes).map_err(|_| ReplyAttributesFault::Value(name, "a number of seconds"))
}

#[cfg(test)]
mod tests {
    use super::ReplyAttributes;

    fn of(people: &[&str], attributes: &[(&str, &str)]) -> ReplyAttributes {
        let people = people.iter().map(|name| (*name).to_owned()).collect();
        ReplyAttributes::new(people, attributes.iter().copied()).unwrap()
    }

    #[test]
    fn people_are_named_one_by_one_or_by_domain() {
        let some = of(&["Ann@contoso.example", "*@sales.example"], &[]);
        assert!(some.are_for("ann@contoso.example") && some.are_for("bob@sales.example"));
        assert!(!some.are_for("bob@contoso.example") && !some.are_for("x@notsales.example"));
        assert!(of(&[], &[]).are_for("ann@contoso.example"));
        assert!(!of(&["*"], &[]).are_for("ann@contoso.example"), "everybody is no name, not a star");
    }

    #[test]
    fn a_vlan_is_three_attributes() {
        let vlan = of(&[], &[("VLAN", "20"), ("Session-Timeout", "3600")]);
        let expected =
            [(64, vec![0, 0, 0, 13]), (65, vec![0, 0, 0, 6]), (81, b"20".to_vec()), (27, vec![0, 0, 14, 16])];
        assert_eq!(vlan.all(), expected);
    }

    #[test]
    fn impossible_values_are_refused() {
        for pair in [("Filter-ID", "x"), ("Filter-Id", ""), ("Session-Timeout", "an hour"), ("State", "x")] {
            assert!(ReplyAttributes::new(Vec::new(), [pair]).is_err(), "{pair:?}");
        }
    }
}
