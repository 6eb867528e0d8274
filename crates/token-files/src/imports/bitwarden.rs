//! Bitwarden and Bitwarden Authenticator: JSON, plain or under a password, and CSV.

use hkdf::Hkdf;
use hmac::{Hmac, KeyInit as _, Mac as _};
use sha2::{Digest as _, Sha256};
use zeroize::Zeroizing;

use super::{
    Format, Import, ImportError, NoticeKind, Opening, ciphers,
    found::Found,
    json::Json,
    keys::{Argon2Cost, Key, Prf},
    links,
    probe::{Probe, base64},
    table::Table,
};

const FORMAT: Format = Format::Bitwarden;
const DAMAGED: ImportError = ImportError::Damaged { format: FORMAT };

pub(super) fn is_meant(probe: &Probe<'_>) -> bool {
    probe.has(&["items"]) && (probe.has(&["folders"]) || probe.has(&["collections"]) || probe.has(&["encrypted"]))
        || probe.has(&["encrypted", "data"])
        || probe.has(&["encrypted", "passwordProtected"])
        || probe.is_damaged_json(&["encrypted", "folders"])
        || Table::header_of(probe.text).is_some_and(|header| header.contains("login_totp"))
}

pub(super) fn read(probe: &Probe<'_>, opening: Opening<'_>) -> Result<Import, ImportError> {
    let Some(file) = probe.json() else {
        return table(probe.text.filter(|text| !text.starts_with('{')).ok_or(DAMAGED)?);
    };
    if !file.is_true("encrypted") {
        return items(file);
    }
    if !file.is_true("passwordProtected") {
        return Err(ImportError::VariantUnsupported { format: FORMAT, what: "account_restricted" });
    }
    let open = ciphers::text(open(file, opening)?);
    items(&open.and_then(|text| Json::parse(&text)).ok_or(DAMAGED)?)
}

fn open(file: &Json, opening: Opening<'_>) -> Result<Zeroizing<Vec<u8>>, ImportError> {
    let number = |name| file.whole(name).and_then(|number| u64::try_from(number).ok()).ok_or(DAMAGED);
    let salt = file.text("salt").ok_or(DAMAGED)?.as_bytes();
    let key = match file.whole("kdfType") {
        Some(0) => opening.pbkdf2(FORMAT, Prf::Sha256, salt, number("kdfIterations")?)?,
        Some(1) => {
            let cost = Argon2Cost {
                kibibytes: number("kdfMemory")?.saturating_mul(1024),
                passes: number("kdfIterations")?,
                lanes: number("kdfParallelism")?,
            };
            opening.argon2id(FORMAT, &Sha256::digest(salt), &cost)?
        }
        Some(other) => {
            return Err(ImportError::VersionUnsupported { format: FORMAT, found: format!("kdfType {other}") });
        }
        None => return Err(DAMAGED),
    };
    let (encryption, mac) = (expand(&key, b"enc")?, expand(&key, b"mac")?);
    let validation = file.text("encKeyValidation_DO_NOT_EDIT").ok_or(DAMAGED)?;
    unseal(&encryption, &mac, validation).ok_or(ImportError::PasswordWrong { format: FORMAT })?;
    unseal(&encryption, &mac, file.text("data").ok_or(DAMAGED)?).ok_or(DAMAGED)
}

fn expand(key: &Key, info: &[u8]) -> Result<Key, ImportError> {
    let mut expanded = Key::default();
    let hkdf = Hkdf::<Sha256>::from_prk(&**key).map_err(|_| DAMAGED)?;
    hkdf.expand(info, &mut *expanded).map_err(|_| DAMAGED)?;
    Ok(expanded)
}

/// `2.IV|TEXT|MAC`, each in base64. The MAC is checked first.
fn unseal(encryption: &Key, mac: &Key, sealed: &str) -> Option<Zeroizing<Vec<u8>>> {
    let parts: Vec<_> = sealed.strip_prefix("2.")?.split('|').map(base64).collect::<Option<_>>()?;
    let [iv, text, expected] = parts.as_slice() else { return None };
    let check = Hmac::<Sha256>::new_from_slice(&**mac).ok()?.chain_update(iv.as_slice()).chain_update(text.as_slice());
    check.verify_slice(expected).ok()?;
    ciphers::cbc(&**encryption, iv, text)
}

fn items(file: &Json) -> Result<Import, ImportError> {
    let folders: std::collections::HashMap<&str, &str> = ["folders", "collections"]
        .iter()
        .flat_map(|list| file.list(list).unwrap_or_default())
        .filter_map(|folder| Some((folder.text("id")?, folder.text("name")?)))
        .collect();
    let mut import = Import::new(FORMAT);
    for item in file.list("items").ok_or(DAMAGED)? {
        let login = |name| item.at(&["login", name]).and_then(Json::as_text);
        let name = item.text("name").unwrap_or_default();
        let totp = match item.at(&["login", "totp"]) {
            None if item.is_object() => "",
            Some(totp) => match totp.as_text() {
                Some(totp) => totp,
                None => {
                    import.take(Found::named(name, login("username").unwrap_or_default()).damaged())?;
                    continue;
                }
            },
            None => {
                import.take(Found::default().damaged())?;
                continue;
            }
        };
        if totp.trim().is_empty() {
            import.notice(NoticeKind::WithoutCode, 1);
            continue;
        }
        let ids = item.text("folderId").into_iter();
        let collections = item.list("collectionIds").unwrap_or_default().iter().filter_map(Json::as_text);
        let tags = ids.chain(collections).filter_map(|id| folders.get(id)).map(|name| (*name).to_owned()).collect();
        let owner = links::Owner {
            issuer: name,
            account: login("username").unwrap_or_default(),
            note: item.text("notes").unwrap_or_default(),
            tags,
            pinned: item.is_true("favorite"),
            trashed: false,
        };
        owner.take(totp, &mut import)?;
    }
    Ok(import)
}

fn table(text: &str) -> Result<Import, ImportError> {
    let mut table = Table::open(text).ok_or(DAMAGED)?;
    let mut import = Import::new(FORMAT);
    while let Some(row) = table.next() {
        // Bitwarden Authenticator writes more fields than its header names.
        let is_link = |field: &&str| ["otpauth://", "steam://"].iter().any(|start| field.starts_with(start));
        let totp = row.get("login_totp").filter(|totp| !totp.is_empty()).or_else(|| row.fields().find(is_link));
        if totp.is_none() && row.is_damaged("login_totp") || row.is_damaged("name") {
            let (name, username) = (row.get("name"), row.get("login_username"));
            import.take(Found::named(name.unwrap_or_default(), username.unwrap_or_default()).damaged())?;
            continue;
        }
        let Some(totp) = totp.filter(|totp| !totp.is_empty()) else {
            import.notice(NoticeKind::WithoutCode, 1);
            continue;
        };
        let folders = row.get("folder").or_else(|| row.get("collections")).unwrap_or_default();
        let owner = links::Owner {
            issuer: row.get("name").unwrap_or_default(),
            account: row.get("login_username").unwrap_or_default(),
            note: row.get("notes").unwrap_or_default(),
            tags: folders.split(',').filter(|folder| !folder.is_empty()).map(str::to_owned).collect(),
            pinned: row.get("favorite") == Some("1"),
            trashed: false,
        };
        owner.take(totp, &mut import)?;
    }
    Ok(import)
}
