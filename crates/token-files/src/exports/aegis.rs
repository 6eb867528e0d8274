//! Aegis, version 3 of its contents, plain or under a password.

use std::collections::BTreeMap;

use aes_gcm::{Aes256Gcm, KeyInit as _, aead::Aead as _};
use data_encoding::{BASE64, HEXLOWER};
use serde::Serialize;
use zeroize::Zeroizing;

use super::{Outgoing, json};

/// The cost that Aegis itself uses.
const LOG_N: u8 = 15;
const N: u64 = 1 << LOG_N;
const R: u32 = 8;
const P: u32 = 1;

#[derive(Serialize)]
struct File<'a, D: Serialize> {
    version: u8,
    header: Header<'a>,
    db: D,
}

#[derive(Serialize)]
struct Header<'a> {
    slots: Option<[Slot<'a>; 1]>,
    params: Option<Sealing<'a>>,
}

#[derive(Serialize)]
struct Slot<'a> {
    #[serde(rename = "type")]
    kind: u8,
    uuid: &'a str,
    key: &'a str,
    key_params: Sealing<'a>,
    n: u64,
    r: u32,
    p: u32,
    salt: &'a str,
    repaired: bool,
    is_backup: bool,
}

#[derive(Serialize)]
struct Sealing<'a> {
    nonce: &'a str,
    tag: &'a str,
}

#[derive(Serialize)]
struct Content<'a> {
    version: u8,
    entries: Vec<Entry<'a>>,
    groups: Vec<Group<'a>>,
    icons_optimized: bool,
}

#[derive(Serialize)]
struct Group<'a> {
    uuid: &'a str,
    name: &'a str,
}

#[derive(Serialize)]
struct Entry<'a> {
    #[serde(rename = "type")]
    kind: &'static str,
    uuid: String,
    name: &'a str,
    issuer: &'a str,
    note: &'a str,
    favorite: bool,
    icon: Option<()>,
    info: Info<'a>,
    groups: Vec<&'a str>,
}

#[derive(Serialize)]
struct Info<'a> {
    secret: &'a str,
    algo: &'static str,
    digits: u8,
    #[serde(skip_serializing_if = "Option::is_none")]
    period: Option<u64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    counter: Option<u64>,
}

pub(super) fn write(accounts: &[Outgoing], random: &mut dyn FnMut(&mut [u8])) -> Zeroizing<Vec<u8>> {
    with_content(accounts, random, |content| {
        json::write(&File { version: 1, header: Header { slots: None, params: None }, db: content })
    })
}

pub(super) fn write_encrypted(
    accounts: &[Outgoing],
    password: &str,
    random: &mut dyn FnMut(&mut [u8]),
) -> Option<Zeroizing<Vec<u8>>> {
    let content = with_content(accounts, random, |content| json::write(content));
    let (mut salt, mut master) = ([0; 32], Zeroizing::new([0; 32]));
    let (mut slot_nonce, mut nonce) = ([0; 12], [0; 12]);
    random(&mut salt);
    random(&mut *master);
    random(&mut slot_nonce);
    random(&mut nonce);
    let mut key = Zeroizing::new([0; 32]);
    let params = scrypt::Params::new(LOG_N, R, P, 32).ok()?;
    scrypt::scrypt(password.as_bytes(), &salt, &params, &mut *key).ok()?;
    let (sealed_master, slot_tag) = seal(&key, slot_nonce, &*master)?;
    let (sealed, tag) = seal(&master, nonce, &content)?;
    let hex = |bytes: &[u8]| HEXLOWER.encode(bytes);
    let (slot_nonce, slot_tag, nonce, tag) = (hex(&slot_nonce), hex(&slot_tag), hex(&nonce), hex(&tag));
    let slot = Slot {
        kind: 1,
        uuid: &uuid(random),
        key: &hex(&sealed_master),
        key_params: Sealing { nonce: &slot_nonce, tag: &slot_tag },
        n: N,
        r: R,
        p: P,
        salt: &hex(&salt),
        repaired: true,
        is_backup: false,
    };
    let header = Header { slots: Some([slot]), params: Some(Sealing { nonce: &nonce, tag: &tag }) };
    Some(json::write(&File { version: 1, header, db: BASE64.encode(&sealed) }))
}

/// The encrypted text, and its tag separately.
fn seal(key: &[u8; 32], nonce: [u8; 12], text: &[u8]) -> Option<(Vec<u8>, Vec<u8>)> {
    let mut sealed = Aes256Gcm::new(key.into()).encrypt(&nonce.into(), text).ok()?;
    let tag = sealed.split_off(text.len());
    Some((sealed, tag))
}

fn with_content<T>(
    accounts: &[Outgoing],
    random: &mut dyn FnMut(&mut [u8]),
    write: impl FnOnce(&Content<'_>) -> T,
) -> T {
    let mut groups = BTreeMap::<&str, String>::new();
    for tag in accounts.iter().flat_map(|account| &account.tags) {
        groups.entry(tag).or_insert_with(|| uuid(random));
    }
    let secrets: Vec<_> = accounts.iter().map(|account| account.otp_auth.params.secret().to_base32()).collect();
    let ids: Vec<String> = accounts.iter().map(|_| uuid(random)).collect();
    let entries = accounts.iter().zip(&secrets).zip(ids).map(|((account, secret), uuid)| {
        let params = &account.otp_auth.params;
        Entry {
            kind: json::kind(params),
            uuid,
            name: &account.otp_auth.account,
            issuer: &account.otp_auth.issuer,
            note: &account.note,
            favorite: account.pinned,
            icon: None,
            info: Info {
                secret,
                algo: params.algorithm().name(),
                digits: params.digits(),
                period: params.period(),
                counter: json::counter(params),
            },
            groups: account.tags.iter().filter_map(|tag| groups.get(tag.as_str())).map(String::as_str).collect(),
        }
    });
    let named = groups.iter().map(|(name, uuid)| Group { uuid, name });
    write(&Content { version: 3, entries: entries.collect(), groups: named.collect(), icons_optimized: true })
}

/// A random UUID (RFC 9562).
fn uuid(random: &mut dyn FnMut(&mut [u8])) -> String {
    let mut bytes = [0; 16];
    random(&mut bytes);
    bytes[6] = bytes[6] & 0x0F | 0x40;
    bytes[8] = bytes[8] & 0x3F | 0x80;
    let hex = HEXLOWER.encode(&bytes);
    [&hex[..8], &hex[8..12], &hex[12..16], &hex[16..20], &hex[20..]].join("-")
}
