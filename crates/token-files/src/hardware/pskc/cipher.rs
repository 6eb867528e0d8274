//! Encrypted secrets under a pre-shared key or a password: AES-CBC and 3DES-CBC with a MAC that is checked first, and
//! AES key wrap, which detects changes by itself.

use aes::{Aes128, Aes192, Aes256};
use aes_kw::{KwAes128, KwAes192, KwAes256};
use cbc::Decryptor;
use cbc::cipher::block_padding::Iso10126;
use cbc::cipher::{BlockModeDecrypt, KeyIvInit};
use des::TdesEde3;
use hmac::{Hmac, KeyInit as _, Mac as _};
use roxmltree::Node;
use sha1::Sha1;
use sha2::{Sha224, Sha256, Sha384, Sha512};
use zeroize::Zeroizing;

use super::draft::Wrapping;
use super::xml::{DSIG, any, attribute, base64, child, short, text, xenc};
use crate::hardware::{FileKey, TokenListError, TokenRowFault};
use crate::limits;

const AES_BLOCK: usize = 16;
const DES_BLOCK: usize = 8;
/// The bytes that key wrap adds.
const WRAPPING: usize = 8;
const LONGEST_KEY: usize = 32;

/// Decrypts the secrets of one container.
pub(super) struct Opener {
    key: Option<Zeroizing<Vec<u8>>>,
    /// The method and the key of the MACs. An error is reported for each row that has a MAC.
    mac: Result<(MacMethod, Zeroizing<Vec<u8>>), TokenRowFault>,
    /// How a draft encrypts, where the container says it for all values.
    draft: Option<Wrapping>,
}

impl Opener {
    /// Prepares the container's key, and the MAC's key under it.
    pub(super) fn new(container: Node<'_, '_>, key: &FileKey) -> Result<Self, TokenListError> {
        let draft = Wrapping::of(container)?;
        let key = match &draft {
            Some(draft) => draft.key(key)?,
            None => encryption_key(container, key)?,
        };
        let mac = match &key {
            None => Err(TokenRowFault::MacMissing),
            Some(key) => mac_key(container, key),
        };
        Ok(Self { key, mac, draft })
    }

    /// Decrypts a `Value` of a draft. One without a digest is in clear, as a counter is beside an encrypted secret.
    pub(super) fn open_draft(&self, value: &str, digest: Option<&str>) -> Result<Zeroizing<Vec<u8>>, TokenRowFault> {
        let value = base64(value).ok_or(TokenRowFault::SecretInvalid)?;
        let (Some(draft), Some(digest)) = (&self.draft, digest) else { return Ok(value) };
        let (Some(cipher), Some(key)) = (draft.cipher, &self.key) else { return Ok(value) };
        cipher.check_length(key)?;
        let sealed = Zeroizing::new([&draft.iv[..], &value].concat());
        let (method, mac_key) = self.mac.as_ref().map_err(Clone::clone)?;
        let digest = base64(digest).ok_or(TokenRowFault::MacWrong)?;
        let opened = cipher.decrypt(key, &sealed);
        // Drafts do not say of what the digest is. Nothing that comes of it is told to the sender.
        let of_sealed = method.fits(mac_key, &sealed, &digest) || method.fits(mac_key, &value, &digest);
        let of_opened = opened.as_ref().is_ok_and(|opened| method.fits(mac_key, opened, &digest));
        if of_sealed || of_opened { opened } else { Err(TokenRowFault::MacWrong) }
    }

    /// Decrypts an `EncryptedValue`.
    pub(super) fn open(&self, value: Node<'_, '_>, mac: Option<&str>) -> Result<Zeroizing<Vec<u8>>, TokenRowFault> {
        // The cipher is checked first: for an unknown one, a missing MAC is not the problem.
        let cipher = Cipher::of(value)?;
        let key = self.key.as_ref().ok_or(TokenRowFault::MacMissing)?;
        cipher.check_length(key)?;
        let sealed = cipher_value(value)?;
        if mac.is_none() && cipher.is_authenticated() {
            return cipher.decrypt(key, &sealed);
        }
        let (method, mac_key) = self.mac.as_ref().map_err(Clone::clone)?;
        let expected = mac.ok_or(TokenRowFault::MacMissing)?;
        let expected = base64(expected).ok_or(TokenRowFault::MacWrong)?;
        if !method.fits(mac_key, &sealed, &expected) {
            return Err(TokenRowFault::MacWrong);
        }
        cipher.decrypt(key, &sealed)
    }
}

/// The key of the container; `None` if it names none.
fn encryption_key(container: Node<'_, '_>, given: &FileKey) -> Result<Option<Zeroizing<Vec<u8>>>, TokenListError> {
    let Some(element) = child(container, "EncryptionKey") else { return Ok(None) };
    if let Some(derived) = any(element, "DerivedKey") {
        let method = any(derived, "KeyDerivationMethod");
        let name = method.and_then(|method| method.attribute("Algorithm")).unwrap_or_default();
        let Some(method) = method.filter(|_| name.ends_with("#pbkdf2")) else {
            return Err(TokenListError::KeyMethod { method: short(name) });
        };
        return match given {
            FileKey::Password(password) => derive(method, password).map(Some),
            FileKey::None => Err(TokenListError::KeyNeeded { wants: "password" }),
            FileKey::PreShared(_) => Err(TokenListError::OtherKeyNeeded { wants: "password" }),
        };
    }
    if element.children().any(|inner| inner.has_tag_name((DSIG, "X509Data"))) || any(element, "EncryptedKey").is_some()
    {
        return Err(TokenListError::KeyMethod { method: "certificate".to_owned() });
    }
    match given {
        FileKey::PreShared(key) => Ok(Some(key.clone())),
        FileKey::None => Err(TokenListError::KeyNeeded { wants: "key" }),
        FileKey::Password(_) => Err(TokenListError::OtherKeyNeeded { wants: "key" }),
    }
}

/// PBKDF2 (RFC 8018, section 5.2) with the parameters of the file, within limits.
fn derive(method: Node<'_, '_>, password: &str) -> Result<Zeroizing<Vec<u8>>, TokenListError> {
    let missing = |field| TokenListError::Derivation { field };
    let parameters = any(method, "PBKDF2-params").ok_or_else(|| missing("Salt"))?;
    let salt = any(parameters, "Salt").and_then(|salt| text(any(salt, "Specified")));
    let salt = salt.and_then(base64).filter(|salt| !salt.is_empty()).ok_or_else(|| missing("Salt"))?;
    let number = |field| {
        text(any(parameters, field)).and_then(|number| number.parse::<u64>().ok()).ok_or_else(|| missing(field))
    };
    let rounds = rounds(number("IterationCount")?)?;
    let length = usize::try_from(number("KeyLength")?).unwrap_or(usize::MAX);
    if length == 0 || length > LONGEST_KEY {
        return Err(missing("KeyLength"));
    }
    let prf = any(parameters, "PRF").and_then(|prf| prf.attribute("Algorithm")).unwrap_or("hmac-sha1");
    let mut key = Zeroizing::new(vec![0; length]);
    match prf.rsplit(['#', '/']).next().unwrap_or_default().to_ascii_lowercase().as_str() {
        "hmac-sha1" | "hmacwithsha1" => pbkdf2::pbkdf2_hmac::<Sha1>(password.as_bytes(), &salt, rounds, &mut key),
        "hmac-sha256" | "hmacwithsha256" => {
            pbkdf2::pbkdf2_hmac::<Sha256>(password.as_bytes(), &salt, rounds, &mut key);
        }
        "hmac-sha512" | "hmacwithsha512" => {
            pbkdf2::pbkdf2_hmac::<Sha512>(password.as_bytes(), &salt, rounds, &mut key);
        }
        _ => return Err(missing("PRF")),
    }
    Ok(key)
}

/// The number of rounds, if they are not too many.
pub(super) fn rounds(number: u64) -> Result<u32, TokenListError> {
    match u32::try_from(number) {
        Ok(0) => Err(TokenListError::Derivation { field: "IterationCount" }),
        Ok(rounds) if rounds <= limits::PBKDF2_ROUNDS => Ok(rounds),
        _ => Err(TokenListError::TooManyRounds),
    }
}

/// Without a `MACKey` the encryption key is used (RFC 6030, section 6.1.1).
fn mac_key(container: Node<'_, '_>, key: &[u8]) -> Result<(MacMethod, Zeroizing<Vec<u8>>), TokenRowFault> {
    let name = |element| attribute(element, &["Algorithm", "algorithm"]).unwrap_or_default();
    let Some(element) = child(container, "MACMethod") else {
        // A draft has the name as a text.
        let method = text(child(container, "MACAlgorithm")).ok_or(TokenRowFault::MacMissing)?;
        return Ok((MacMethod::named(method)?, Zeroizing::new(key.to_vec())));
    };
    let method = MacMethod::named(name(element))?;
    let Some(mac_key) = child(element, "MACKey") else { return Ok((method, Zeroizing::new(key.to_vec()))) };
    let cipher = Cipher::of(mac_key)?;
    cipher.check_length(key)?;
    // The padding is all by which a wrong key shows here.
    let opened = cipher.decrypt(key, &cipher_value(mac_key)?).map_err(|_| TokenRowFault::MacWrong)?;
    Ok((method, opened))
}

fn cipher_value(element: Node<'_, '_>) -> Result<Zeroizing<Vec<u8>>, TokenRowFault> {
    let value = xenc(element, "CipherData").and_then(|data| text(xenc(data, "CipherValue")));
    value.and_then(base64).ok_or(TokenRowFault::SecretInvalid)
}

/// A cipher, with its key length if that varies.
#[derive(Clone, Copy)]
pub(super) enum Cipher {
    AesCbc(usize),
    TripleDesCbc,
    AesKeyWrap(usize),
}

impl Cipher {
    fn of(element: Node<'_, '_>) -> Result<Self, TokenRowFault> {
        let name =
            xenc(element, "EncryptionMethod").and_then(|method| method.attribute("Algorithm")).unwrap_or_default();
        Self::named(name).ok_or_else(|| TokenRowFault::CipherUnsupported { name: short(name) })
    }

    /// By the end of its name in XML encryption, or by the name that it has in drafts.
    pub(super) fn named(name: &str) -> Option<Self> {
        match name.rsplit('#').next()?.to_ascii_lowercase().as_str() {
            "aes128-cbc" => Some(Self::AesCbc(16)),
            "aes192-cbc" => Some(Self::AesCbc(24)),
            "aes256-cbc" => Some(Self::AesCbc(32)),
            "tripledes-cbc" | "3des-cbc" | "3des112-cbc" => Some(Self::TripleDesCbc),
            "kw-aes128" => Some(Self::AesKeyWrap(16)),
            "kw-aes192" => Some(Self::AesKeyWrap(24)),
            "kw-aes256" => Some(Self::AesKeyWrap(32)),
            _ => None,
        }
    }

    fn check_length(self, key: &[u8]) -> Result<(), TokenRowFault> {
        let (fits, bytes) = match self {
            Self::AesCbc(bytes) | Self::AesKeyWrap(bytes) => (key.len() == bytes, bytes),
            // With two keys, the first one is also the third.
            Self::TripleDesCbc => (matches!(key.len(), 16 | 24), 24),
        };
        if fits { Ok(()) } else { Err(TokenRowFault::KeyLength { bytes }) }
    }

    /// Whether the cipher itself detects changes.
    const fn is_authenticated(self) -> bool {
        matches!(self, Self::AesKeyWrap(_))
    }

    /// With CBC, the first block is the IV; the padding is that of XML encryption, where only the last byte matters.
    fn decrypt(self, key: &[u8], sealed: &[u8]) -> Result<Zeroizing<Vec<u8>>, TokenRowFault> {
        let block = if matches!(self, Self::TripleDesCbc) { DES_BLOCK } else { AES_BLOCK };
        let (iv, body) = sealed.split_at_checked(block).ok_or(TokenRowFault::NotDecrypted)?;
        match self {
            Self::AesCbc(16) => decrypt::<Decryptor<Aes128>>(key, iv, body),
            Self::AesCbc(24) => decrypt::<Decryptor<Aes192>>(key, iv, body),
            Self::AesCbc(_) => decrypt::<Decryptor<Aes256>>(key, iv, body),
            Self::TripleDesCbc => {
                let three: Zeroizing<Vec<u8>> = Zeroizing::new(key.iter().chain(key).take(24).copied().collect());
                decrypt::<Decryptor<TdesEde3>>(&three, iv, body)
            }
            Self::AesKeyWrap(_) => unwrap(key, sealed),
        }
    }
}

/// AES key wrap (RFC 3394).
fn unwrap(key: &[u8], sealed: &[u8]) -> Result<Zeroizing<Vec<u8>>, TokenRowFault> {
    // At least two blocks: RFC 3394 wraps no shorter keys.
    if sealed.len() < 3 * WRAPPING {
        return Err(TokenRowFault::NotDecrypted);
    }
    let mut open = Zeroizing::new(vec![0; sealed.len() - WRAPPING]);
    let opened = match key.len() {
        16 => KwAes128::new_from_slice(key).is_ok_and(|cipher| cipher.unwrap_key(sealed, &mut open).is_ok()),
        24 => KwAes192::new_from_slice(key).is_ok_and(|cipher| cipher.unwrap_key(sealed, &mut open).is_ok()),
        _ => KwAes256::new_from_slice(key).is_ok_and(|cipher| cipher.unwrap_key(sealed, &mut open).is_ok()),
    };
    if opened { Ok(open) } else { Err(TokenRowFault::MacWrong) }
}

fn decrypt<C>(key: &[u8], iv: &[u8], body: &[u8]) -> Result<Zeroizing<Vec<u8>>, TokenRowFault>
where
    C: KeyIvInit + BlockModeDecrypt,
{
    let cipher = C::new_from_slices(key, iv).map_err(|_| TokenRowFault::NotDecrypted)?;
    let open = cipher.decrypt_padded_vec::<Iso10126>(body).map_err(|_| TokenRowFault::NotDecrypted)?;
    Ok(Zeroizing::new(open))
}

/// The hash of an HMAC.
#[derive(Clone, Copy)]
enum MacMethod {
    Sha1,
    Sha224,
    Sha256,
    Sha384,
    Sha512,
}

impl MacMethod {
    fn named(name: &str) -> Result<Self, TokenRowFault> {
        match name.rsplit('#').next().unwrap_or_default().to_ascii_lowercase().as_str() {
            "hmac-sha1" => Ok(Self::Sha1),
            "hmac-sha224" => Ok(Self::Sha224),
            "hmac-sha256" => Ok(Self::Sha256),
            "hmac-sha384" => Ok(Self::Sha384),
            "hmac-sha512" => Ok(Self::Sha512),
            _ => Err(TokenRowFault::MacUnsupported { name: short(name) }),
        }
    }

    /// Compares in constant time.
    fn fits(self, key: &[u8], sealed: &[u8], expected: &[u8]) -> bool {
        // HMAC accepts keys of every length, and the types of the five hashes have no common trait for a generic
        // function.
        macro_rules! fits {
            ($hash:ty) => {
                Hmac::<$hash>::new_from_slice(key)
                    .is_ok_and(|mac| mac.chain_update(sealed).verify_slice(expected).is_ok())
            };
        }
        match self {
            Self::Sha1 => fits!(Sha1),
            Self::Sha224 => fits!(Sha224),
            Self::Sha256 => fits!(Sha256),
            Self::Sha384 => fits!(Sha384),
            Self::Sha512 => fits!(Sha512),
        }
    }
}
