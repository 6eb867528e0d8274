//! Steam: one account, or several by their ids, as the app and Steam Desktop Authenticator store them.

use super::{
    EntryFault, Format, Import, ImportError, Opening,
    found::{Found, FoundKind},
    json::Json,
    probe::{Probe, base64},
};

const FORMAT: Format = Format::Steam;

pub(super) fn is_meant(probe: &Probe<'_>) -> bool {
    let first = || Some(&probe.json()?.get("accounts")?.members().first()?.1);
    probe.has(&["shared_secret"]) || first().is_some_and(|first| first.get("shared_secret").is_some())
}

pub(super) fn read(probe: &Probe<'_>, _: Opening<'_>) -> Result<Import, ImportError> {
    let file = probe.json().ok_or(ImportError::Damaged { format: FORMAT })?;
    let mut import = Import::new(FORMAT);
    match file.get("accounts") {
        Some(accounts) => accounts.members().iter().try_for_each(|(_, account)| import.take(found(account)))?,
        None => import.take(found(file))?,
    }
    Ok(import)
}

fn found(account: &Json) -> Found {
    Found::named("Steam", account.text("account_name").unwrap_or_default()).judged(|found| {
        found.kind = FoundKind::Steam;
        found.bytes(account.text("shared_secret").and_then(base64).ok_or(EntryFault::Damaged)?.to_vec())
    })
}
