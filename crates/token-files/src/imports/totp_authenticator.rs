//! TOTP Authenticator: preferences, or a backup in base64 that is encrypted even without a password.

use sha2::{Digest as _, Sha256};
use zeroize::Zeroizing;

use super::{
    EntryFault, Format, Import, ImportError, NoticeKind, Opening, ciphers,
    found::Found,
    json::Json,
    keys::Key,
    probe::{Probe, base64, hex},
};

const FORMAT: Format = Format::TotpAuthenticator;
const DAMAGED: ImportError = ImportError::Damaged { format: FORMAT };
const LIST: &str = "STATIC_TOTP_CODES_LIST";
/// The app's password if the person chose none.
const USUAL_PASSWORD: &str = "TotpAuthenticator";
/// A shorter base64 text is not recognised.
const LEAST_CHARACTERS: usize = 64;

pub(super) fn is_meant(probe: &Probe<'_>) -> bool {
    probe.preference(LIST).is_some() || probe.text.is_some_and(is_backup)
}

fn is_backup(text: &str) -> bool {
    let symbol = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'/' | b'=' | b'\n' | b'\r');
    text.len() >= LEAST_CHARACTERS
        && text.bytes().all(symbol)
        && base64(text).is_some_and(|bytes| bytes.len().is_multiple_of(16))
}

pub(super) fn read(probe: &Probe<'_>, opening: Opening<'_>) -> Result<Import, ImportError> {
    if let Some(list) = probe.preference(LIST) {
        return entries(list);
    }
    let sealed = probe.text.and_then(base64).ok_or(DAMAGED)?;
    let open = |password: &str| {
        let key = Key::new(Sha256::digest(password.as_bytes()).into());
        let open = ciphers::cbc(&*key, &[0; 16], &sealed).and_then(ciphers::text)?;
        // An object whose only member is the list.
        let json = Json::parse(&open)?;
        json.members().first().map(|(list, _)| Zeroizing::new(list.clone()))
    };
    let list = match (opening.password.and_then(open), open(USUAL_PASSWORD)) {
        (Some(list), _) | (None, Some(list)) => list,
        (None, None) if opening.password.is_none() => return Err(ImportError::PasswordNeeded { format: FORMAT }),
        (None, None) => return Err(ImportError::PasswordWrongOrDamaged { format: FORMAT }),
    };
    let mut import = entries(&list)?;
    import.notice(NoticeKind::Unauthenticated, 1);
    Ok(import)
}

fn entries(list: &str) -> Result<Import, ImportError> {
    let json = Json::parse(list).ok_or(DAMAGED)?;
    let mut import = Import::new(FORMAT);
    for entry in json.as_list().ok_or(DAMAGED)? {
        import.take(found(entry))?;
    }
    Ok(import)
}

fn found(entry: &Json) -> Found {
    let issuer = entry.text("issuer").filter(|issuer| *issuer != "Unknown").unwrap_or_default();
    let found =
        Found { pinned: entry.is_true("isFavorite"), ..Found::named(issuer, entry.text("name").unwrap_or_default()) };
    found.judged(|found| {
        (found.digits, found.period) = (entry.number("digits")?, entry.number("period")?);
        let key = entry.text("key").unwrap_or_default();
        // The file names the base, so no guess is needed.
        match entry.whole("base") {
            Some(16) => found.bytes(hex(key).ok_or(EntryFault::Damaged)?.to_vec()),
            Some(64) => found.bytes(base64(key).ok_or(EntryFault::Damaged)?.to_vec()),
            Some(32) | None => found.base32(Some(key)),
            Some(other) => Err(EntryFault::Unsupported { what: format!("base {other}") }),
        }
    })
}
