//! Lists without a header, known by the form of their rows. Each becomes a list with a header, so that all are read alike and an
//! error file can be uploaded again.

use crate::rows::{Row, Rows};

/// A form of list.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) struct Form {
    /// The header that it would have.
    pub(super) header: &'static [&'static str],
    /// The kind of a token that names none.
    pub(super) kind: &'static str,
    /// The manufacturer of all tokens, if only one writes such lists.
    pub(super) manufacturer: &'static str,
}

/// OATH lists of privacyIDEA and LinOTP.
const OATH: Form = Form {
    header: &["serial number", "hex key", "type", "digits", "interval or counter", "hash function"],
    kind: "hotp",
    manufacturer: "",
};
/// The same with their person in front.
const OATH_WITH_USER: Form = Form {
    header: &[
        "user",
        "resolver",
        "realm",
        "serial number",
        "hex key",
        "type",
        "digits",
        "interval or counter",
        "hash function",
    ],
    ..OATH
};
/// The log of Yubico's program for personalisation.
const YUBICO_LOG: Form = Form {
    header: &["type", "time", "slot", "serial number", "private id", "hex key", "", "", "", "", "", "digits"],
    kind: "hotp",
    manufacturer: "Yubico",
};
/// Yubico's list of what it delivers.
const YUBICO_LIST: Form =
    Form { header: &["serial number", "public id", "type", "hex key"], kind: "hotp", manufacturer: "Yubico" };

/// What the first line of an OATH list with people says.
const VERSION_2: &str = "version: 2";
/// The types of an OATH list.
const OATH_TYPES: [&str; 10] = ["", "hotp", "totp", "ocra", "ocra2", "tan", "sms", "pw", "spass", "motp"];
/// The first words of rows in the log.
const LOG_TYPES: [&str; 4] = ["oath-hotp", "yubico otp", "static password", "challenge-response"];
const LOG_START: &str = "logging start";
/// The shortest key by which a list of two columns is known, in digits.
const SHORT_KEY: usize = 32;

/// The form of a list, if it is known by its first row.
pub(super) fn of(text: &str) -> Option<Form> {
    let with_user = text.lines().next().is_some_and(|line| line.starts_with('#') && line.contains(VERSION_2));
    let row = Rows::of(text).find(|row| !is_comment(row))?;
    let field = |place: usize| row.fields.get(place).map(|field| field.trim()).unwrap_or_default();
    let lower = |place| field(place).to_lowercase();
    if LOG_TYPES.contains(&lower(0).as_str()) {
        return Some(YUBICO_LOG);
    }
    let (form, serial) = if with_user { (OATH_WITH_USER, 3) } else { (OATH, 0) };
    let (key, named) = (field(serial + 1), row.fields.len() > serial + 2);
    let is_oath = is_hex(key) && OATH_TYPES.contains(&lower(serial + 2).as_str());
    if is_oath && !field(serial).is_empty() && (named || with_user || key.len() >= SHORT_KEY) {
        return Some(form);
    }
    let is_list = row.fields.len() >= 4 && ["0", "1"].contains(&field(2)) && is_hex(field(3));
    (is_list && field(3).len() >= SHORT_KEY).then_some(YUBICO_LIST)
}

/// A row that is none: an empty one, a comment, or the start of a log.
pub(super) fn is_comment(row: &Row) -> bool {
    let first = row.fields.first().map(|field| field.trim().to_lowercase()).unwrap_or_default();
    first.starts_with('#') || first == LOG_START || row.fields.iter().all(|field| field.trim().is_empty())
}

fn is_hex(text: &str) -> bool {
    !text.is_empty() && text.len().is_multiple_of(2) && text.bytes().all(|byte| byte.is_ascii_hexdigit())
}
