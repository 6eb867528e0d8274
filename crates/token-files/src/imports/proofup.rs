//! Our own export, in clear. The age file around it is opened by who has the passphrase.

use super::{
    Format, Import, ImportError, Opening,
    found::{Found, FoundKind},
    json::Json,
    probe::Probe,
};

const FORMAT: Format = Format::Proofup;
const DAMAGED: ImportError = ImportError::Damaged { format: FORMAT };
const NEWEST: i128 = 1;

pub(super) fn is_meant(probe: &Probe<'_>) -> bool {
    probe.has(&["proofup", "accounts"])
}

pub(super) fn read(probe: &Probe<'_>, _: Opening<'_>) -> Result<Import, ImportError> {
    let file = probe.json().ok_or(DAMAGED)?;
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
