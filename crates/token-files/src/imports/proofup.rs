//! Our own export, in clear: JSON, or a table. The caller decrypts the age file around it.

use super::{
    EntryFault, Format, Import, ImportError, Opening,
    found::{Found, FoundKind},
    json::Json,
    probe::Probe,
    table::{Row, Table},
};
use crate::{TokenFileError, exports::COLUMNS, otpauth::shortened};

const FORMAT: Format = Format::Proofup;
const DAMAGED: ImportError = ImportError::Damaged { format: FORMAT };
const NEWEST: i128 = 1;

pub(super) fn is_meant(probe: &Probe<'_>) -> bool {
    probe.has(&["proofup", "accounts"])
        || Table::header_of(probe.text).is_some_and(|header| COLUMNS.iter().all(|column| header.contains(column)))
}

pub(super) fn read(probe: &Probe<'_>, _: Opening<'_>) -> Result<Import, ImportError> {
    let Some(file) = probe.json() else { return table(probe.text.ok_or(DAMAGED)?) };
    match file.whole("proofup") {
        Some(1..=NEWEST) => {}
        Some(version) => return Err(ImportError::VersionUnsupported { format: FORMAT, found: version.to_string() }),
        None => return Err(DAMAGED),
    }
    let mut import = Import::new(FORMAT);
    file.list("accounts").ok_or(DAMAGED)?.iter().try_for_each(|account| import.take(found(account)))?;
    Ok(import)
}

fn found(account: &Json) -> Found {
    let text = |name| account.text(name).unwrap_or_default();
    let tags = account.list("tags").unwrap_or_default().iter().filter_map(Json::as_text).map(str::to_owned);
    let found = Found {
        note: text("note").to_owned(),
        tags: tags.collect(),
        pinned: account.is_true("pinned"),
        ..Found::named(text("issuer"), text("account"))
    };
    found.judged(|found| {
        found.kind = FoundKind::named(account.text("type"))?;
        found.base32(account.text("secret"))?;
        found.numbers(account)?;
        found.algorithm(account.text("algorithm"))
    })
}

/// The same as a table, without notes and tags.
fn table(text: &str) -> Result<Import, ImportError> {
    let mut table = Table::open(text).ok_or(DAMAGED)?;
    let mut import = Import::new(FORMAT);
    while let Some(row) = table.next() {
        import.take(row_of_table(&row))?;
    }
    Ok(import)
}

fn row_of_table(row: &Row<'_>) -> Found {
    let text = |name| row.get(name).filter(|text: &&str| !text.is_empty());
    let number = |field: &'static str| match text(field) {
        None => Ok(None),
        Some(number) => number
            .parse()
            .map(Some)
            .map_err(|_| EntryFault::from(TokenFileError::NotANumber { field, value: shortened(number) })),
    };
    let found = Found::named(text("issuer").unwrap_or_default(), text("account").unwrap_or_default());
    if row.is_damaged("secret") {
        return found.damaged();
    }
    found.judged(|found| {
        found.kind = FoundKind::named(text("type"))?;
        found.base32(text("secret"))?;
        (found.digits, found.period, found.counter) = (number("digits")?, number("period")?, number("counter")?);
        found.algorithm(text("algorithm"))
    })
}
