//! CSV with a header.

use csv::{Reader, ReaderBuilder, StringRecord};

use super::{Format, ImportError};
use crate::hardware::separator;

/// The rows under a header.
pub(super) struct Table<'a> {
    header: Vec<String>,
    reader: Reader<&'a [u8]>,
}

/// A row with its fields by the names of the header.
pub(super) struct Row<'a> {
    header: &'a [String],
    record: StringRecord,
}

/// The names of the columns.
pub(super) struct Header(Vec<String>);

impl Header {
    pub(super) fn contains(&self, name: &str) -> bool {
        self.0.iter().any(|column| column == name)
    }
}

impl<'a> Table<'a> {
    /// The header in lower case, if the text can have one.
    pub(super) fn header_of(text: Option<&str>) -> Option<Header> {
        let first = text?.lines().next().filter(|line| line.len() < 4096 && line.contains([',', ';', '\t']))?;
        Table::open(first).map(|table| Header(table.header))
    }

    pub(super) fn open(text: &'a str) -> Option<Self> {
        let mut reader = ReaderBuilder::new().flexible(true).delimiter(separator(text)).from_reader(text.as_bytes());
        let header = reader.headers().ok()?.iter().map(|name| name.trim().to_lowercase()).collect();
        Some(Self { header, reader })
    }

    /// The next row.
    pub(super) fn next(&mut self, format: Format) -> Result<Option<Row<'_>>, ImportError> {
        let mut record = StringRecord::new();
        match self.reader.read_record(&mut record) {
            Ok(true) => Ok(Some(Row { header: &self.header, record })),
            Ok(false) => Ok(None),
            Err(_) => Err(ImportError::Damaged { format }),
        }
    }
}

impl Row<'_> {
    pub(super) fn get(&self, name: &str) -> Option<&str> {
        let index = self.header.iter().position(|column| column == name)?;
        self.record.get(index).map(str::trim)
    }

    pub(super) fn fields(&self) -> impl Iterator<Item = &str> {
        self.record.iter().map(str::trim)
    }
}
