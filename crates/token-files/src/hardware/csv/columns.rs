//! Finds the columns and the separator.

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
}

/// The names, in lower case and without what stands between words.
const NAMES: [(&str, Column); 19] = [
    ("upn", Column::User),
    ("userprincipalname", Column::User),
    ("user", Column::User),
    ("serialnumber", Column::Serial),
    ("serialno", Column::Serial),
    ("serial", Column::Serial),
    ("secretkey", Column::Secret),
    ("secret", Column::Secret),
    ("seed", Column::Secret),
    ("timeinterval", Column::Interval),
    ("timeintervals", Column::Interval),
    ("timeintervalsec", Column::Interval),
    ("timeintervalseconds", Column::Interval),
    ("interval", Column::Interval),
    ("period", Column::Interval),
    ("manufacturer", Column::Manufacturer),
    ("model", Column::Model),
    ("hashfunction", Column::Hash),
    ("algorithm", Column::Hash),
];

/// The required columns: a wrong guess for one of them makes a token whose codes never match.
const NEEDED: [Column; 3] = [Column::Serial, Column::Secret, Column::Interval];

/// The position of each column.
pub(super) struct Columns(Vec<Option<Column>>);

impl Columns {
    pub(super) fn of(header: &[String]) -> Result<Self, TokenListError> {
        let columns: Vec<Option<Column>> = header.iter().map(|name| column(name)).collect();
        let twice = columns.iter().enumerate().any(|(index, one)| one.is_some() && columns[..index].contains(one));
        if twice || NEEDED.iter().any(|needed| !columns.contains(&Some(*needed))) {
            return Err(TokenListError::WrongHeader);
        }
        Ok(Self(columns))
    }

    /// The value of a column in a row.
    pub(super) fn value<'a>(&self, fields: &'a [String], wanted: Column) -> Option<&'a str> {
        let index = self.0.iter().position(|column| *column == Some(wanted))?;
        fields.get(index).map(String::as_str)
    }

    /// The minimum number of fields in a row.
    pub(super) fn least(&self) -> usize {
        self.0
            .iter()
            .rposition(|column| column.is_some_and(|column| NEEDED.contains(&column)))
            .map_or(0, |last| last + 1)
    }
}

/// Whether columns of a token are named, though one that is needed may be missing: that is told then.
pub(crate) fn is_token_header(header: &[String]) -> bool {
    let names = |wanted| header.iter().any(|name| column(name) == Some(wanted));
    names(Column::Serial) && names(Column::Secret)
}

fn column(name: &str) -> Option<Column> {
    let plain = proofup_text::plain(name).to_lowercase();
    let name: String = plain.chars().filter(|character| character.is_alphanumeric()).collect();
    NAMES.iter().find(|(known, _)| *known == name).map(|(_, column)| *column)
}
