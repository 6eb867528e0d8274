//! Lists as CSV: the six columns of the directory, or the three of the server product.

use std::collections::BTreeMap;

use csv::{ByteRecord, ReaderBuilder, StringRecord, WriterBuilder};
use proofup_otp::{Algorithm, Base32Secret, Kind, OtpParams, Secret};
use zeroize::Zeroizing;

use super::{
    HardwareToken, TokenList, TokenListError, TokenListFormat, TokenRow, TokenRowFault, interval, serial, text,
};
use crate::limits;

const SIX: &[&str] = &["upn", "serial number", "secret key", "time interval", "manufacturer", "model"];
const THREE: &[&str] = &["serial number", "secret key", "time interval"];
const ERROR: &str = "error";

pub(super) fn read(content: &str) -> Result<TokenList, TokenListError> {
    // The library counts a line at its last byte, but ends a row at the first byte of a line end.
    let content = Zeroizing::new(content.replace("\r\n", "\n"));
    let mut reader = ReaderBuilder::new().has_headers(false).flexible(true).from_reader(content.as_bytes());
    let mut records = reader.byte_records();
    let header = match records.next() {
        None => return Err(TokenListError::Empty),
        Some(record) => fields(&record.map_err(not_csv)?),
    };
    let names: Vec<&str> = header.iter().map(|name| name.trim()).collect();
    let columns = match names.strip_suffix(&[ERROR]).unwrap_or(&names) {
        SIX => SIX,
        THREE => THREE,
        _ => return Err(TokenListError::WrongHeader),
    };
    let mut rows = Vec::new();
    for record in records {
        let record = record.map_err(not_csv)?;
        if rows.len() >= limits::TOKENS {
            return Err(TokenListError::TooManyTokens);
        }
        let number = record.position().map_or(0, csv::Position::line);
        let fields = fields(&record);
        if fields.iter().all(|field| field.trim().is_empty()) {
            continue;
        }
        let value = |name: &str| {
            columns.iter().position(|column| *column == name).and_then(|index| fields.get(index)).map(String::as_str)
        };
        rows.push(TokenRow {
            number: usize::try_from(number).unwrap_or(usize::MAX),
            serial: value("serial number").and_then(|found| serial(Some(found)).ok()),
            token: if fields.len() == header.len() {
                token(value)
            } else {
                Err(TokenRowFault::Columns { found: fields.len(), expected: header.len() })
            },
            fields,
        });
    }
    Ok(TokenList { format: TokenListFormat::Csv, signed: false, rows, header: header.to_vec() })
}

fn token<'a>(value: impl Fn(&str) -> Option<&'a str>) -> Result<HardwareToken, TokenRowFault> {
    let serial = serial(value("serial number"))?;
    let secret = secret(value("secret key").unwrap_or_default().trim())?;
    let seconds = value("time interval").unwrap_or_default().trim();
    let seconds = seconds.parse().map_err(|_| TokenRowFault::IntervalInvalid)?;
    let user = text("upn", value("upn").unwrap_or_default())?;
    Ok(HardwareToken {
        serial,
        params: OtpParams::new(secret, Kind::Totp { period: interval(seconds)? }, Algorithm::Sha1, 6)?,
        user: (!user.is_empty()).then_some(user),
        manufacturer: text("manufacturer", value("manufacturer").unwrap_or_default())?,
        model: text("model", value("model").unwrap_or_default())?,
        valid_from: None,
        valid_until: None,
    })
}

/// Base32 in any case, and nothing that could be something else.
fn secret(found: &str) -> Result<Secret, TokenRowFault> {
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
    if could_be_hex { Err(TokenRowFault::SecretAmbiguous) } else { Ok(parsed.secret) }
}

fn fields(record: &ByteRecord) -> Zeroizing<Vec<String>> {
    Zeroizing::new(record.iter().map(|field| String::from_utf8_lossy(field).into_owned()).collect())
}

fn not_csv(error: csv::Error) -> TokenListError {
    TokenListError::NotCsv { line: error.position().map_or(0, csv::Position::line) }
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
