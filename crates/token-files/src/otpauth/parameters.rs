//! The query of a link. Names may be in any case, the first of several wins, and unknown ones are ignored. A link that
//! was copied from the source of a page has `&amp;` between them.

use zeroize::Zeroizing;

use super::percent::{Decoded, decode};
use super::shortened;
use crate::TokenFileError;

/// Names and values.
pub(super) struct Parameters<'a> {
    /// Raw values; a flag has none.
    all: Vec<(Decoded, Option<&'a str>)>,
    /// Whether the link was escaped for HTML.
    pub(super) escaped: bool,
}

/// The rest of an escaped `&` after splitting.
const ESCAPED: [&str; 4] = ["amp;", "#38;", "#038;", "#x26;"];

impl<'a> Parameters<'a> {
    pub(super) fn parse(query: &'a str) -> Self {
        let mut escaped = false;
        let mut unescaped = |mut part: &'a str| {
            // A page may have escaped it twice.
            while let Some(rest) = ESCAPED.iter().find_map(|mark| strip_prefix_of_any_case(part, mark)) {
                (part, escaped) = (rest, true);
            }
            part
        };
        let parts: Vec<&str> = query.split('&').map(&mut unescaped).filter(|part| !part.is_empty()).collect();
        let all = parts.into_iter().map(|part| match part.split_once('=') {
            Some((name, value)) => (decode(name, true), Some(value)),
            None => (decode(part, true), None),
        });
        Self { all: all.collect(), escaped }
    }

    fn find(&self, wanted: &str) -> Option<Option<&'a str>> {
        self.all.iter().find(|(name, _)| name.text.eq_ignore_ascii_case(wanted)).map(|(_, value)| *value)
    }

    /// Whether a parameter stands there again with another value.
    pub(super) fn differ(&self, wanted: &str) -> bool {
        let mut values =
            self.all.iter().filter(|(name, _)| name.text.eq_ignore_ascii_case(wanted)).map(|(_, value)| value);
        let first = values.next();
        values.any(|value| Some(value) != first)
    }

    /// The decoded text of a parameter. The literal `null`, which exports of some apps contain, counts as absent.
    pub(super) fn text(&self, name: &str) -> Option<Decoded> {
        let text = decode(self.find(name)?.unwrap_or_default(), true);
        (*text.text != "null").then_some(text)
    }

    pub(super) fn value(&self, name: &str) -> Option<Zeroizing<String>> {
        self.text(name).map(|decoded| decoded.text)
    }

    /// The text of the secret. Here `null` is valid base32.
    pub(super) fn secret(&self) -> Option<Zeroizing<String>> {
        self.find("secret").map(|value| decode(value.unwrap_or_default(), true).text)
    }

    /// A decimal number. One that does not fit 64 bits becomes the largest, which every limit refuses.
    pub(super) fn number(&self, field: &'static str) -> Result<Option<u64>, TokenFileError> {
        let Some(text) = self.value(field) else {
            return Ok(None);
        };
        if text.is_empty() || !text.bytes().all(|byte| byte.is_ascii_digit()) {
            return Err(TokenFileError::NotANumber { field, value: shortened(&text) });
        }
        Ok(Some(text.parse().unwrap_or(u64::MAX)))
    }

    /// Whether `encoder=steam` (KeePassXC) or the flag `steam` is there.
    pub(super) fn says_steam(&self) -> bool {
        self.value("encoder").is_some_and(|encoder| encoder.eq_ignore_ascii_case("steam"))
            || self.find("steam") == Some(None)
    }
}

fn strip_prefix_of_any_case<'a>(text: &'a str, prefix: &str) -> Option<&'a str> {
    let start = text.get(..prefix.len())?;
    start.eq_ignore_ascii_case(prefix).then(|| &text[prefix.len()..])
}
