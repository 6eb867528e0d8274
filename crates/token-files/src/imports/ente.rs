//! Ente Auth: links with a `codeDisplay`, in clear or encrypted with libsodium's secretstream.

use crypto_secretstream::{Header, Key, PullStream, Tag};
use zeroize::Zeroizing;

use super::{
    Format, Import, ImportError, ImportedAccount, Opening, ciphers,
    json::Json,
    keys::Argon2Cost,
    probe::{Probe, base64},
};
use crate::{OtpAuth, otpauth};

const FORMAT: Format = Format::Ente;
const DAMAGED: ImportError = ImportError::Damaged { format: FORMAT };
const VERSION: i128 = 1;
/// A parameter that no other program writes.
const DISPLAY: &str = "codeDisplay";

pub(super) fn is_meant(probe: &Probe<'_>) -> bool {
    let list = |text: &str| text.starts_with("otpauth://") && text.contains("codeDisplay=");
    probe.has(&["kdfParams", "encryptedData"])
        || probe.text.is_some_and(list)
        || probe.json().and_then(|json| json.list("items")?.first()?.text("rawData")).is_some()
}

pub(super) fn read(probe: &Probe<'_>, opening: Opening<'_>) -> Result<Import, ImportError> {
    match probe.json() {
        Some(file) if file.get("kdfParams").is_some() => list(&ciphers::text(open(file, opening)?).ok_or(DAMAGED)?),
        Some(file) => old(file),
        None => list(probe.text.unwrap_or_default()),
    }
}

fn open(file: &Json, opening: Opening<'_>) -> Result<Zeroizing<Vec<u8>>, ImportError> {
    match file.whole("version") {
        Some(VERSION) => {}
        Some(version) => return Err(ImportError::VersionUnsupported { format: FORMAT, found: version.to_string() }),
        None => return Err(DAMAGED),
    }
    let kdf = file.get("kdfParams").ok_or(DAMAGED)?;
    let number = |name| kdf.whole(name).and_then(|number| u64::try_from(number).ok()).ok_or(DAMAGED);
    let salt = kdf.text("salt").and_then(base64).ok_or(DAMAGED)?;
    let cost = Argon2Cost { kibibytes: number("memLimit")? / 1024, passes: number("opsLimit")?, lanes: 1 };
    let header = file.text("encryptionNonce").and_then(base64).ok_or(DAMAGED)?;
    let header = Header::try_from(header.as_slice()).map_err(|_| DAMAGED)?;
    let mut text = file.text("encryptedData").and_then(base64).ok_or(DAMAGED)?;
    let key = opening.argon2id(FORMAT, &salt, &cost)?;
    let mut stream = PullStream::init(header, &Key::from(*key));
    match stream.pull(&mut *text, &[]) {
        Ok(Tag::Message | Tag::Final) => Ok(text),
        Ok(_) => Err(DAMAGED),
        Err(_) => Err(ImportError::PasswordWrongOrDamaged { format: FORMAT }),
    }
}

fn list(text: &str) -> Result<Import, ImportError> {
    let mut import = Import::new(FORMAT);
    for line in text.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#')) {
        take(line, None, &mut import)?;
    }
    Ok(import)
}

/// The format of earlier versions, with the display fields beside the link.
fn old(file: &Json) -> Result<Import, ImportError> {
    let mut import = Import::new(FORMAT);
    for item in file.list("items").ok_or(DAMAGED)? {
        take(item.text("rawData").unwrap_or_default(), item.get("display"), &mut import)?;
    }
    Ok(import)
}

fn take(link: &str, display: Option<&Json>, import: &mut Import) -> Result<(), ImportError> {
    // A broken one affects only its entry.
    let own = otpauth::parameter(link, DISPLAY).and_then(|text| Json::parse(&text));
    let mut account = OtpAuth::parse(link).map(ImportedAccount::from);
    if let (Ok(account), Some(display)) = (&mut account, display.or(own.as_ref())) {
        account.pinned = display.is_true("pinned");
        account.trashed = display.is_true("trashed");
        display.text("note").unwrap_or_default().trim().clone_into(&mut account.note);
        let tags = display.list("tags").unwrap_or_default().iter().filter_map(Json::as_text);
        account.tags = tags.map(proofup_text::name).filter(|tag| !tag.is_empty()).collect();
    }
    import.take_checked(String::new(), account.map_err(Into::into))
}
