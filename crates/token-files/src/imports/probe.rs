//! Views of a file for recognising its format: bytes, text, JSON, preferences, a database.

use std::cell::OnceCell;

use data_encoding::BASE64_NOPAD;
use roxmltree::{Document, ParsingOptions};
use zeroize::Zeroizing;

use super::{json::Json, sqlite::Database};

/// A row of Android's preferences has three nodes.
const XML_NODES: u32 = 500_000;

/// Parses a file for recognition. Each view is made once, and only if a format asks for it.
pub(super) struct Probe<'a> {
    pub(super) bytes: &'a [u8],
    pub(super) text: Option<&'a str>,
    json: OnceCell<Option<Json>>,
    preferences: OnceCell<Option<Preferences>>,
    database: OnceCell<Option<Database<'a>>>,
}

/// Names and texts of an Android app's preferences.
type Preferences = Vec<(String, Zeroizing<String>)>;

/// The text of a file, if it is text: UTF-8, UTF-16 with a mark, or bytes without control characters in an older encoding. A file
/// that contains a link is always text.
pub(super) fn text_of(bytes: &[u8]) -> Option<Zeroizing<String>> {
    let is_control = |byte: &u8| *byte < 0x20 && !matches!(byte, b'\t' | b'\n' | b'\r' | 0x0C);
    let holds_link = || bytes.windows(LINK.len()).any(|found| found.eq_ignore_ascii_case(LINK));
    let is_text = match bytes {
        [0xFF, 0xFE, rest @ ..] => is_wide(rest, u16::from_le_bytes),
        [0xFE, 0xFF, rest @ ..] => is_wide(rest, u16::from_be_bytes),
        bytes => str::from_utf8(bytes).is_ok() || !bytes.iter().any(is_control) || holds_link(),
    };
    is_text.then(|| proofup_text::from_file(bytes))
}

/// How the links begin that hold accounts.
const LINK: &[u8] = b"otpauth";

fn is_wide(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> bool {
    let (pairs, rest) = bytes.as_chunks();
    rest.is_empty() && char::decode_utf16(pairs.iter().map(|pair| unit(*pair))).all(|character| character.is_ok())
}

impl<'a> Probe<'a> {
    pub(super) fn of(bytes: &'a [u8], text: Option<&'a str>) -> Self {
        Self {
            bytes,
            text: text.map(str::trim),
            json: OnceCell::new(),
            preferences: OnceCell::new(),
            database: OnceCell::new(),
        }
    }

    /// The file as JSON.
    pub(super) fn json(&self) -> Option<&Json> {
        let read = || self.text.filter(|text| text.starts_with(['{', '['])).and_then(Json::parse);
        self.json.get_or_init(read).as_ref()
    }

    /// Whether the file begins like JSON with these names and is none: it was cut off or changed.
    pub(super) fn is_damaged_json(&self, names: &[&str]) -> bool {
        let begins =
            |text: &str| text.starts_with('{') && names.iter().all(|name| text.contains(&format!("\"{name}\"")));
        self.text.is_some_and(begins) && self.json().is_none()
    }

    /// The members of the object that the file is.
    pub(super) fn has(&self, names: &[&str]) -> bool {
        self.json().is_some_and(|json| names.iter().all(|name| json.members().iter().any(|(member, _)| member == name)))
    }

    /// The first element, if the file is a list.
    pub(super) fn first(&self) -> Option<&Json> {
        self.json()?.as_list()?.first()
    }

    /// The file as an SQLite database.
    pub(super) fn database(&self) -> Option<&Database<'a>> {
        self.database.get_or_init(|| Database::open(self.bytes)).as_ref()
    }

    /// One text, if the file has Android preferences.
    pub(super) fn preference(&self, name: &str) -> Option<&str> {
        self.preferences().iter().find(|(found, _)| found == name).map(|(_, text)| text.as_str())
    }

    /// All texts, if the file has Android preferences.
    pub(super) fn preferences(&self) -> &[(String, Zeroizing<String>)] {
        self.preferences.get_or_init(|| self.text.and_then(preferences)).as_deref().unwrap_or_default()
    }
}

fn preferences(text: &str) -> Option<Preferences> {
    if !text.starts_with('<') {
        return None;
    }
    let options = ParsingOptions { allow_dtd: false, nodes_limit: XML_NODES, ..ParsingOptions::default() };
    let document = Document::parse_with_options(text, options).ok()?;
    let map = document.root_element();
    let strings = map.children().filter(|child| child.has_tag_name("string"));
    let named = strings.filter_map(|node| {
        Some((node.attribute("name")?.to_owned(), Zeroizing::new(node.text().unwrap_or_default().to_owned())))
    });
    map.has_tag_name("map").then(|| named.collect())
}

/// Base64 in either alphabet, with or without padding, white space anywhere.
pub(super) fn base64(text: &str) -> Option<Zeroizing<Vec<u8>>> {
    let plain: Zeroizing<Vec<u8>> = Zeroizing::new(
        text.bytes()
            .filter(|byte| !byte.is_ascii_whitespace() && *byte != b'=')
            .map(|byte| match byte {
                b'-' => b'+',
                b'_' => b'/',
                other => other,
            })
            .collect(),
    );
    BASE64_NOPAD.decode(&plain).ok().map(Zeroizing::new)
}

/// Hexadecimal in either case.
pub(super) fn hex(text: &str) -> Option<Zeroizing<Vec<u8>>> {
    data_encoding::HEXLOWER_PERMISSIVE.decode(text.trim().as_bytes()).ok().map(Zeroizing::new)
}
