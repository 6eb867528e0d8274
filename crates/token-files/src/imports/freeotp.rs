//! `FreeOTP` and `FreeOTP+`: the preferences of the first version, the JSON of `FreeOTP+`, and the backup of the second version.

mod backup;
mod java;

use super::{
    EntryFault, Format, Import, ImportError, ImportWarning, Opening,
    found::{Found, FoundKind},
    json::Json,
    probe::Probe,
};

const FORMAT: Format = Format::FreeOtp;
const DAMAGED: ImportError = ImportError::Damaged { format: FORMAT };
/// A preference that is not a token.
const ORDER: &str = "tokenOrder";

pub(super) fn is_meant(probe: &Probe<'_>) -> bool {
    let is_token = |text: &str| text.starts_with('{') && text.contains("\"secret\"") && text.contains("\"algo\"");
    java::is_meant(probe.bytes)
        || probe.has(&["tokens", ORDER])
        || probe.preferences().iter().any(|(name, text)| name != ORDER && is_token(text))
}

pub(super) fn read(probe: &Probe<'_>, opening: Opening<'_>) -> Result<Import, ImportError> {
    if java::is_meant(probe.bytes) {
        return backup::read(probe.bytes, opening);
    }
    let mut import = Import::new(FORMAT);
    if let Some(file) = probe.json() {
        file.list("tokens").ok_or(DAMAGED)?.iter().try_for_each(|token| import.take(scanned(token)))?;
    }
    for (_, text) in probe.preferences().iter().filter(|(name, text)| name != ORDER && text.starts_with('{')) {
        import.take(match Json::parse(text) {
            Some(token) => scanned(&token),
            None => Found::default().judged(|_| Err(EntryFault::Damaged)),
        })?;
    }
    Ok(import)
}

/// A token with its secret. These apps store the counter of the link less one, show the code of the stored counter, and
/// then add one. Adding one is right for a token that was never used. For others the result is one ahead, which every
/// service accepts; one behind would be refused.
fn scanned(token: &Json) -> Found {
    found(token).judged(|found| {
        parameters(token, found)?;
        found.bytes(token.get("secret").and_then(Json::signed_bytes).ok_or(EntryFault::Damaged)?.to_vec())?;
        if found.kind == FoundKind::Hotp {
            found.counter = Some(found.counter.unwrap_or(0).saturating_add(1));
            found.warnings.push(ImportWarning::CounterMoved);
        }
        Ok(())
    })
}

/// The names. The person's own names come before those of the link.
fn found(token: &Json) -> Found {
    let first = |names: &[&str]| {
        names.iter().filter_map(|name| token.text(name)).find(|text| !text.is_empty()).unwrap_or_default()
    };
    Found::named(first(&["issuerAlt", "issuerExt", "issuerInt"]), first(&["labelAlt", "label"]))
}

fn parameters(token: &Json, found: &mut Found) -> Result<(), EntryFault> {
    found.kind = FoundKind::named(token.text("type"))?;
    if found.kind == FoundKind::Totp && token.text("issuerExt") == Some("Steam") {
        found.kind = FoundKind::Steam;
    }
    found.numbers(token)?;
    found.algorithm(token.text("algo"))
}
