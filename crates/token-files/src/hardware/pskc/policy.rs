//! `Policy`: when and for what a key may be used. An unknown policy forbids the key (RFC 6030, section 5).

use jiff::Timestamp;
use roxmltree::Node;

use super::date;
use super::xml::{short, text};
use crate::hardware::TokenRowFault;

/// The validity of a key.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub(super) struct Validity {
    pub(super) from: Option<Timestamp>,
    pub(super) until: Option<Timestamp>,
}

impl Validity {
    /// The intersection of both.
    pub(super) fn and(self, other: Self) -> Self {
        Self {
            from: self.from.max(other.from),
            until: match (self.until, other.until) {
                (Some(one), Some(two)) => Some(one.min(two)),
                (one, two) => one.or(two),
            },
        }
    }

    /// Reads `StartDate` or `ExpiryDate`; false for another element.
    pub(super) fn take(&mut self, element: Node<'_, '_>) -> Result<bool, TokenRowFault> {
        let (place, field) = match element.tag_name().name() {
            "StartDate" => (&mut self.from, "StartDate"),
            "ExpiryDate" => (&mut self.until, "ExpiryDate"),
            // The first drafts write days as `01/02/2008`, and do not say which number is the month.
            "Expiry" => {
                self.until = text(Some(element)).and_then(date::read);
                return Ok(true);
            }
            _ => return Ok(false),
        };
        *place = Some(text(Some(element)).and_then(date::read).ok_or(TokenRowFault::Unreadable { field })?);
        Ok(true)
    }
}

/// Reads a key's policy.
pub(super) fn read(policy: Option<Node<'_, '_>>) -> Result<Validity, TokenRowFault> {
    let mut validity = Validity::default();
    let Some(policy) = policy else { return Ok(validity) };
    let mut uses = Vec::new();
    for element in policy.children().filter(Node::is_element) {
        let name = element.tag_name().name();
        let unknown = || TokenRowFault::Policy { element: short(name) };
        if element.tag_name().namespace() != policy.tag_name().namespace() {
            return Err(unknown());
        }
        if validity.take(element)? {
            continue;
        }
        match name {
            "KeyUsage" => uses.push(text(Some(element)).unwrap_or_default()),
            // The token asks for the PIN itself. In every other mode the service would have to check the PIN.
            "PINPolicy" if element.attribute("PINUsageMode") == Some("Local") => {}
            "NumberOfTransactions" => {
                let number: Option<u64> = text(Some(element)).and_then(|number| number.parse().ok());
                number.ok_or(TokenRowFault::Unreadable { field: "NumberOfTransactions" })?;
                // The service counts no uses, so it cannot keep to such a limit.
                return Err(unknown());
            }
            _ => return Err(unknown()),
        }
    }
    if !uses.is_empty() && !uses.contains(&"OTP") {
        return Err(TokenRowFault::Policy { element: "KeyUsage".to_owned() });
    }
    Ok(validity)
}
