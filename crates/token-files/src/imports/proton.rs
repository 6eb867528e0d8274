//! Proton Authenticator: JSON, plain or encrypted.

use super::{
    Format, Import, ImportError, ImportedAccount, Opening, ciphers,
    json::Json,
    keys::Argon2Cost,
    links,
    probe::{Probe, base64},
};

const FORMAT: Format = Format::Proton;
const DAMAGED: ImportError = ImportError::Damaged { format: FORMAT };
const VERSION: i128 = 1;
/// Fixed by the version of the format.
const COST: Argon2Cost = Argon2Cost { kibibytes: 19_456, passes: 2, lanes: 1 };
const AAD: &[u8] = b"proton.authenticator.export.v1";

pub(super) fn is_meant(probe: &Probe<'_>) -> bool {
    let first = || probe.json()?.list("entries")?.first()?.at(&["content", "uri"]);
    probe.has(&["version", "salt", "content"])
        || probe.has(&["version", "entries"]) && {
            first().is_some() || probe.json().is_some_and(|json| json.list("entries").is_some_and(<[_]>::is_empty))
        }
}

pub(super) fn read(probe: &Probe<'_>, opening: Opening<'_>) -> Result<Import, ImportError> {
    let file = probe.json().ok_or(DAMAGED)?;
    match file.whole("version") {
        Some(VERSION) => {}
        Some(version) => return Err(ImportError::VersionUnsupported { format: FORMAT, found: version.to_string() }),
        None => return Err(DAMAGED),
    }
    let Some(sealed) = file.text("content") else { return entries(file) };
    let salt = file.text("salt").and_then(base64).ok_or(DAMAGED)?;
    let sealed = base64(sealed).ok_or(DAMAGED)?;
    let (nonce, sealed) = sealed.split_at_checked(12).ok_or(DAMAGED)?;
    let key = opening.argon2id(FORMAT, &salt, &COST)?;
    let open = ciphers::gcm(&*key, nonce, sealed, AAD).ok_or(ImportError::PasswordWrongOrDamaged { format: FORMAT })?;
    entries(&ciphers::text(open).and_then(|text| Json::parse(&text)).ok_or(DAMAGED)?)
}

fn entries(file: &Json) -> Result<Import, ImportError> {
    let mut import = Import::new(FORMAT);
    for entry in file.list("entries").ok_or(DAMAGED)? {
        let content = |name| entry.at(&["content", name]).and_then(Json::as_text);
        let name = content("name").unwrap_or_default();
        let account = links::account(content("uri")).map(|mut account: ImportedAccount| {
            if !name.is_empty() && account.otp_auth.account != name {
                account.otp_auth.account = proofup_text::name(name);
            }
            entry.text("note").unwrap_or_default().trim().clone_into(&mut account.note);
            account
        });
        import.take_checked(proofup_text::name(name), account)?;
    }
    Ok(import)
}
