//! Google Authenticator: the database of an Android phone. It stores neither hash nor digits.

use super::{
    EntryFault, Format, Import, ImportError, ImportWarning, Opening,
    found::{Found, FoundKind},
    probe::Probe,
    sqlite::Row,
};
use crate::{otpauth::is_same_name, otpauth::shortened};

const FORMAT: Format = Format::GoogleDatabase;
const TABLE: &str = "accounts";

pub(super) fn is_meant(probe: &Probe<'_>) -> bool {
    probe.database().is_some_and(|database| database.has(TABLE, &["email", "secret", "type"]))
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
    let (email, issuer) = (row.text("email").unwrap_or_default(), row.text("issuer").unwrap_or_default());
    let (issuer, account) = match email.split_once(':') {
        Some((left, right)) if issuer.is_empty() || is_same_name(left, issuer) => (left, right),
        _ => (issuer, email),
    };
    Found::named(issuer, account).judged(|found| {
        // Later versions lock the secret with a key of the phone.
        if row.whole("isencrypted").is_some_and(|is| is > 0) {
            return Err(EntryFault::SecretElsewhere);
        }
        found.kind = match row.whole("type") {
            None | Some(0) => FoundKind::Totp,
            Some(1) => FoundKind::Hotp,
            Some(other) => return Err(EntryFault::Unsupported { what: shortened(&format!("type {other}")) }),
        };
        found.counter = row.whole("counter").and_then(|counter| u64::try_from(counter).ok());
        found.warnings.push(ImportWarning::ParametersAssumed);
        found.base32(row.text("secret"))
    })
}
