//! JSON as a tree with a size limit; it is wiped when dropped.
//!
//! `serde_json::Value` does not limit the number of values, so a small file of `[[],[],…]` could use a lot of memory,
//! and it leaves secrets in memory.

use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, Error as _, MapAccess, SeqAccess, Visitor};
use zeroize::Zeroizing;

use super::EntryFault;
use crate::{TokenFileError, limits, otpauth::shortened};

/// One value.
pub(super) enum Json {
    Null,
    Bool(bool),
    Number(i128),
    /// A number with a fraction. Some apps write `1.0` for a version.
    Fraction(f64),
    Text(Zeroizing<String>),
    List(Vec<Json>),
    Object(Vec<(String, Json)>),
}

impl Json {
    /// Reads a text of at most [`limits::JSON_VALUES`] values; `serde_json` limits the nesting.
    pub(super) fn parse(text: &str) -> Option<Self> {
        let read = |text: &str| {
            let mut left = limits::JSON_VALUES;
            let mut deserializer = serde_json::Deserializer::from_str(text);
            let read = Budget(&mut left).deserialize(&mut deserializer).ok()?;
            deserializer.end().ok()?;
            Some(read)
        };
        read(text).or_else(|| read(&without_halves(text)?))
    }

    /// A member of an object; `null` counts as absent.
    pub(super) fn get(&self, name: &str) -> Option<&Self> {
        let Self::Object(members) = self else { return None };
        let (_, found) = members.iter().find(|(member, _)| member == name)?;
        (!matches!(found, Self::Null)).then_some(found)
    }

    /// A member by a path of names.
    pub(super) fn at(&self, path: &[&str]) -> Option<&Self> {
        path.iter().try_fold(self, |json, name| json.get(name))
    }

    /// A member that is text.
    pub(super) fn text(&self, name: &str) -> Option<&str> {
        self.get(name)?.as_text()
    }

    /// A member that is a list.
    pub(super) fn list(&self, name: &str) -> Option<&[Self]> {
        self.get(name)?.as_list()
    }

    /// A member that is `true`.
    pub(super) fn is_true(&self, name: &str) -> bool {
        matches!(self.get(name), Some(Self::Bool(true)))
    }

    /// A member that is a whole number, or a text with one; `None` for an empty text or a missing member.
    pub(super) fn number(&self, field: &'static str) -> Result<Option<u64>, EntryFault> {
        let refused = |value: &str| Err(TokenFileError::NotANumber { field, value: shortened(value) }.into());
        match self.get(field) {
            None => Ok(None),
            Some(Self::Number(number)) => match u64::try_from(*number) {
                Ok(number) => Ok(Some(number)),
                Err(_) => refused(&number.to_string()),
            },
            Some(Self::Text(text)) if text.trim().is_empty() || **text == "null" => Ok(None),
            Some(Self::Text(text)) => text.trim().parse().map(Some).or_else(|_| refused(text)),
            Some(_) => refused("?"),
        }
    }

    /// A whole number; a number like `1.0` counts too.
    pub(super) fn whole(&self, name: &str) -> Option<i128> {
        match self.get(name)? {
            Self::Number(number) => Some(*number),
            // Versions are small.
            #[expect(clippy::cast_possible_truncation, reason = "the range is checked")]
            Self::Fraction(number) if number.fract() == 0.0 && number.abs() < 1e9 => Some(*number as i128),
            _ => None,
        }
    }

    pub(super) const fn is_object(&self) -> bool {
        matches!(self, Self::Object(_))
    }

    pub(super) fn as_text(&self) -> Option<&str> {
        if let Self::Text(text) = self { Some(text) } else { None }
    }

    pub(super) fn as_list(&self) -> Option<&[Self]> {
        if let Self::List(list) = self { Some(list) } else { None }
    }

    pub(super) fn members(&self) -> &[(String, Self)] {
        if let Self::Object(members) = self { members } else { &[] }
    }

    /// Bytes as Java writes them: numbers from -128 to 127. Unsigned ones are accepted too.
    pub(super) fn signed_bytes(&self) -> Option<Zeroizing<Vec<u8>>> {
        let byte = |json: &Self| match json {
            Self::Number(number @ -128..=255) => Some((*number & 0xFF) as u8),
            _ => None,
        };
        self.as_list()?.iter().map(byte).collect::<Option<Vec<u8>>>().map(Zeroizing::new)
    }
}

/// The text with `\uFFFD` for each half of a pair of surrogates that stands alone, if there is one: an app cut a name within an
/// emoji. `serde_json` refuses the whole file for it.
fn without_halves(text: &str) -> Option<Zeroizing<String>> {
    let half = |at: usize| {
        let escape = text.get(at..at + 6)?.strip_prefix("\\u")?;
        u16::from_str_radix(escape, 16).ok().filter(|unit| (0xD800..=0xDFFF).contains(unit))
    };
    let mut mended = Zeroizing::new(String::with_capacity(text.len()));
    let (mut kept, mut at, mut any) = (0, 0, false);
    while let Some(next) = text[at..].find('\\') {
        at += next;
        match (half(at), half(at + 6)) {
            (Some(..0xDC00), Some(0xDC00..)) => at += 12,
            (Some(_), _) => {
                mended.push_str(&text[kept..at]);
                mended.push_str("\\uFFFD");
                (at, any) = (at + 6, true);
                kept = at;
            }
            // Two bytes: the backslash and what it escapes, which may be another one.
            (None, _) => at += 1 + text[at + 1..].chars().next().map_or(0, char::len_utf8),
        }
    }
    mended.push_str(&text[kept..]);
    any.then_some(mended)
}

/// How many values may still come.
struct Budget<'a>(&'a mut usize);

impl<'de> DeserializeSeed<'de> for Budget<'_> {
    type Value = Json;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Json, D::Error> {
        *self.0 = self.0.checked_sub(1).ok_or_else(|| D::Error::custom("too many values"))?;
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Budget<'_> {
    type Value = Json;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("JSON")
    }

    fn visit_unit<E>(self) -> Result<Json, E> {
        Ok(Json::Null)
    }

    fn visit_bool<E>(self, value: bool) -> Result<Json, E> {
        Ok(Json::Bool(value))
    }

    fn visit_i64<E>(self, value: i64) -> Result<Json, E> {
        Ok(Json::Number(value.into()))
    }

    fn visit_u64<E>(self, value: u64) -> Result<Json, E> {
        Ok(Json::Number(value.into()))
    }

    fn visit_f64<E>(self, value: f64) -> Result<Json, E> {
        Ok(Json::Fraction(value))
    }

    fn visit_str<E>(self, value: &str) -> Result<Json, E> {
        Ok(Json::Text(Zeroizing::new(value.to_owned())))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut access: A) -> Result<Json, A::Error> {
        let mut list = Vec::new();
        while let Some(value) = access.next_element_seed(Budget(self.0))? {
            list.push(value);
        }
        Ok(Json::List(list))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut access: A) -> Result<Json, A::Error> {
        let mut members = Vec::new();
        while let Some(name) = access.next_key()? {
            members.push((name, access.next_value_seed(Budget(self.0))?));
        }
        Ok(Json::Object(members))
    }
}
