//! CSV with a header.

use zeroize::Zeroizing;

use crate::{
    hardware::is_token_header,
    rows::{self, Rows},
};

/// The rows under a header.
pub(super) struct Table<'a> {
    header: Zeroizing<Vec<String>>,
    rows: Rows<'a>,
}

/// A row with its fields by the names of the header.
pub(super) struct Row<'a> {
    header: &'a [String],
    row: rows::Row,
}

/// The names of the columns.
pub(super) struct Header(Zeroizing<Vec<String>>);

impl Header {
    /// Whether a list of hardware tokens has such a header.
    pub(super) fn names_token_columns(&self) -> bool {
        is_token_header(&self.0)
    }

    pub(super) fn contains(&self, name: &str) -> bool {
        self.0.iter().any(|column| column == name)
    }
}

impl<'a> Table<'a> {
    /// The header in lower case, if the text can have one.
    pub(super) fn header_of(text: Option<&str>) -> Option<Header> {
        let first =
            text?.split(['\n', '\r']).next().filter(|line| line.len() < 4096 && line.contains([',', ';', '\t']))?;
        Table::open(first).map(|table| Header(table.header))
    }

    pub(super) fn open(text: &'a str) -> Option<Self> {
        let mut rows = Rows::of(text);
        let header = rows.header()?.iter().map(|name| name.trim().to_lowercase()).collect();
        Some(Self { header: Zeroizing::new(header), rows })
    }

    /// The next row that has anything in it.
    pub(super) fn next(&mut self) -> Option<Row<'_>> {
        loop {
            let before = self.rows.rest();
            let mut row = self.rows.next()?;
            if row.fields.iter().all(|field| field.trim().is_empty()) && !row.broken {
                continue;
            }
            // A mark that was closed in a later row has joined both.
            if row.several_lines && row.fields.len() != self.header.len() {
                self.rows.split(&mut row, before.trim_start_matches(['\r', '\n']));
            }
            return Some(Row { header: &self.header, row });
        }
    }
}

impl Row<'_> {
    pub(super) fn get(&self, name: &str) -> Option<&str> {
        let index = self.header.iter().position(|column| column == name)?;
        self.row.fields.get(index).map(|field| field.trim())
    }

    pub(super) fn fields(&self) -> impl Iterator<Item = &str> {
        self.row.fields.iter().map(|field| field.trim())
    }

    /// Whether it is broken, or ends before this column.
    pub(super) fn is_damaged(&self, column: &str) -> bool {
        self.row.broken || self.get(column).is_none()
    }
}
