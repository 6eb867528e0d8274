//! The meaning of the columns: by the names of a header, or by the form of a list that has none.

use super::secrets::Spelling;
use crate::hardware::TokenListError;

/// A column with a meaning.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Column {
    User,
    Serial,
    Secret,
    Interval,
    Manufacturer,
    Model,
    Hash,
    /// HOTP or TOTP.
    Kind,
    Digits,
    Counter,
    /// The interval of TOTP, or the counter of HOTP.
    IntervalOrCounter,
}

/// The names, in lower case and without what stands between words.
const NAMES: [(&str, Column); 34] = [
    ("upn", Column::User),
    ("userprincipalname", Column::User),
    ("user", Column::User),
    ("serialnumber", Column::Serial),
    ("serialno", Column::Serial),
    ("serial", Column::Serial),
    ("secretkey", Column::Secret),
    ("secret", Column::Secret),
    ("seed", Column::Secret),
    ("key", Column::Secret),
    ("otpkey", Column::Secret),
    ("hexkey", Column::Secret),
    ("timeinterval", Column::Interval),
    ("timeintervals", Column::Interval),
    ("timeintervalsec", Column::Interval),
    ("timeintervalseconds", Column::Interval),
    ("interval", Column::Interval),
    ("period", Column::Interval),
    ("timestep", Column::Interval),
    ("step", Column::Interval),
    ("manufacturer", Column::Manufacturer),
    ("model", Column::Model),
    ("hashfunction", Column::Hash),
    ("hash", Column::Hash),
    ("algorithm", Column::Hash),
    ("type", Column::Kind),
    ("tokentype", Column::Kind),
    ("otptype", Column::Kind),
    ("digits", Column::Digits),
    ("otplength", Column::Digits),
    ("otplen", Column::Digits),
    ("counter", Column::Counter),
    ("movingfactor", Column::Counter),
    ("intervalorcounter", Column::IntervalOrCounter),
];

/// What a name of a secret's column may say of its spelling, in front or at the end.
const SPELLINGS: [(&str, Spelling); 3] =
    [("hex", Spelling::Hexadecimal), ("base32", Spelling::Base32), ("base64", Spelling::Base64)];

/// A wrong guess for one of these makes a token whose codes never match.
const NEEDED: [Column; 2] = [Column::Serial, Column::Secret];
/// At least one of these is needed too: without any, nothing says how the codes are made.
const WAYS: [Column; 4] = [Column::Interval, Column::Kind, Column::Counter, Column::IntervalOrCounter];

/// The position of each column.
pub(super) struct Columns {
    columns: Vec<Option<Column>>,
    /// How the secrets are spelled, if the header says it.
    pub(super) spelling: Option<Spelling>,
}

impl Columns {
    pub(super) fn of(header: &[String]) -> Result<Self, TokenListError> {
        let found: Vec<_> = header.iter().map(|name| column(name)).collect();
        let columns: Vec<_> = found.iter().map(|found| found.map(|(column, _)| column)).collect();
        let twice = columns.iter().enumerate().any(|(index, one)| one.is_some() && columns[..index].contains(one));
        let has = |column: &Column| columns.contains(&Some(*column));
        if twice || !NEEDED.iter().all(has) || !WAYS.iter().any(has) {
            return Err(TokenListError::WrongHeader);
        }
        let spelling = found.iter().flatten().find_map(|(_, spelling)| *spelling);
        Ok(Self { columns, spelling })
    }

    pub(super) fn has(&self, column: Column) -> bool {
        self.columns.contains(&Some(column))
    }

    /// The value of a column in a row.
    pub(super) fn value<'a>(&self, fields: &'a [String], wanted: Column) -> Option<&'a str> {
        let index = self.columns.iter().position(|column| *column == Some(wanted))?;
        fields.get(index).map(String::as_str)
    }

    /// The minimum number of fields in a row.
    pub(super) fn least(&self) -> usize {
        // An interval that stands alone is needed; beside a kind it has a usual value.
        let is_needed =
            |column: Column| NEEDED.contains(&column) || (column == Column::Interval && !self.has(Column::Kind));
        self.columns.iter().rposition(|column| column.is_some_and(is_needed)).map_or(0, |last| last + 1)
    }
}

/// Whether columns of a token are named, though one that is needed may be missing: that is told then.
pub(crate) fn is_token_header(header: &[String]) -> bool {
    let names = |wanted| header.iter().any(|name| column(name).is_some_and(|(found, _)| found == wanted));
    names(Column::Serial) && names(Column::Secret)
}

/// The column of a name. That of secrets may tell their spelling.
fn column(name: &str) -> Option<(Column, Option<Spelling>)> {
    let plain = proofup_text::plain(name).to_lowercase();
    let name: String = plain.chars().filter(|character| character.is_alphanumeric()).collect();
    let of = |name: &str| NAMES.iter().find(|(known, _)| *known == name).map(|(_, column)| *column);
    if let Some(column) = of(&name) {
        // The column of Entra ID is base32 by definition.
        let spelling = match name.as_str() {
            "secretkey" => Some(Spelling::Base32),
            "hexkey" => Some(Spelling::Hexadecimal),
            _ => None,
        };
        return Some((column, spelling));
    }
    SPELLINGS.iter().find_map(|(word, spelling)| {
        let rest = name.strip_prefix(word).or_else(|| name.strip_suffix(word))?;
        (of(rest) == Some(Column::Secret)).then_some((Column::Secret, Some(*spelling)))
    })
}
