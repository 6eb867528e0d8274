//! Reads the accounts in a link.

use data_encoding::{BASE64_NOPAD, BASE64URL_NOPAD};
use proofup_otp::{Algorithm, Kind, OtpError, OtpParams, Secret, check_name};
use zeroize::Zeroizing;

use super::{
    MigrationPart, PERIOD, field,
    protobuf::{Fields, Malformed, Value},
};
use crate::{OtpAuth, ParsedLink, TokenFileError, Warning, limits, otpauth};

impl From<Malformed> for TokenFileError {
    fn from(_: Malformed) -> Self {
        Self::MigrationDamaged
    }
}

pub(super) fn parse(text: &str) -> Result<MigrationPart, TokenFileError> {
    if text.len() > limits::LINK_BYTES {
        return Err(TokenFileError::LinkTooLong { bytes: text.len() });
    }
    let text = proofup_text::visible(text);
    if !MigrationPart::is_meant(&text) {
        return Err(TokenFileError::NotALink);
    }
    let data = otpauth::parameter(&text, "data").ok_or(TokenFileError::MigrationDamaged)?;
    message(&base64(&data)?)
}

/// Standard or URL-safe, with or without padding, with `+` where a form made a space of it, and without invisible marks.
fn base64(data: &str) -> Result<Zeroizing<Vec<u8>>, TokenFileError> {
    // Room for all, so that nothing is left behind by growing.
    let mut plain = Zeroizing::new(String::with_capacity(data.len()));
    let visible = data.trim_end_matches('=').chars().filter(|character| !proofup_text::is_invisible(*character));
    plain.extend(visible.map(|character| if character == ' ' { '+' } else { character }));
    let encoding = if plain.contains(['-', '_']) { &BASE64URL_NOPAD } else { &BASE64_NOPAD };
    encoding.decode(plain.as_bytes()).map(Zeroizing::new).map_err(|_| TokenFileError::MigrationDamaged)
}

fn message(bytes: &[u8]) -> Result<MigrationPart, TokenFileError> {
    let (mut export, mut part, mut parts, mut accounts) = (0, 0, 0, Vec::new());
    for found in Fields::of(bytes) {
        match found? {
            (field::ACCOUNT, Value::Bytes(_)) if accounts.len() >= limits::MIGRATION_ACCOUNTS => {
                return Err(TokenFileError::TooManyAccounts);
            }
            (field::ACCOUNT, Value::Bytes(bytes)) => accounts.push(account(bytes)),
            (field::PARTS, Value::Number(number)) => parts = small(number)?,
            (field::PART, Value::Number(number)) => part = small(number)?,
            // An int32: its upper bits repeat its sign.
            (field::EXPORT_ID, Value::Number(number)) => export = number as u32 as i32,
            _ => {}
        }
    }
    let parts = parts.max(1);
    if part >= parts || (accounts.is_empty() && bytes.is_empty()) {
        return Err(TokenFileError::MigrationDamaged);
    }
    Ok(MigrationPart { export, part, parts, accounts })
}

fn small(number: u64) -> Result<u32, TokenFileError> {
    u32::try_from(number)
        .ok()
        .filter(|number| *number <= limits::MIGRATION_PARTS)
        .ok_or(TokenFileError::MigrationDamaged)
}

/// The fields of one account; later ones win, as protobuf demands.
#[derive(Default)]
struct Fielded<'a> {
    secret: &'a [u8],
    name: &'a [u8],
    issuer: &'a [u8],
    algorithm: u64,
    digits: u64,
    kind: u64,
    counter: u64,
}

fn account(bytes: &[u8]) -> Result<ParsedLink, TokenFileError> {
    let mut fielded = Fielded::default();
    for found in Fields::of(bytes) {
        match found? {
            (field::SECRET, Value::Bytes(bytes)) => fielded.secret = bytes,
            (field::NAME, Value::Bytes(bytes)) => fielded.name = bytes,
            (field::ISSUER, Value::Bytes(bytes)) => fielded.issuer = bytes,
            (field::ALGORITHM, Value::Number(number)) => fielded.algorithm = number,
            (field::DIGITS, Value::Number(number)) => fielded.digits = number,
            (field::KIND, Value::Number(number)) => fielded.kind = number,
            (field::COUNTER, Value::Number(number)) => fielded.counter = number,
            _ => {}
        }
    }
    let (issuer, account, warnings) = names(&fielded)?;
    let algorithm = match fielded.algorithm {
        0 | 1 => Algorithm::Sha1,
        2 => Algorithm::Sha256,
        3 => Algorithm::Sha512,
        4 => return Err(OtpError::UnknownAlgorithm { name: "MD5".to_owned() }.into()),
        number => return Err(TokenFileError::UnknownNumber { field: "algorithm", number }),
    };
    let digits = match fielded.digits {
        0 | 1 => 6,
        2 => 8,
        3 => 7,
        number => return Err(TokenFileError::UnknownNumber { field: "digits", number }),
    };
    let kind = match fielded.kind {
        1 => Kind::Hotp { counter: fielded.counter },
        0 | 2 => Kind::Totp { period: PERIOD },
        number => return Err(TokenFileError::UnknownNumber { field: "type", number }),
    };
    let params = OtpParams::new(Secret::from_bytes(fielded.secret.to_vec())?, kind, algorithm, digits)?;
    Ok(ParsedLink { otp_auth: OtpAuth { params, issuer, account }, warnings })
}

/// The name may repeat the issuer, as in `GitHub:ann`.
fn names(fielded: &Fielded<'_>) -> Result<(String, String, Vec<Warning>), TokenFileError> {
    let (issuer, name) = (String::from_utf8_lossy(fielded.issuer), String::from_utf8_lossy(fielded.name));
    let lossy = [fielded.issuer, fielded.name].iter().any(|bytes| std::str::from_utf8(bytes).is_err());
    let (issuer, name) = (proofup_text::name(&issuer), proofup_text::name(&name));
    let (issuer, name) = (issuer.as_str(), name.as_str());
    let mut splits = name.match_indices(':').map(|(at, _)| (&name[..at], &name[at + 1..]));
    let repeated = splits.find(|(before, _)| otpauth::is_same_name(before, issuer)).map(|(_, account)| account);
    let (issuer, account) = match (repeated, name.split_once(':')) {
        (Some(account), _) => (issuer, account),
        (None, Some((left, account))) if issuer.is_empty() => (left, account),
        _ => (issuer, name),
    };
    let (issuer, account) = (issuer.trim().to_owned(), account.trim().to_owned());
    check_name(&issuer)?;
    check_name(&account)?;
    Ok((issuer, account, if lossy { vec![Warning::NameNotUtf8] } else { Vec::new() }))
}
