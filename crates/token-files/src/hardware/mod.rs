//! Lists of hardware tokens, as manufacturers deliver them: CSV, or PSKC (RFC 6030).
//!
//! A file that cannot be read at all gives a [`TokenListError`]. In a readable file every row gets its own verdict, and
//! none is dropped silently: an unsupported value is reported.
//!
//! **CSV**, with a header row that names the columns, in any order and case, with commas, semicolons or tabs between them.
//! Serial number and secret must be there, and an interval, a counter or a type:
//!
//! ```text
//! upn,serial number,secret key,time interval,manufacturer,model
//! serial number,hex secret,type,digits,time interval,counter,hash function
//! ```
//!
//! Tokens are TOTP with six digits and SHA-1 where no column says otherwise. `secret key` is base32; `hex secret`, `base32 secret`
//! and `base64 secret` say it themselves, and for `secret` the whole column decides. Columns with other names are ignored, also
//! `error`, so that a corrected error file can be uploaded unchanged.
//!
//! **CSV without a header**: the OATH lists of privacyIDEA and `LinOTP` (also with people in front), and the two lists of Yubico.
//!
//! **PSKC**, version 1.0 and the drafts before it, under any namespace prefix, without DOCTYPE: HOTP and TOTP keys, in clear or encrypted with
//! AES-CBC, 3DES-CBC or AES key wrap under a pre-shared key or a password (PBKDF2). The MAC is checked before anything is decrypted.

mod csv;
mod fault;
mod pskc;

use std::collections::{BTreeMap, HashMap};

use jiff::Timestamp;
use proofup_otp::OtpParams;
use zeroize::Zeroizing;

pub(crate) use self::csv::{is_token_form, is_token_header};
pub use fault::{TokenListError, TokenRowFault, TokenWarning};

use crate::limits;

/// The key of an encrypted file.
pub enum FileKey {
    /// No key: the file is in clear.
    None,
    /// The key that manufacturer and customer agreed on.
    PreShared(Zeroizing<Vec<u8>>),
    /// The password from which the key is derived.
    Password(Zeroizing<String>),
}

impl FileKey {
    /// A pre-shared key in hexadecimal as it is pasted: in groups, with colons or dashes between, behind `0x`. `None` if it is none.
    #[must_use]
    pub fn from_hexadecimal(pasted: &str) -> Option<Self> {
        let mut digits = Zeroizing::new(String::with_capacity(pasted.len()));
        digits.extend(proofup_text::symbols(pasted).filter(|character| *character != ':'));
        let digits = digits.strip_prefix("0x").or_else(|| digits.strip_prefix("0X")).unwrap_or(&digits);
        let key = data_encoding::HEXLOWER_PERMISSIVE.decode(digits.as_bytes()).ok()?;
        (!key.is_empty()).then(|| Self::PreShared(Zeroizing::new(key)))
    }
}

/// How a list is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TokenListFormat {
    /// Comma-separated values.
    Csv,
    /// A PSKC container (RFC 6030).
    Pskc,
}

/// A hardware token. `Debug` shows everything but the secret.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HardwareToken {
    /// The serial number on its back. Only the list of a person may lack it.
    pub serial: String,
    /// Secret, kind, hash and digits; of HOTP also the counter of the next code.
    pub params: OtpParams,
    /// Its user, if the file names one.
    pub user: Option<String>,
    /// Free text, often empty.
    pub manufacturer: String,
    /// Free text, often empty.
    pub model: String,
    /// Who issued the key, and what it is called. A container that another authenticator wrote names accounts so.
    pub issuer: String,
    /// What the key is called; often empty.
    pub friendly_name: String,
    /// The start of its validity.
    pub valid_from: Option<Timestamp>,
    /// The end of its validity, exclusive.
    pub valid_until: Option<Timestamp>,
    /// Unusual properties.
    pub warnings: Vec<TokenWarning>,
}

/// One row of a CSV file, or one key of a PSKC container.
#[derive(Debug)]
pub struct TokenRow {
    /// CSV: the line, counted from 1 with the header. PSKC: the key, counted from 1.
    pub number: usize,
    /// The serial number if there is one, even if the row is refused.
    pub serial: Option<String>,
    /// The token, or why it is refused.
    pub token: Result<HardwareToken, TokenRowFault>,
    /// The fields of the upload; empty for PSKC.
    fields: Zeroizing<Vec<String>>,
}

/// A list that could be read.
#[derive(Debug)]
pub struct TokenList {
    /// Its format.
    pub format: TokenListFormat,
    /// It has an XML signature. The manufacturer's certificate is not known, so it was not verified.
    pub signed: bool,
    /// Its rows, in order.
    pub rows: Vec<TokenRow>,
    header: Vec<String>,
}

/// Reads a list of hardware tokens; PSKC is recognised by its first character. Each token has a serial number of its own.
///
/// # Errors
/// [`TokenListError`], if no row of it can be read.
pub fn read_token_list(bytes: &[u8], key: &FileKey) -> Result<TokenList, TokenListError> {
    let mut list = read_keys(bytes, key)?;
    for row in &mut list.rows {
        if row.token.as_ref().is_ok_and(|token| token.serial.is_empty()) {
            row.token = Err(TokenRowFault::SerialMissing);
        }
    }
    refuse_repeated_serials(&mut list.rows);
    Ok(list)
}

/// The same for a person, whose accounts need no serial numbers.
pub(crate) fn read_keys(bytes: &[u8], key: &FileKey) -> Result<TokenList, TokenListError> {
    if bytes.len() > limits::TOKEN_LIST_BYTES {
        return Err(TokenListError::TooLarge);
    }
    let text = proofup_text::from_file(bytes);
    if text.contains('\0') || text.starts_with('\u{FFFD}') {
        return Err(TokenListError::NotText);
    }
    let list = if text.trim_start().starts_with('<') { pskc::read(&text, key)? } else { csv::read(&text)? };
    if list.rows.is_empty() {
        return Err(TokenListError::Empty);
    }
    Ok(list)
}

impl TokenList {
    /// The rows to correct, as CSV: the columns of the upload and `error`, for the rows with these numbers. It contains
    /// secrets if the upload did. For PSKC, whose keys cannot be rewritten, only serial numbers and errors.
    #[must_use]
    pub fn error_file(&self, errors: &BTreeMap<usize, String>) -> Zeroizing<String> {
        csv::error_file(self, errors)
    }
}

/// Refuses a serial number that occurs again, because the right row is unknown.
fn refuse_repeated_serials(rows: &mut [TokenRow]) {
    let mut first_rows = HashMap::new();
    for row in rows {
        let Ok(token) = &row.token else { continue };
        let first_row = *first_rows.entry(token.serial.to_lowercase()).or_insert(row.number);
        if first_row != row.number {
            row.token = Err(TokenRowFault::SerialRepeated { first_row });
        }
    }
}

/// A text of a token: without invisible marks, not too long, without control characters.
fn text(field: &'static str, found: &str) -> Result<String, TokenRowFault> {
    let found = proofup_text::name(found);
    if found.chars().count() > limits::TOKEN_TEXT_CHARACTERS || proofup_otp::check_name(&found).is_err() {
        return Err(TokenRowFault::TextInvalid { field });
    }
    Ok(found)
}

/// The serial number; an organisation needs one, a person does not.
fn serial(found: Option<&str>) -> Result<String, TokenRowFault> {
    let plain = proofup_text::plain(found.unwrap_or_default());
    // A formula keeps a spreadsheet from taking the text for a number.
    let plain = plain.strip_prefix("=\"").and_then(|text| text.strip_suffix('"')).unwrap_or(&plain);
    let serial = text("serial number", plain)?;
    match serial {
        found if is_scientific(&found) || is_rounded(&found) => Err(TokenRowFault::SerialChanged { found }),
        serial => Ok(serial),
    }
}

/// `10001001.0`, as programs write what they took for a number, and `########`, as a spreadsheet shows what does not fit a column.
fn is_rounded(text: &str) -> bool {
    let of = |text: &str, character: fn(char) -> bool| !text.is_empty() && text.chars().all(character);
    let with_zero = text.split_once(['.', ',']);
    of(text, |c| c == '#')
        || with_zero.is_some_and(|(number, zero)| of(number, |c| c.is_ascii_digit()) && of(zero, |c| c == '0'))
}

/// `1.00013E+12`, as spreadsheets write long numbers; some write a comma, or powers of a thousand.
fn is_scientific(text: &str) -> bool {
    let Some((digits, power)) = text.split_once(['e', 'E']) else { return false };
    let is_number = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let Some(power) = power.strip_prefix('+') else { return false };
    let (whole, part) = digits.split_once(['.', ',']).unwrap_or((digits, "0"));
    whole.len() <= 3 && is_number(whole) && is_number(part) && is_number(power)
}

/// A warning if the key has the usual length of another hash's keys.
fn unusual(algorithm: proofup_otp::Algorithm, bytes: usize) -> Option<TokenWarning> {
    use proofup_otp::Algorithm;
    let customary = match bytes {
        20 => Algorithm::Sha1,
        32 => Algorithm::Sha256,
        64 => Algorithm::Sha512,
        _ => return None,
    };
    (customary != algorithm).then_some(TokenWarning::KeyLengthUnusual { bytes })
}

/// Accepts an interval of 30 or 60 seconds.
fn interval(seconds: u64) -> Result<u64, TokenRowFault> {
    if matches!(seconds, 30 | 60) { Ok(seconds) } else { Err(TokenRowFault::IntervalInvalid) }
}
