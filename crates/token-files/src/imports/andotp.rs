//! andOTP: a JSON list, plain or encrypted in one of two ways, neither with a signature.

use sha2::{Digest as _, Sha256};
use zeroize::Zeroizing;

use super::{
    Format, Import, ImportError, Opening, ciphers,
    found::{Found, FoundKind},
    json::Json,
    keys::{Key, Prf},
    probe::Probe,
};
use crate::limits;

const FORMAT: Format = Format::AndOtp;
const WRONG_OR_DAMAGED: ImportError = ImportError::PasswordWrongOrDamaged { format: FORMAT };
const NONCE: usize = 12;
const SALT: usize = 12;
const TAG: usize = 16;
/// The maximum size of an encrypted file: it contains only names and secrets.
const MOST_BYTES: usize = 4 * 1024 * 1024;
/// The first bytes of other binary files, to exclude them: archives, pictures, documents, programs, databases.
const OTHERS: [&[u8]; 12] = [
    b"PK",
    b"\x89PNG",
    b"\xFF\xD8\xFF",
    b"GIF8",
    b"RIFF",
    b"BM",
    b"%PDF",
    b"\x1F\x8B",
    b"\x7FELF",
    b"MZ",
    b"SQLite",
    b"\xAC\xED",
];

pub(super) fn is_meant(probe: &Probe<'_>) -> bool {
    is_plain(probe) || (probe.text.is_none() && may_be_encrypted(probe.bytes))
}

fn is_plain(probe: &Probe<'_>) -> bool {
    probe.first().is_some_and(|first| first.text("secret").is_some() && first.text("label").is_some())
}

fn may_be_encrypted(bytes: &[u8]) -> bool {
    (NONCE + TAG + 2..=MOST_BYTES).contains(&bytes.len()) && !OTHERS.iter().any(|other| bytes.starts_with(other))
}

pub(super) fn read(probe: &Probe<'_>, opening: Opening<'_>) -> Result<Import, ImportError> {
    if let Some(list) = probe.json().and_then(Json::as_list) {
        return entries(list);
    }
    let open = open(probe.bytes, opening)?;
    let json = ciphers::text(open).and_then(|text| Json::parse(&text));
    entries(json.as_ref().and_then(Json::as_list).ok_or(ImportError::Damaged { format: FORMAT })?)
}

/// The newer way starts with the number of rounds. The older one starts with random bytes, which may look the same.
fn open(bytes: &[u8], opening: Opening<'_>) -> Result<Zeroizing<Vec<u8>>, ImportError> {
    let password = opening.password(FORMAT)?;
    if let Some((rounds, rest)) = bytes.split_first_chunk::<4>()
        && let rounds @ 1..=limits::IMPORT_PBKDF2_ROUNDS = u32::from_be_bytes(*rounds)
        && let Some((salt, rest)) = rest.split_at_checked(SALT)
        && let Some((nonce, sealed)) = rest.split_at_checked(NONCE)
    {
        let key = opening.pbkdf2(FORMAT, Prf::Sha1, salt, rounds.into())?;
        if let Some(open) = ciphers::gcm(&*key, nonce, sealed, &[]) {
            return Ok(open);
        }
    }
    let (nonce, sealed) = bytes.split_at_checked(NONCE).ok_or(WRONG_OR_DAMAGED)?;
    let key = Key::new(Sha256::digest(password.as_bytes()).into());
    ciphers::gcm(&*key, nonce, sealed, &[]).ok_or(WRONG_OR_DAMAGED)
}

fn entries(list: &[Json]) -> Result<Import, ImportError> {
    let mut import = Import::new(FORMAT);
    for entry in list {
        import.take(found(entry))?;
    }
    Ok(import)
}

fn found(entry: &Json) -> Found {
    let label = entry.text("label").unwrap_or_default();
    let (issuer, account) = match entry.text("issuer") {
        Some("") if !label.is_empty() => (label, ""),
        Some(issuer) => (issuer, label),
        None => old_label(label),
    };
    let mut found = Found::named(issuer, account);
    found.tags = entry.list("tags").unwrap_or_default().iter().filter_map(Json::as_text).map(str::to_owned).collect();
    found.judged(|found| {
        found.kind = FoundKind::named(entry.text("type"))?;
        found.base32(entry.text("secret"))?;
        found.numbers(entry)?;
        found.algorithm(entry.text("algorithm"))
    })
}

/// `Issuer - Account` or `Issuer - Issuer:Account`.
fn old_label(label: &str) -> (&str, &str) {
    let Some((issuer, account)) = label.split_once(" - ") else { return ("", label) };
    (issuer, account.strip_prefix(issuer).and_then(|rest| rest.strip_prefix(':')).unwrap_or(account))
}
