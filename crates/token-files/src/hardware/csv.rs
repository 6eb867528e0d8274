//! Lists as CSV, as makers and spreadsheets write them: columns by their names, or one of the forms without a header.

mod columns;
mod forms;
mod secrets;

use std::collections::BTreeMap;

use csv::{StringRecord, WriterBuilder};
use proofup_otp::{Algorithm, Kind, OtpParams};
use zeroize::Zeroizing;

pub(crate) use self::columns::is_token_header;
use self::{
    columns::{Column, Columns},
    forms::Form,
    secrets::Spelling,
};
use super::{
    HardwareToken, TokenList, TokenListError, TokenListFormat, TokenRow, TokenRowFault, TokenWarning, interval, serial,
    text, unusual,
};
use crate::{
    limits,
    rows::{Row, Rows},
};

const ERROR: &str = "error";
/// The interval of a token that names its kind, and no interval.
const USUAL_INTERVAL: u64 = 30;

/// Whether a text is a list of tokens in a form without a header.
pub(crate) fn is_token_form(text: &str) -> bool {
    forms::of(text).is_some()
}

pub(super) fn read(content: &str) -> Result<TokenList, TokenListError> {
    // A lone carriage return ends lines on old computers of Apple.
    let content = Zeroizing::new(content.replace("\r\n", "\n").replace('\r', "\n"));
    let mut read = Rows::of(&content);
    if read.rest().trim().is_empty() {
        return Err(TokenListError::Empty);
    }
    let form = forms::of(&content);
    let header = match &form {
        Some(form) => Zeroizing::new(form.header.iter().map(|name| (*name).to_owned()).collect()),
        None => without_empty_end(read.header().ok_or(TokenListError::NotCsv { line: 1 })?),
    };
    let columns = Columns::of(&header)?;
    let rows = rows(read, &columns, header.len(), form)?;
    let secrets = rows.iter().filter_map(|row| columns.value(&row.fields, Column::Secret)).map(str::trim);
    let reader = Reader { spelling: columns.spelling.or_else(|| Spelling::of_column(secrets)), columns, form };
    let rows = rows.into_iter().map(|row| reader.row(row, header.len())).collect();
    Ok(TokenList { format: TokenListFormat::Csv, signed: false, rows, header: header.to_vec() })
}

/// The rows that have anything in them.
fn rows(mut read: Rows<'_>, columns: &Columns, width: usize, form: Option<Form>) -> Result<Vec<Row>, TokenListError> {
    let mut rows = Vec::new();
    loop {
        let before = read.rest();
        let Some(mut row) = read.next() else { return Ok(rows) };
        if rows.len() >= limits::TOKENS {
            return Err(TokenListError::TooManyTokens);
        }
        if form.is_some() && forms::is_comment(&row) {
            continue;
        }
        // A mark that was closed in a later row has joined both.
        if row.several_lines && (row.fields.len() > width || row.fields.len() < columns.least()) {
            read.split(&mut row, before.trim_start_matches(['\r', '\n']));
        }
        if !without_empty_end(row.fields.clone()).is_empty() {
            rows.push(row);
        }
    }
}

/// Reads rows as tokens.
struct Reader {
    columns: Columns,
    form: Option<Form>,
    spelling: Option<Spelling>,
}

impl Reader {
    fn row(&self, row: Row, width: usize) -> TokenRow {
        let Row { line: number, fields, broken, .. } = row;
        let found = without_empty_end(fields.clone()).len();
        let value = |column| self.columns.value(&fields, column);
        TokenRow {
            number,
            serial: value(Column::Serial)
                .and_then(|found| serial(Some(found)).ok())
                .filter(|serial| !serial.is_empty()),
            // Empty fields at the end are left out by some programs, and added by others.
            token: if broken {
                Err(TokenRowFault::Unreadable { field: "row" })
            } else if (found > width && self.form.is_none()) || fields.len() < self.columns.least() {
                Err(TokenRowFault::Columns { found: fields.len(), expected: width })
            } else {
                self.token(value)
            },
            fields,
        }
    }

    fn token<'a>(&self, value: impl Fn(Column) -> Option<&'a str>) -> Result<HardwareToken, TokenRowFault> {
        let value = |column| value(column).map(str::trim).unwrap_or_default();
        // The kind is checked first: for a static password, a missing serial number is not the problem.
        let kind = self.kind(&value)?;
        let serial = serial(Some(value(Column::Serial)))?;
        let found = value(Column::Secret);
        if found.is_empty() {
            return Err(TokenRowFault::SecretMissing);
        }
        let secret =
            self.spelling.or_else(|| Spelling::of_one(found)).ok_or(TokenRowFault::SecretAmbiguous)?.read(found)?;
        let kind = self.steps(kind, &value)?;
        let algorithm = algorithm(value(Column::Hash))?;
        let user = text("upn", value(Column::User))?;
        // Columns that name no hash are of lists whose tokens all have the same one.
        let names_hash = self.columns.has(Column::Hash) && (algorithm != Algorithm::Sha1 || self.form.is_some());
        let unusual = unusual(algorithm, secret.expose().len()).filter(|_| names_hash);
        let may_be_hexadecimal = self.spelling == Some(Spelling::Base32) && secrets::is_hex(found);
        let hexadecimal = may_be_hexadecimal.then_some(TokenWarning::SecretMayBeHexadecimal);
        let made_by = self.form.map(|form| form.manufacturer).unwrap_or_default();
        Ok(HardwareToken {
            serial,
            params: OtpParams::new(secret, kind, algorithm, digits(value(Column::Digits))?)?,
            user: (!user.is_empty()).then_some(user),
            manufacturer: text("manufacturer", value(Column::Manufacturer))
                .map(|name| if name.is_empty() { made_by.to_owned() } else { name })?,
            model: text("model", value(Column::Model))?,
            issuer: String::new(),
            friendly_name: String::new(),
            valid_from: None,
            valid_until: None,
            warnings: unusual.into_iter().chain(hexadecimal).collect(),
        })
    }

    /// The kind of a row; TOTP in lists that do not name kinds.
    fn kind<'a>(&self, value: &impl Fn(Column) -> &'a str) -> Result<TokenKind, TokenRowFault> {
        let named = value(Column::Kind).to_ascii_lowercase();
        let named = if named.is_empty() { self.form.map(|form| form.kind).unwrap_or_default() } else { &named };
        match named {
            "hotp" | "oath-hotp" | "0" => Ok(TokenKind::Hotp),
            "totp" | "oath-totp" => Ok(TokenKind::Totp),
            "" if self.counts() => Ok(TokenKind::Hotp),
            "" => Ok(TokenKind::Totp),
            other => Err(TokenRowFault::KindUnsupported { name: other.chars().take(80).collect() }),
        }
    }

    /// Whether the tokens of a list that names no kinds have counters.
    fn counts(&self) -> bool {
        let has = |column| self.columns.has(column);
        (has(Column::Counter) || has(Column::IntervalOrCounter)) && !has(Column::Interval)
    }

    fn steps<'a>(&self, kind: TokenKind, value: &impl Fn(Column) -> &'a str) -> Result<Kind, TokenRowFault> {
        let both = value(Column::IntervalOrCounter);
        let either = |column| Some(value(column)).filter(|found| !found.is_empty()).unwrap_or(both);
        let number = |found: &str| proofup_text::plain(found).parse::<u64>().ok();
        match kind {
            TokenKind::Hotp => match either(Column::Counter) {
                "" => Ok(Kind::Hotp { counter: 0 }),
                found => {
                    let counter = number(found).ok_or(TokenRowFault::Unreadable { field: "counter" })?;
                    Ok(Kind::Hotp { counter })
                }
            },
            TokenKind::Totp => match either(Column::Interval) {
                "" if self.form.is_some() || self.columns.has(Column::Kind) => {
                    Ok(Kind::Totp { period: USUAL_INTERVAL })
                }
                found => Ok(Kind::Totp { period: interval(number(found).ok_or(TokenRowFault::IntervalInvalid)?)? }),
            },
        }
    }
}

enum TokenKind {
    Hotp,
    Totp,
}

/// Six where nothing stands.
fn digits(found: &str) -> Result<u64, TokenRowFault> {
    match found {
        "" => Ok(6),
        found => match found.parse() {
            Ok(digits @ 6..=8) => Ok(digits),
            Ok(digits) => Err(TokenRowFault::FeatureUnsupported { what: format!("{digits} digits") }),
            Err(_) => Err(TokenRowFault::Unreadable { field: "digits" }),
        },
    }
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
