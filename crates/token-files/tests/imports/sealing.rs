//! Encrypts files as other programs do, with small costs.

use aes_gcm::{
    Aes256Gcm, KeyInit as _,
    aead::{Aead as _, Payload},
};
use cbc::cipher::{BlockModeEncrypt as _, KeyIvInit as _, block_padding::Pkcs7};
use data_encoding::{BASE64, HEXLOWER};
use hmac::{Hmac, Mac as _};
use sha1::Sha1;
use sha2::{Digest as _, Sha256};

pub(crate) const PASSWORD: &str = "correct horse";
const NONCE: [u8; 12] = [7; 12];

fn gcm(key: &[u8], text: &[u8], aad: &[u8]) -> Vec<u8> {
    let cipher = Aes256Gcm::new_from_slice(key).expect("a key");
    cipher.encrypt(&NONCE.into(), Payload { msg: text, aad }).expect("it encrypts")
}

fn cbc(key: &[u8], iv: &[u8], text: &[u8]) -> Vec<u8> {
    let cipher = cbc::Encryptor::<aes::Aes256>::new_from_slices(key, iv).expect("key and IV");
    cipher.encrypt_padded_vec::<Pkcs7>(text)
}

fn argon2(salt: &[u8], kibibytes: u32, passes: u32, lanes: u32) -> [u8; 32] {
    let params = argon2::Params::new(kibibytes, passes, lanes, Some(32)).expect("costs");
    let argon2 = argon2::Argon2::new(argon2::Algorithm::Argon2id, argon2::Version::V0x13, params);
    let mut key = [0; 32];
    argon2.hash_password_into(PASSWORD.as_bytes(), salt, &mut key).expect("a key");
    key
}

fn pbkdf2_sha1(salt: &[u8], rounds: u32) -> [u8; 32] {
    let mut key = [0; 32];
    pbkdf2::pbkdf2_hmac::<Sha1>(PASSWORD.as_bytes(), salt, rounds, &mut key);
    key
}

fn pbkdf2_sha256(salt: &[u8], rounds: u32) -> [u8; 32] {
    let mut key = [0; 32];
    pbkdf2::pbkdf2_hmac::<Sha256>(PASSWORD.as_bytes(), salt, rounds, &mut key);
    key
}

/// Aegis: a biometric slot first, then one of another password, then the right one.
pub(crate) fn aegis(content: &str, n: u64) -> Vec<u8> {
    let (salt, master) = ([1; 32], [9; 32]);
    let slot = |password: &str| {
        let params = scrypt::Params::new(n.ilog2() as u8, 8, 1, 32).expect("costs");
        let mut key = [0; 32];
        scrypt::scrypt(password.as_bytes(), &salt, &params, &mut key).expect("a key");
        let sealed = gcm(&key, &master, b"");
        let (text, tag) = sealed.split_at(32);
        format!(
            r#"{{"type":1,"n":{n},"r":8,"p":1,"salt":"{}","key":"{}","key_params":{{"nonce":"{}","tag":"{}"}},"repaired":true}}"#,
            HEXLOWER.encode(&salt),
            HEXLOWER.encode(text),
            HEXLOWER.encode(&NONCE),
            HEXLOWER.encode(tag)
        )
    };
    let sealed = gcm(&master, content.as_bytes(), b"");
    let (text, tag) = sealed.split_at(content.len());
    format!(
        r#"{{"version":1,"header":{{"slots":[{{"type":2,"key":"00","key_params":{{}}}},{},{}],"params":{{"nonce":"{}","tag":"{}"}}}},"db":"{}"}}"#,
        slot("another one"),
        slot(PASSWORD),
        HEXLOWER.encode(&NONCE),
        HEXLOWER.encode(tag),
        BASE64.encode(text)
    )
    .into_bytes()
}

pub(crate) fn two_fas(services: &str) -> Vec<u8> {
    let salt = [3; 256];
    let key = pbkdf2_sha256(&salt, 10_000);
    let part = |text: &str| {
        let sealed = gcm(&key, text.as_bytes(), b"");
        format!("{}:{}:{}", BASE64.encode(&sealed), BASE64.encode(&salt), BASE64.encode(&NONCE))
    };
    format!(
        r#"{{"schemaVersion":4,"services":[],"groups":[],"servicesEncrypted":"{}","reference":"{}"}}"#,
        part(services),
        part("a text that everybody knows")
    )
    .into_bytes()
}

pub(crate) fn andotp(list: &str) -> Vec<u8> {
    let (rounds, salt) = (1000_u32, [5; 12]);
    let sealed = gcm(&pbkdf2_sha1(&salt, rounds), list.as_bytes(), b"");
    [&rounds.to_be_bytes()[..], &salt, &NONCE, &sealed].concat()
}

pub(crate) fn andotp_old(list: &str) -> Vec<u8> {
    [&NONCE[..], &gcm(&Sha256::digest(PASSWORD), list.as_bytes(), b"")].concat()
}

pub(crate) fn stratum(json: &str) -> Vec<u8> {
    let salt = [4; 16];
    let sealed = gcm(&argon2(&salt, 65_536, 3, 4), json.as_bytes(), b"");
    [&b"AUTHENTICATORPRO"[..], &salt, &NONCE, &sealed].concat()
}

pub(crate) fn stratum_legacy(json: &str) -> Vec<u8> {
    let (salt, iv) = ([4; 20], [6; 16]);
    let sealed = cbc(&pbkdf2_sha1(&salt, 64_000), &iv, json.as_bytes());
    [&b"AuthenticatorPro"[..], &salt, &iv, &sealed].concat()
}

/// The key derivation of Bitwarden.
#[derive(Clone, Copy, PartialEq)]
pub(crate) enum Kdf {
    Pbkdf2,
    Argon2,
}

pub(crate) fn bitwarden(json: &str, kdf: Kdf) -> Vec<u8> {
    let salt = "c2FsdCBhcyB0ZXh0";
    let (key, costs) = match kdf {
        Kdf::Pbkdf2 => (
            pbkdf2_sha256(salt.as_bytes(), 600),
            r#""kdfType":0,"kdfIterations":600,"kdfMemory":null,"kdfParallelism":null"#,
        ),
        Kdf::Argon2 => (
            argon2(&Sha256::digest(salt), 2048, 2, 2),
            r#""kdfType":1,"kdfIterations":2,"kdfMemory":2,"kdfParallelism":2"#,
        ),
    };
    let hkdf = hkdf::Hkdf::<Sha256>::from_prk(&key).expect("long enough");
    let (mut encryption, mut mac) = ([0; 32], [0; 32]);
    hkdf.expand(b"enc", &mut encryption).expect("short enough");
    hkdf.expand(b"mac", &mut mac).expect("short enough");
    let part = |text: &str| {
        let iv = [8; 16];
        let sealed = cbc(&encryption, &iv, text.as_bytes());
        let tag = Hmac::<Sha256>::new_from_slice(&mac).expect("any length").chain_update(iv).chain_update(&sealed);
        let tag = tag.finalize().into_bytes();
        format!("2.{}|{}|{}", BASE64.encode(&iv), BASE64.encode(&sealed), BASE64.encode(&tag))
    };
    format!(
        r#"{{"encrypted":true,"passwordProtected":true,"salt":"{salt}",{costs},"encKeyValidation_DO_NOT_EDIT":"{}","data":"{}"}}"#,
        part("any"),
        part(json)
    )
    .into_bytes()
}

/// Made with libsodium: the links of `encrypted.rs` under `correct horse`, 8 MiB and two passes.
pub(crate) const ENTE: &str = include_str!("ente_encrypted.json");

pub(crate) fn proton(json: &str) -> Vec<u8> {
    let salt = [2; 16];
    let sealed = gcm(&argon2(&salt, 19_456, 2, 1), json.as_bytes(), b"proton.authenticator.export.v1");
    let content = BASE64.encode(&[&NONCE[..], &sealed].concat());
    format!(r#"{{"version":1,"salt":"{}","content":"{content}"}}"#, BASE64.encode(&salt)).into_bytes()
}

pub(crate) fn authy(secret: &str) -> Vec<u8> {
    let salt = "peanuts";
    let sealed = BASE64.encode(&cbc(&pbkdf2_sha1(salt.as_bytes(), 1000), &[0; 16], secret.as_bytes()));
    format!(
        "<map><string name=\"com.authy.storage.tokens.authenticator.key\">[{{&quot;encryptedSecret&quot;:&quot;{sealed}&quot;,\
         &quot;salt&quot;:&quot;{salt}&quot;,&quot;digits&quot;:6,&quot;originalName&quot;:&quot;Contoso:ann&quot;}}]</string></map>"
    )
    .into_bytes()
}

pub(crate) fn totp_authenticator(list: &str, password: &str) -> Vec<u8> {
    let json = format!("{{\"{}\":0}}", list.replace('"', "\\\""));
    BASE64.encode(&cbc(&Sha256::digest(password), &[0; 16], json.as_bytes())).into_bytes()
}

/// `FreeOTP` 2: one token, whose nonce is in the given DER.
pub(crate) fn freeotp(sequence: bool) -> Vec<u8> {
    let (salt, master) = ([5; 32], [9; 32]);
    let numbers = |bytes: &[u8]| bytes.iter().map(|byte| (*byte as i8).to_string()).collect::<Vec<_>>().join(",");
    let der = if sequence {
        [&[0x30, 17, 0x04, 12][..], &NONCE, &[0x02, 1, 16]].concat()
    } else {
        [&[0x04, 12][..], &NONCE].concat()
    };
    let sealed = |key: &[u8], text: &[u8], token: &str| {
        format!(
            r#"{{"mCipher":"AES/GCM/NoPadding","mCipherText":[{}],"mParameters":[{}],"mToken":"{token}"}}"#,
            numbers(&gcm(key, text, token.as_bytes())),
            numbers(&der)
        )
    };
    let mut key = [0; 32];
    pbkdf2::pbkdf2_hmac::<sha2::Sha512>(PASSWORD.as_bytes(), &salt, 1000, &mut key);
    let master_key = format!(
        r#"{{"mAlgorithm":"PBKDF2withHmacSHA512","mIterations":1000,"mSalt":[{}],"mEncryptedKey":{}}}"#,
        numbers(&salt),
        sealed(&key, &master, "AES")
    );
    let inner = sealed(&master, b"1234567890", "HmacSHA1").replace('"', "\\\"");
    let token = r#"{"algo":"SHA1","digits":6,"issuerExt":"Contoso","label":"ann","period":30,"type":"TOTP"}"#;
    java(&[("masterKey", &master_key), ("id", &format!(r#"{{"key":"{inner}"}}"#)), ("id-token", token)], !sequence)
}

/// With one field as Android 6 writes it, or with two; both forms exist in practice.
fn java(pairs: &[(&str, &str)], old: bool) -> Vec<u8> {
    let class = b"\xAC\xED\x00\x05\x73\x72\x00\x11java.util.HashMap\x05\x07\xDA\xC1\xC3\x16\x60\xD1\x03";
    let fields = if old {
        &b"\x00\x01F\x00\x0AloadFactor\x78\x70\x3F\x40\x00\x00"[..]
    } else {
        &b"\x00\x02F\x00\x0AloadFactorI\x00\x09threshold\x78\x70\x3F\x40\x00\x00\x00\x00\x00\x0C"[..]
    };
    let mut bytes = [&class[..], fields, b"\x77\x08\x00\x00\x00\x10"].concat();
    bytes.extend((pairs.len() as u32).to_be_bytes());
    for text in pairs.iter().flat_map(|(key, text)| [*key, *text]) {
        bytes.push(0x74);
        bytes.extend((text.len() as u16).to_be_bytes());
        bytes.extend(text.as_bytes());
    }
    bytes.push(0x78);
    bytes
}
