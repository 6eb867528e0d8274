//! The backup of `FreeOTP` 2: the password gives a key, which opens the master key, which opens each secret.

use std::collections::HashMap;

use zeroize::Zeroizing;

use super::{DAMAGED, FORMAT, found, java, parameters};
use crate::imports::{
    EntryFault, Import, ImportError, Opening, ciphers,
    found::{Found, FoundKind},
    json::Json,
    keys::Prf,
};

/// The entry with the master key.
const MASTER: &str = "masterKey";
/// The suffix of an entry with names and numbers.
const TOKEN: &str = "-token";

pub(super) fn read(bytes: &[u8], opening: Opening<'_>) -> Result<Import, ImportError> {
    let pairs = java::pairs(bytes).ok_or(DAMAGED)?;
    let texts: HashMap<&str, &str> = pairs.iter().map(|(key, text)| (key.as_str(), text.as_str())).collect();
    let master = texts.get(MASTER).and_then(|text| Json::parse(text)).ok_or(DAMAGED)?;
    let key = master_key(&master, opening)?;
    let mut import = Import::new(FORMAT);
    for (name, text) in &pairs {
        let Some(id) = name.strip_suffix(TOKEN) else { continue };
        import.take(entry(text, texts.get(id).copied(), &key))?;
    }
    Ok(import)
}

fn master_key(master: &Json, opening: Opening<'_>) -> Result<Zeroizing<Vec<u8>>, ImportError> {
    let prf = match master.text("mAlgorithm") {
        Some("PBKDF2withHmacSHA1") => Prf::Sha1,
        Some("PBKDF2withHmacSHA256") => Prf::Sha256,
        Some("PBKDF2withHmacSHA512") => Prf::Sha512,
        _ => return Err(ImportError::VariantUnsupported { format: FORMAT, what: "cipher" }),
    };
    let salt = master.get("mSalt").and_then(Json::signed_bytes).ok_or(DAMAGED)?;
    let rounds = master.whole("mIterations").and_then(|rounds| u64::try_from(rounds).ok()).ok_or(DAMAGED)?;
    let key = opening.pbkdf2(FORMAT, prf, &salt, rounds)?;
    let sealed = master.get("mEncryptedKey").ok_or(DAMAGED)?;
    let sealed = Sealed::of(sealed).ok_or(DAMAGED)?;
    sealed.open(&*key).ok_or(ImportError::PasswordWrongOrDamaged { format: FORMAT })
}

/// An encrypted key.
struct Sealed {
    text: Zeroizing<Vec<u8>>,
    nonce: Vec<u8>,
    name: String,
}

impl Sealed {
    fn of(json: &Json) -> Option<Self> {
        let (text, parameters) = (json.get("mCipherText")?.signed_bytes()?, json.get("mParameters")?.signed_bytes()?);
        Some(Self { text, nonce: nonce(&parameters)?.to_vec(), name: json.text("mToken")?.to_owned() })
    }

    /// The authenticated data contains the kind of the key.
    fn open(&self, key: &[u8]) -> Option<Zeroizing<Vec<u8>>> {
        ciphers::gcm(key, &self.nonce, &self.text, self.name.as_bytes())
    }
}

/// DER: the nonce alone, or in a sequence with the length of the tag, which is always 16.
fn nonce(der: &[u8]) -> Option<&[u8]> {
    match der {
        [0x04, 12, nonce @ ..] if nonce.len() == 12 => Some(nonce),
        [0x30, 17, 0x04, 12, rest @ ..] => rest.strip_suffix(&[0x02, 1, 16]).filter(|nonce| nonce.len() == 12),
        _ => None,
    }
}

/// In this format the counter is that of the next code.
fn entry(token: &str, sealed: Option<&str>, key: &[u8]) -> Found {
    let Some(token) = Json::parse(token) else { return Found::default().judged(|_| Err(EntryFault::Damaged)) };
    found(&token).judged(|found| {
        parameters(&token, found)?;
        if found.kind == FoundKind::Hotp {
            found.counter = Some(found.counter.unwrap_or(0));
        }
        let wrapper = sealed.and_then(Json::parse).ok_or(EntryFault::SecretElsewhere)?;
        let inner = wrapper.text("key").and_then(Json::parse).ok_or(EntryFault::Damaged)?;
        let secret = Sealed::of(&inner).and_then(|sealed| sealed.open(key)).ok_or(EntryFault::Damaged)?;
        found.bytes(secret.to_vec())
    })
}
