//! Lists as CSV, as makers and spreadsheets write them: columns by their names.

mod columns;

use std::collections::BTreeMap;

use csv::{StringRecord, WriterBuilder};
use proofup_otp::{Algorithm, Base32Secret, Kind, OtpParams, Secret};
use zeroize::Zeroizing;

pub(crate) use self::columns::is_token_header;
use self::columns::{Column, Columns};
use super::{
    HardwareToken, TokenList, TokenListError, TokenListFormat, TokenRow, TokenRowFault, TokenWarning, interval, serial,
    text, unusual,
};
use crate::{
    limits,
    rows::{Row, Rows},
};

const ERROR: &str = "error";

pub(super) fn read(content: &str) -> Result<TokenList, TokenListError> {
    // A lone carriage return ends lines on old computers of Apple.
    let content = Zeroizing::new(content.replace("\r\n", "\n").replace('\r', "\n"));
    let mut read = Rows::of(&content);
    if read.rest().trim().is_empty() {
        return Err(TokenListError::Empty);
    }
    let header = without_empty_end(read.header().ok_or(TokenListError::NotCsv { line: 1 })?);
    let columns = Columns::of(&header)?;
    let mut rows = Vec::new();
    loop {
        let before = read.rest();
        let Some(mut row) = read.next() else { break };
        if rows.len() >= limits::TOKENS {
            return Err(TokenListError::TooManyTokens);
        }
        // A mark that was closed in a later row has joined both.
        if row.several_lines && (row.fields.len() > header.len() || row.fields.len() < columns.least()) {
            read.split(&mut row, before.trim_start_matches(['\r', '\n']));
        }
        let Row { line: number, fields, broken, .. } = row;
        let found = without_empty_end(fields.clone()).len();
        if found == 0 {
            continue;
        }
        let value = |column| columns.value(&fields, column);
        rows.push(TokenRow {
            number,
            serial: value(Column::Serial).and_then(|found| serial(Some(found)).ok()),
            // Empty fields at the end are left out by some programs, and added by others.
            token: if broken {
                Err(TokenRowFault::Unreadable { field: "row" })
            } else if found > header.len() || fields.len() < columns.least() {
                Err(TokenRowFault::Columns { found: fields.len(), expected: header.len() })
            } else {
                token(value)
            },
            fields,
        });
    }
    Ok(TokenList { format: TokenListFormat::Csv, signed: false, rows, header: header.to_vec() })
}

fn token<'a>(value: impl Fn(Column) -> Option<&'a str>) -> Result<HardwareToken, TokenRowFault> {
    let serial = serial(value(Column::Serial))?;
    let (secret, may_be_hexadecimal) = secret(value(Column::Secret).unwrap_or_default().trim())?;
    let seconds = proofup_text::plain(value(Column::Interval).unwrap_or_default());
    let seconds = seconds.parse().map_err(|_| TokenRowFault::IntervalInvalid)?;
    let algorithm = algorithm(value(Column::Hash).unwrap_or_default().trim())?;
    let user = text("upn", value(Column::User).unwrap_or_default())?;
    let warnings = unusual(algorithm, secret.expose().len()).filter(|_| algorithm != Algorithm::Sha1);
    let hexadecimal = may_be_hexadecimal.then_some(TokenWarning::SecretMayBeHexadecimal);
    Ok(HardwareToken {
        serial,
        params: OtpParams::new(secret, Kind::Totp { period: interval(seconds)? }, algorithm, 6)?,
        user: (!user.is_empty()).then_some(user),
        manufacturer: text("manufacturer", value(Column::Manufacturer).unwrap_or_default())?,
        model: text("model", value(Column::Model).unwrap_or_default())?,
        valid_from: None,
        valid_until: None,
        warnings: warnings.into_iter().chain(hexadecimal).collect(),
    })
}

/// `hmacsha256`, `SHA-256` and the like; SHA-1 where nothing stands.
fn algorithm(found: &str) -> Result<Algorithm, TokenRowFault> {
    let plain: String = found.chars().filter(char::is_ascii_alphanumeric).collect::<String>().to_ascii_lowercase();
    match plain.strip_prefix("hmac").unwrap_or(&plain) {
        "" | "sha1" => Ok(Algorithm::Sha1),
        "sha256" => Ok(Algorithm::Sha256),
        "sha512" => Ok(Algorithm::Sha512),
        _ => Err(TokenRowFault::FeatureUnsupported { what: found.chars().take(80).collect() }),
    }
}

/// Base32 in any case, and whether it could be hexadecimal as well.
fn secret(found: &str) -> Result<(Secret, bool), TokenRowFault> {
    if found.is_empty() {
        return Err(TokenRowFault::SecretMissing);
    }
    if found.len() > limits::TOKEN_SECRET_CHARACTERS {
        return Err(TokenRowFault::SecretInvalid);
    }
    // The typed form forgives spaces and dashes; a file has no excuse for them.
    if let Some(index) = found.chars().position(|c| c == '-' || c.is_whitespace()) {
        return Err(TokenRowFault::SecretNotBase32 { position: index + 1 });
    }
    let parsed = Base32Secret::parse(found)?;
    if parsed.odd_length {
        return Err(TokenRowFault::SecretInvalid);
    }
    let could_be_hex = found.len().is_multiple_of(2) && found.bytes().all(|byte| byte.is_ascii_hexdigit());
    Ok((parsed.secret, could_be_hex))
}

/// Without the empty fields that spreadsheets add to the end of a row.
fn without_empty_end(mut fields: Zeroizing<Vec<String>>) -> Zeroizing<Vec<String>> {
    let end = fields.iter().rposition(|field| !field.trim().is_empty()).map_or(0, |last| last + 1);
    fields.truncate(end);
    fields
}

pub(super) fn error_file(list: &TokenList, errors: &BTreeMap<usize, String>) -> Zeroizing<String> {
    let mut writer = WriterBuilder::new().flexible(true).from_writer(Vec::new());
    let header: Vec<&str> = match list.format {
        TokenListFormat::Csv => list.header.iter().map(|name| name.trim()).filter(|name| *name != ERROR).collect(),
        TokenListFormat::Pskc => vec!["key", "serial number"],
    };
    let mut lines = vec![StringRecord::from_iter(header.iter().copied().chain([ERROR]))];
    for row in &list.rows {
        let Some(error) = errors.get(&row.number) else { continue };
        let number = row.number.to_string();
        let uploaded: Vec<&str> = match list.format {
            TokenListFormat::Csv => row.fields.iter().map(String::as_str).take(header.len()).collect(),
            TokenListFormat::Pskc => vec![&number, row.serial.as_deref().unwrap_or_default()],
        };
        // A row with columns missing is filled up, so that its error stands under `error`.
        let missing = header.len().saturating_sub(uploaded.len());
        lines.push(uploaded.into_iter().chain(std::iter::repeat_n("", missing)).chain([error.as_str()]).collect());
    }
    for line in &lines {
        // A vector takes everything.
        drop(writer.write_record(line));
    }
    let bytes = writer.into_inner().unwrap_or_default();
    Zeroizing::new(String::from_utf8(bytes).unwrap_or_default())
}
