//! Duo Mobile: a JSON list.

use super::{
    EntryFault, Format, Import, ImportError, Opening,
    found::{Found, FoundKind},
    json::Json,
    probe::Probe,
};

const FORMAT: Format = Format::Duo;

pub(super) fn is_meant(probe: &Probe<'_>) -> bool {
    let list = probe.json().and_then(Json::as_list).unwrap_or_default();
    list.first().is_some_and(|first| first.text("accountType").is_some() && first.text("name").is_some())
}

pub(super) fn read(probe: &Probe<'_>, _: Opening<'_>) -> Result<Import, ImportError> {
    let list = probe.json().and_then(Json::as_list).ok_or(ImportError::Damaged { format: FORMAT })?;
    let mut import = Import::new(FORMAT);
    list.iter().try_for_each(|entry| import.take(found(entry)))?;
    Ok(import)
}

fn found(entry: &Json) -> Found {
    Found::named("", entry.text("name").unwrap_or_default()).judged(|found| {
        match entry.text("accountType") {
            Some("OtpAccount") => {}
            // Duo's own accounts answer push requests; their secret is bound to the phone.
            _ => return Err(EntryFault::SecretElsewhere),
        }
        let generator = entry.get("otpGenerator").ok_or(EntryFault::SecretElsewhere)?;
        found.counter = generator.number("counter")?;
        if found.counter.is_some() {
            found.kind = FoundKind::Hotp;
        }
        found.base32(generator.text("otpSecret"))
    })
}
