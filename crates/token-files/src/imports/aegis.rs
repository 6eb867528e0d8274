//! Aegis: JSON, plain or encrypted. Each of several slots has the key.

use std::collections::HashMap;

use super::{
    EntryFault, Format, Import, ImportError, ImportWarning, NoticeKind, Opening, ciphers,
    found::{Found, FoundKind},
    json::Json,
    keys::Key,
    probe::{Probe, base64, hex},
};

const FORMAT: Format = Format::Aegis;
const DAMAGED: ImportError = ImportError::Damaged { format: FORMAT };
/// The only version of the file.
const FILE_VERSION: i128 = 1;
const CONTENT_VERSION: i128 = 3;
/// The type of a slot with a password.
const PASSWORD_SLOT: i128 = 1;
/// The maximum number of slots: each costs a key derivation.
const MOST_SLOTS: usize = 8;

pub(super) fn is_meant(probe: &Probe<'_>) -> bool {
    probe.has(&["version", "header", "db"]) || probe.is_damaged_json(&["version", "header", "slots", "params"])
}

pub(super) fn read(probe: &Probe<'_>, opening: Opening<'_>) -> Result<Import, ImportError> {
    let file = probe.json().ok_or(DAMAGED)?;
    check_version(file, FILE_VERSION)?;
    match file.get("db").ok_or(DAMAGED)? {
        Json::Text(sealed) => {
            let open = open(file, sealed, opening)?;
            content(&ciphers::text(open).and_then(|text| Json::parse(&text)).ok_or(DAMAGED)?)
        }
        db => content(db),
    }
}

fn check_version(of: &Json, newest: i128) -> Result<(), ImportError> {
    match of.whole("version") {
        Some(version) if (1..=newest).contains(&version) => Ok(()),
        Some(version) => Err(ImportError::VersionUnsupported { format: FORMAT, found: version.to_string() }),
        None => Err(DAMAGED),
    }
}

fn open(file: &Json, sealed: &str, opening: Opening<'_>) -> Result<zeroize::Zeroizing<Vec<u8>>, ImportError> {
    let slots = file.at(&["header", "slots"]).and_then(Json::as_list).ok_or(DAMAGED)?;
    let of_password: Vec<_> = slots.iter().filter(|slot| slot.whole("type") == Some(PASSWORD_SLOT)).collect();
    if of_password.is_empty() {
        return Err(ImportError::VariantUnsupported { format: FORMAT, what: "biometrics_only" });
    }
    let params = file.at(&["header", "params"]).ok_or(DAMAGED)?;
    let master = of_password
        .into_iter()
        .take(MOST_SLOTS)
        .find_map(|slot| master_key(slot, opening).transpose())
        .ok_or(ImportError::PasswordWrong { format: FORMAT })??;
    gcm(&*master, params, &base64(sealed).ok_or(DAMAGED)?).ok_or(DAMAGED)
}

/// The key of the content, if the password opens this slot.
fn master_key(slot: &Json, opening: Opening<'_>) -> Result<Option<Key>, ImportError> {
    let cost = |name| slot.whole(name).and_then(|number| u64::try_from(number).ok()).ok_or(DAMAGED);
    let salt = slot.text("salt").and_then(hex).ok_or(DAMAGED)?;
    let key = opening.scrypt(FORMAT, &salt, cost("n")?, cost("r")?, cost("p")?)?;
    let sealed = slot.text("key").and_then(hex).ok_or(DAMAGED)?;
    let params = slot.get("key_params").ok_or(DAMAGED)?;
    let Some(open) = gcm(&*key, params, &sealed) else { return Ok(None) };
    <[u8; 32]>::try_from(open.as_slice()).map(|key| Some(Key::new(key))).map_err(|_| DAMAGED)
}

/// Nonce and tag are stored separately from the text.
fn gcm(key: &[u8], params: &Json, sealed: &[u8]) -> Option<zeroize::Zeroizing<Vec<u8>>> {
    let (nonce, tag) = (params.text("nonce").and_then(hex)?, params.text("tag").and_then(hex)?);
    ciphers::gcm(key, &nonce, &[sealed, &tag].concat(), &[])
}

fn content(db: &Json) -> Result<Import, ImportError> {
    check_version(db, CONTENT_VERSION)?;
    let groups: HashMap<&str, &str> = db
        .list("groups")
        .unwrap_or_default()
        .iter()
        .filter_map(|group| Some((group.text("uuid")?, group.text("name")?)))
        .collect();
    let mut import = Import::new(FORMAT);
    for entry in db.list("entries").ok_or(DAMAGED)? {
        import.notice(NoticeKind::IconsLeft, usize::from(entry.get("icon").is_some()));
        import.take(found(entry, &groups))?;
    }
    Ok(import)
}

fn found(entry: &Json, groups: &HashMap<&str, &str>) -> Found {
    let mut found = Found::named(entry.text("issuer").unwrap_or_default(), entry.text("name").unwrap_or_default());
    found.tags = match (entry.list("groups"), entry.text("group")) {
        (Some(ids), _) => {
            let named = |id: &Json| {
                groups.iter().find(|(group, _)| id.as_text() == Some(group)).map(|(_, name)| (*name).to_owned())
            };
            ids.iter().filter_map(named).collect()
        }
        (None, group) => group.map(str::to_owned).into_iter().collect(),
    };
    entry.text("note").unwrap_or_default().clone_into(&mut found.note);
    found.pinned = entry.is_true("favorite");
    found.judged(|found| {
        let info = entry.get("info").ok_or(EntryFault::Damaged)?;
        found.kind = FoundKind::named(entry.text("type"))?;
        found.base32(info.text("secret"))?;
        found.numbers(info)?;
        match info.text("algo") {
            // A bug of the app wrote this instead of SHA1.
            Some("MD5") => found.warnings.push(ImportWarning::AlgorithmMended),
            name => found.algorithm(name)?,
        }
        Ok(())
    })
}
