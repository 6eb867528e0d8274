//! Microsoft Authenticator: the database `PhoneFactor` of an Android phone.

use super::{
    EntryFault, Format, Import, ImportError, ImportWarning, Opening,
    found::Found,
    probe::{Probe, base64},
    sqlite::Row,
};

const FORMAT: Format = Format::MicrosoftDatabase;
const TABLE: &str = "accounts";
/// A personal Microsoft account: its secret is in base64, and its codes are longer.
const PERSONAL: i128 = 1;
const PERSONAL_DIGITS: u64 = 8;

pub(super) fn is_meant(probe: &Probe<'_>) -> bool {
    probe.database().is_some_and(|database| database.has(TABLE, &["name", "username", "oath_secret_key"]))
}

pub(super) fn read(probe: &Probe<'_>, _: Opening<'_>) -> Result<Import, ImportError> {
    let database = probe.database().ok_or(ImportError::Damaged { format: FORMAT })?;
    let mut import = Import::new(FORMAT);
    for row in database.rows(TABLE) {
        import.take(row.map_or_else(|_| Found::default().damaged(), |row| found(&row)))?;
    }
    Ok(import)
}

fn found(row: &Row<'_>) -> Found {
    let text = |name| row.text(name).unwrap_or_default();
    Found::named(text("name"), text("username")).judged(|found| {
        // Work accounts approve by notification, and newer versions lock the secret with a key of the phone.
        let secret = row.text("oath_secret_key").ok_or(EntryFault::SecretElsewhere)?;
        found.warnings.push(ImportWarning::ParametersAssumed);
        match row.whole("account_type") {
            None | Some(0) => found.base32(Some(secret)),
            Some(PERSONAL) => {
                found.digits = Some(PERSONAL_DIGITS);
                found.bytes(base64(secret).ok_or(EntryFault::Damaged)?.to_vec())
            }
            Some(_) => Err(EntryFault::SecretElsewhere),
        }
    })
}
