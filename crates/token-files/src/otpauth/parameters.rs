//! The query of a link: names in any case, the first of several wins, unknown ones are left alone. A link that was copied
//! from the source of a page has `&amp;` between them, and one that was copied from a letter may have spaces and invisible marks
//! around the names. A name that is not recognised makes a code of other length or pace without a word.

use zeroize::Zeroizing;

use super::percent::{Decoded, decode};
use super::shortened;
use crate::TokenFileError;

/// Names and values.
pub(super) struct Parameters<'a> {
    /// Raw values; a flag has none.
    all: Vec<(Zeroizing<String>, Option<&'a str>)>,
    /// Whether they were written for a page.
    pub(super) escaped: bool,
}

impl<'a> Parameters<'a> {
    pub(super) fn parse(query: &'a str) -> Self {
        let mut escaped = false;
        let all = query.split('&').map(|part| {
            let (name, value) = part.split_once('=').map_or((part, None), |(name, value)| (name, Some(value)));
            let mut name = plain_name(name);
            // A page may have been escaped twice.
            while let Some(rest) = unescaped(&name) {
                (name, escaped) = (rest, true);
            }
            (name, value)
        });
        Self { all: all.collect(), escaped }
    }

    fn find(&self, wanted: &str) -> Option<Option<&'a str>> {
        self.all.iter().find(|(name, _)| name.eq_ignore_ascii_case(wanted)).map(|(_, value)| *value)
    }

    /// Whether a parameter stands there again with another value.
    pub(super) fn differ(&self, wanted: &str) -> bool {
        let mut values = self.all.iter().filter(|(name, _)| name.eq_ignore_ascii_case(wanted)).map(|(_, value)| value);
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

/// The name of a parameter without what a person does not see.
fn plain_name(name: &str) -> Zeroizing<String> {
    let plain = proofup_text::plain(&decode(name, true).text);
    let mut name = Zeroizing::new(String::with_capacity(plain.len()));
    name.extend(plain.chars().filter(|character| *character != ' '));
    name
}

/// A name without what is left of an escaped `&` where it was split: `amp`, `#38` or `#x26`, with or without a semicolon.
fn unescaped(name: &str) -> Option<Zeroizing<String>> {
    let numbered = |prefix| strip_prefix_of_any_case(name, prefix).map(|rest| rest.trim_start_matches('0'));
    let rest = strip_prefix_of_any_case(name, "amp")
        .or_else(|| numbered("#x").and_then(|rest| rest.strip_prefix("26")))
        .or_else(|| numbered("#").and_then(|rest| rest.strip_prefix("38")))?;
    Some(Zeroizing::new(rest.strip_prefix(';').unwrap_or(rest).to_owned()))
}

fn strip_prefix_of_any_case<'a>(text: &'a str, prefix: &str) -> Option<&'a str> {
    let start = text.get(..prefix.len())?;
    start.eq_ignore_ascii_case(prefix).then(|| &text[prefix.len()..])
}
