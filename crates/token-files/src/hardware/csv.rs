//! Lists as CSV, as manufacturers and spreadsheets write them. Columns are found by their names.

mod columns;

use std::collections::BTreeMap;

use csv::{ByteRecord, ReaderBuilder, StringRecord, WriterBuilder};
use proofup_otp::{Algorithm, Base32Secret, Kind, OtpParams, Secret};
use zeroize::Zeroizing;

pub(crate) use self::columns::separator;
use self::columns::{Column, Columns};
use super::{
    HardwareToken, TokenList, TokenListError, TokenListFormat, TokenRow, TokenRowFault, TokenWarning, interval, serial,
    text, unusual,
};
use crate::limits;

const ERROR: &str = "error";

pub(super) fn read(content: &str) -> Result<TokenList, TokenListError> {
    // The library counts lines by their last byte, but ends a row at the first byte of a line end.
    let content = Zeroizing::new(content.replace("\r\n", "\n"));
    let mut reader = ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(separator(&content))
        .from_reader(content.as_bytes());
    let mut records = reader.byte_records();
    let header = match records.next() {
        None => return Err(TokenListError::Empty),
        Some(record) => without_empty_end(fields(&record.map_err(not_csv)?)),
    };
    let columns = Columns::of(&header)?;
    let mut rows = Vec::new();
    for record in records {
        let record = record.map_err(not_csv)?;
        if rows.len() >= limits::TOKENS {
            return Err(TokenListError::TooManyTokens);
        }
        let number = record.position().map_or(0, csv::Position::line);
        let fields = fields(&record);
        let found = without_empty_end(fields.clone()).len();
        if found == 0 {
            continue;
        }
        let value = |column| columns.value(&fields, column);
        rows.push(TokenRow {
            number: usize::try_from(number).unwrap_or(usize::MAX),
            serial: value(Column::Serial).and_then(|found| serial(Some(found)).ok()),
            // Some programs omit empty fields at the end, others add them.
            token: if found > header.len() || fields.len() < columns.least() {
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
    let seconds = value(Column::Interval).unwrap_or_default().trim();
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

/// `hmacsha256`, `SHA-256` and the like; SHA-1 for an empty field.
fn algorithm(found: &str) -> Result<Algorithm, TokenRowFault> {
    let plain: String = found.chars().filter(char::is_ascii_alphanumeric).collect::<String>().to_ascii_lowercase();
    match plain.strip_prefix("hmac").unwrap_or(&plain) {
        "" | "sha1" => Ok(Algorithm::Sha1),
        "sha256" => Ok(Algorithm::Sha256),
        "sha512" => Ok(Algorithm::Sha512),
        _ => Err(TokenRowFault::FeatureUnsupported { what: found.chars().take(80).collect() }),
    }
}

/// Reads base32 in any case. Also tells whether the text could be hexadecimal.
fn secret(found: &str) -> Result<(Secret, bool), TokenRowFault> {
    if found.is_empty() {
        return Err(TokenRowFault::SecretMissing);
    }
    if found.len() > limits::TOKEN_SECRET_CHARACTERS {
        return Err(TokenRowFault::SecretInvalid);
    }
    // Typed secrets may have spaces and dashes; secrets in a file may not.
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

/// Removes the empty fields that spreadsheets add to the end of a row.
fn without_empty_end(mut fields: Zeroizing<Vec<String>>) -> Zeroizing<Vec<String>> {
    let end = fields.iter().rposition(|field| !field.trim().is_empty()).map_or(0, |last| last + 1);
    fields.truncate(end);
    fields
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
        // A row with missing columns is filled up, so that its error is in the column `error`.
        let missing = header.len().saturating_sub(uploaded.len());
        lines.push(uploaded.into_iter().chain(std::iter::repeat_n("", missing)).chain([error.as_str()]).collect());
    }
    for line in &lines {
        // Writing to a vector cannot fail.
        drop(writer.write_record(line));
    }
    let bytes = writer.into_inner().unwrap_or_default();
    Zeroizing::new(String::from_utf8(bytes).unwrap_or_default())
}
