//! Reads the tables of an SQLite database file, and nothing else of it.
//!
//! Two authenticators store their accounts in such a file on a rooted phone. Reading a table front to back needs little of the
//! format (<https://www.sqlite.org/fileformat2.html>): pages, the tree of a table, records. docs/adr/0019 says why this is no
//! use of SQLite itself. A file may ask for nothing here: each page is read at most once, and no index, trigger or view is looked at.

mod pages;
mod record;

use zeroize::Zeroizing;

use self::{
    pages::Pages,
    record::{Encoding, Value},
};
use crate::limits;

const MAGIC: &[u8] = b"SQLite format 3\0";
/// The root of the table of tables.
const SCHEMA: u32 = 1;
/// The most columns of a table (SQLite's own limit).
const COLUMNS: usize = 2000;

/// A database.
pub(super) struct Database<'a> {
    pages: Pages<'a>,
    encoding: Encoding,
    tables: Vec<Table>,
}

struct Table {
    name: String,
    root: u32,
    columns: Vec<String>,
}

/// A row of a table.
pub(super) struct Row<'d> {
    columns: &'d [String],
    rowid: i64,
    values: Vec<Value>,
}

/// A row that cannot be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Unreadable;

impl<'a> Database<'a> {
    /// Reads the list of tables. `None` for another kind of file, and for one without readable tables.
    pub(super) fn open(bytes: &'a [u8]) -> Option<Self> {
        let header = bytes.get(..100).filter(|header| header.starts_with(MAGIC))?;
        let encoding = Encoding::numbered(u32::from_be_bytes(header[56..60].try_into().ok()?))?;
        let mut database = Self { pages: Pages::of(bytes)?, encoding, tables: Vec::new() };
        let columns = ["type", "name", "tbl_name", "rootpage", "sql"].map(str::to_owned);
        let tables = database.rows_of(SCHEMA, &columns).filter_map(|row| table(&row.ok()?)).collect();
        database.tables = tables;
        Some(database)
    }

    /// Whether it has a table with at least these columns.
    pub(super) fn has(&self, table: &str, columns: &[&str]) -> bool {
        let names = |found: &Table| columns.iter().all(|name| found.columns.iter().any(|column| column == name));
        self.table(table).is_some_and(names)
    }

    /// The rows of a table in the order of their numbers; none if there is no such table.
    pub(super) fn rows(&self, table: &str) -> impl Iterator<Item = Result<Row<'_>, Unreadable>> {
        self.table(table).into_iter().flat_map(|table| self.rows_of(table.root, &table.columns))
    }

    fn table(&self, name: &str) -> Option<&Table> {
        self.tables.iter().find(|table| table.name == name)
    }

    fn rows_of<'d>(&self, root: u32, columns: &'d [String]) -> impl Iterator<Item = Result<Row<'d>, Unreadable>> {
        // One entry more than is accepted, so that the reader of the format notices.
        let payloads = self.pages.table(root, limits::IMPORT_ENTRIES + 1);
        payloads.into_iter().map(|payload| {
            let (rowid, bytes) = payload?;
            let values = record::values(&bytes, self.encoding, columns.len()).ok_or(Unreadable)?;
            Ok(Row { columns, rowid, values })
        })
    }
}

impl Row<'_> {
    fn value(&self, column: &str) -> Option<&Value> {
        let place = self.columns.iter().position(|name| name == column)?;
        self.values.get(place)
    }

    /// A text; `None` for null, an empty text and a missing column.
    pub(super) fn text(&self, column: &str) -> Option<&str> {
        match self.value(column)? {
            Value::Text(text) if !text.is_empty() => Some(text),
            _ => None,
        }
    }

    /// A whole number.
    pub(super) fn whole(&self, column: &str) -> Option<i128> {
        match self.value(column)? {
            Value::Integer(number) => Some((*number).into()),
            // The key of a table is not in the record, but in front of it.
            Value::Null if column == "_id" => Some(self.rowid.into()),
            _ => None,
        }
    }
}

fn table(row: &Row<'_>) -> Option<Table> {
    let sql = row.text("sql").filter(|_| row.text("type") == Some("table"))?;
    let root = row.whole("rootpage").and_then(|root| u32::try_from(root).ok())?;
    Some(Table { name: row.text("name")?.to_owned(), root, columns: columns(sql)? })
}

/// The names of the columns in `CREATE TABLE name (…)`, in lower case.
fn columns(sql: &str) -> Option<Vec<String>> {
    let (_, list) = sql.split_once('(')?;
    let mut depth = 0_u32;
    let mut parts = vec![String::new()];
    for character in list.chars() {
        match character {
            '(' => depth += 1,
            ')' if depth == 0 => break,
            ')' => depth -= 1,
            ',' if depth == 0 => parts.push(String::new()),
            character => parts.last_mut()?.push(character),
        }
    }
    let name = |part: &String| {
        let word = part.split_whitespace().next()?;
        let is_constraint = ["constraint", "primary", "unique", "check", "foreign"];
        let is_constraint = is_constraint.iter().any(|name| word.eq_ignore_ascii_case(name));
        (!is_constraint).then(|| word.trim_matches(['"', '`', '\'', '[', ']']).to_lowercase())
    };
    Some(parts.iter().filter_map(name).take(COLUMNS).collect())
}

/// The bytes of one row, with its number.
type Payload = (i64, Zeroizing<Vec<u8>>);
