//! Reads one key: its kind, its code format, and its secret.

use proofup_otp::{Algorithm, Kind, OtpParams, Secret};
use roxmltree::Node;

use super::cipher::Opener;
use super::policy::{self, Validity};
use super::xml::{attribute, base64, child, short, text, value};
use crate::hardware::{HardwareToken, TokenRowFault, TokenWarning, interval, serial, text as checked_text, unusual};

/// RFC 6238, section 4.1: the interval of a token that does not specify one.
const DEFAULT_INTERVAL: u64 = 30;

/// The serial number of the device. The id of the key may be another number, so it is never used instead.
pub(super) fn serial_of(device: Option<Node<'_, '_>>) -> Option<String> {
    serial(text(device.and_then(|device| child(device, "SerialNo")))).ok().filter(|serial| !serial.is_empty())
}

pub(super) fn read(
    device: Option<Node<'_, '_>>,
    key: Option<Node<'_, '_>>,
    opener: &Opener,
) -> Result<HardwareToken, TokenRowFault> {
    let of_device = |name| text(device.and_then(|device| child(device, name)));
    let key = key.ok_or(TokenRowFault::SecretMissing)?;
    // The kind is checked first: for a PIN, a missing counter is not the problem.
    let kind = kind(key)?;
    let validity = policy::read(child(key, "Policy"))?.and(device_validity(device)?);
    let serial = serial(of_device("SerialNo"))?;
    let (digits, declared) = response(child(key, "AlgorithmParameters"))?;
    let number = |field| number(value(key, field), field, opener);
    let kind = match kind {
        KeyKind::Hotp => Kind::Hotp { counter: number("Counter")?.unwrap_or(0) },
        KeyKind::Totp => Kind::Totp { period: interval(number("TimeInterval")?.unwrap_or(DEFAULT_INTERVAL))? },
    };
    let secret = secret(value(key, "Secret"), opener)?;
    // A key without a device still has an id, by which a person can tell it.
    let id = attribute(key, &["Id", "KeyId", "SecretId"]).filter(|_| serial.is_empty());
    let friendly_name = text(child(key, "FriendlyName")).or(id);
    let unusual = declared.and_then(|algorithm| unusual(algorithm, secret.expose().len()));
    // A container names people as its maker's customer had them: a name that is none here is no reason to refuse the token.
    let user = checked_text("UserId", text(child(key, "UserId")).or(of_device("UserId")).unwrap_or_default());
    let unreadable = user.is_err().then_some(TokenWarning::UserUnreadable);
    let (user, warnings) = (user.unwrap_or_default(), unusual.into_iter().chain(unreadable).collect());
    Ok(HardwareToken {
        serial,
        params: OtpParams::new(secret, kind, declared.unwrap_or_default(), digits)?,
        user: (!user.is_empty()).then_some(user),
        manufacturer: checked_text("Manufacturer", of_device("Manufacturer").unwrap_or_default())?,
        model: checked_text("Model", of_device("Model").unwrap_or_default())?,
        issuer: checked_text("Issuer", text(child(key, "Issuer")).unwrap_or_default())?,
        friendly_name: checked_text("FriendlyName", friendly_name.unwrap_or_default())?,
        valid_from: validity.from,
        valid_until: validity.until,
        warnings,
    })
}

enum KeyKind {
    Hotp,
    Totp,
}

fn kind(key: Node<'_, '_>) -> Result<KeyKind, TokenRowFault> {
    let name = attribute(key, &["Algorithm", "KeyAlgorithm", "SecretAlgorithm"]).unwrap_or_default();
    // Drafts have `#` instead of the last colon, and the first ones no namespace.
    match name.rsplit_once([':', '#']) {
        Some((space, "hotp")) if space.ends_with("pskc") => Ok(KeyKind::Hotp),
        Some((space, "totp")) if space.ends_with("pskc") => Ok(KeyKind::Totp),
        None if name == "HOTP" => Ok(KeyKind::Hotp),
        None if name == "TOTP" => Ok(KeyKind::Totp),
        _ => Err(TokenRowFault::KindUnsupported { name: short(name) }),
    }
}

/// Digits and the declared hash.
fn response(parameters: Option<Node<'_, '_>>) -> Result<(u64, Option<Algorithm>), TokenRowFault> {
    let suite = text(parameters.and_then(|parameters| child(parameters, "Suite")));
    let declared = suite.map(hash).transpose()?;
    let Some(format) = parameters.and_then(|parameters| child(parameters, "ResponseFormat")) else {
        return Ok((6, declared));
    };
    let unsupported = |what: &str| Err(TokenRowFault::FeatureUnsupported { what: short(what) });
    match attribute(format, &["Encoding", "Format", "format"]) {
        None | Some("DECIMAL") => {}
        Some(other) => return unsupported(&format!("encoding {other}")),
    }
    match format.attribute("CheckDigits").map(str::trim) {
        None | Some("false" | "0") => {}
        Some("true" | "1") => return unsupported("CheckDigits"),
        Some(_) => return Err(TokenRowFault::Unreadable { field: "CheckDigits" }),
    }
    let length = attribute(format, &["Length", "length"]).map_or(Ok(6), |length| length.trim().parse());
    match length.map_err(|_| TokenRowFault::Unreadable { field: "Length" })? {
        digits @ 6..=8 => Ok((digits, declared)),
        digits => unsupported(&format!("{digits} digits")),
    }
}

/// `HMAC-SHA256`, `SHA-256`, `HOTP-SHA256-6` and the like.
fn hash(suite: &str) -> Result<Algorithm, TokenRowFault> {
    let plain: String = suite.chars().filter(char::is_ascii_alphanumeric).collect::<String>().to_ascii_uppercase();
    [("SHA256", Algorithm::Sha256), ("SHA512", Algorithm::Sha512), ("SHA1", Algorithm::Sha1)]
        .into_iter()
        .find(|(name, _)| plain.contains(name))
        .map(|(_, algorithm)| algorithm)
        .ok_or_else(|| TokenRowFault::FeatureUnsupported { what: short(suite) })
}

/// A number, in clear or encrypted.
fn number(element: Option<Node<'_, '_>>, field: &'static str, opener: &Opener) -> Result<Option<u64>, TokenRowFault> {
    let Some(element) = element else { return Ok(None) };
    let number = if let Some(encrypted) = child(element, "EncryptedValue") {
        opened_number(&opener.open(encrypted, text(child(element, "ValueMAC")))?)
    } else if let Some(of_draft) = text(child(element, "Value")) {
        opened_number(&opener.open_draft(of_draft, text(child(element, "ValueMAC")))?)
    } else {
        text(child(element, "PlainValue")).and_then(|text| text.parse().ok())
    };
    number.map(Some).ok_or(TokenRowFault::Unreadable { field })
}

/// Makers encrypt the digits of a number, or its bytes with the highest first: RFC 6030 leaves it open. Other text of several
/// characters is no number: read as bytes it would make a counter that never fits.
fn opened_number(bytes: &[u8]) -> Option<u64> {
    let digits = bytes.trim_ascii();
    if !digits.is_empty() && digits.iter().all(u8::is_ascii_digit) {
        return std::str::from_utf8(digits).ok()?.parse().ok();
    }
    if bytes.len() > 1 && bytes.iter().all(|byte| byte.is_ascii_graphic() || byte.is_ascii_whitespace()) {
        return None;
    }
    let highest_first = |number: u64, byte: &u8| number << 8 | u64::from(*byte);
    (1..=8).contains(&bytes.len()).then(|| bytes.iter().fold(0, highest_first))
}

fn secret(element: Option<Node<'_, '_>>, opener: &Opener) -> Result<Secret, TokenRowFault> {
    let element = element.ok_or(TokenRowFault::SecretMissing)?;
    let bytes = if let Some(encrypted) = child(element, "EncryptedValue") {
        opener.open(encrypted, text(child(element, "ValueMAC")))?
    } else if let Some(of_draft) = text(child(element, "Value")) {
        opener.open_draft(of_draft, text(child(element, "ValueMAC")))?
    } else {
        let plain = text(child(element, "PlainValue")).ok_or(TokenRowFault::SecretMissing)?;
        base64(plain).ok_or(TokenRowFault::SecretInvalid)?
    };
    Ok(Secret::from_bytes(bytes.to_vec())?)
}

fn device_validity(device: Option<Node<'_, '_>>) -> Result<Validity, TokenRowFault> {
    let mut validity = Validity::default();
    for element in device.into_iter().flat_map(|device| device.children()) {
        validity.take(element)?;
    }
    Ok(validity)
}
