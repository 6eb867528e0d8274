//! The server keys. Without them a copy of the database reveals no secret and forges nothing.

use std::io::Write as _;
use std::path::Path;

use chacha20poly1305::aead::{Aead, Payload};
use chacha20poly1305::{ChaCha20Poly1305, Key, KeyInit, Nonce};
use data_encoding::{BASE64, HEXLOWER, HEXLOWER_PERMISSIVE};
use hmac::{Hmac, Mac};
use sha2::{Digest, Sha256};
use zeroize::{Zeroize, Zeroizing};

use crate::{Random, ServiceError};

/// Number of the present pepper, stored beside each hash, so that the pepper can be changed.
pub(crate) const PEPPER_NUMBER: i64 = 1;

/// Pepper for keyed hashes and key for stored seeds, 32 bytes each. Every node of a service needs the same pair.
#[derive(Clone)]
pub struct ServerKeys {
    pepper: Zeroizing<[u8; 32]>,
    seed_key: Zeroizing<[u8; 32]>,
}

/// The purpose of a keyed hash. Hashes of two purposes never match.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Domain {
    /// A bearer token or a remembered device.
    Token,
    /// The refresh token that follows on another one.
    Successor,
    /// The bearer token of a program.
    MachineToken,
    /// An app password in canonical form.
    AppPassword,
    /// The activation code of an authenticator device.
    Activation,
    /// The id of a device's assertion.
    Assertion,
    /// A code by text message.
    TextCode,
    /// A name or number that an attempt is counted under.
    Subject,
    /// A row of the sign-in log, signed by the node that wrote it.
    SignIn,
    /// The ends of the chain that the sign-in log is sealed with.
    SignInChain,
    /// Nothing: it tells one key from another.
    Fingerprint,
}

impl Domain {
    const fn tag(self) -> &'static [u8] {
        match self {
            Self::Token => b"proofup/token\0",
            Self::Successor => b"proofup/successor\0",
            Self::MachineToken => b"proofup/machine-token\0",
            Self::AppPassword => b"proofup/app-password\0",
            Self::Activation => b"proofup/activation\0",
            Self::Assertion => b"proofup/assertion\0",
            Self::TextCode => b"proofup/text-code\0",
            Self::Subject => b"proofup/subject\0",
            Self::SignIn => b"proofup/sign-in\0",
            Self::SignInChain => b"proofup/sign-in-chain\0",
            Self::Fingerprint => b"proofup/fingerprint\0",
        }
    }
}

impl ServerKeys {
    /// Takes two keys of 64 hexadecimal digits.
    ///
    /// # Errors
    /// [`ServiceError::Configuration`] if one is something else.
    pub fn from_hex(pepper: &str, seed_key: &str) -> Result<Self, ServiceError> {
        Ok(Self { pepper: key_from_hex("pepper", pepper)?, seed_key: key_from_hex("seed_key", seed_key)? })
    }

    /// New keys.
    ///
    /// # Errors
    /// [`ServiceError::Random`]
    pub fn generate(random: Random) -> Result<Self, ServiceError> {
        Ok(Self { pepper: random.bytes()?, seed_key: random.bytes()? })
    }

    /// Reads the key file; `None` if there is none.
    ///
    /// # Errors
    /// [`ServiceError::Io`], [`ServiceError::Configuration`] if the file is damaged.
    pub fn read_file(path: &Path) -> Result<Option<Self>, ServiceError> {
        match std::fs::read_to_string(path) {
            Ok(text) => Self::parse(&Zeroizing::new(text)).map(Some),
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(None),
            Err(source) => Err(ServiceError::Io { what: format!("read {}", path.display()), source }),
        }
    }

    /// Reads the key file, and makes it once if there is none: mode 0600, complete or not there at all. Call it for a
    /// database that nobody has used yet: with new keys an old one cannot be read.
    ///
    /// # Errors
    /// [`ServiceError::Io`], [`ServiceError::Configuration`] if the file is damaged.
    pub fn from_file(path: &Path, random: Random) -> Result<Self, ServiceError> {
        if let Some(keys) = Self::read_file(path)? {
            return Ok(keys);
        }
        let keys = Self::generate(random)?;
        match keys.write_new(path) {
            Ok(()) => Ok(keys),
            // Another node was faster: its keys count.
            Err(error) if error.kind() == std::io::ErrorKind::AlreadyExists => Self::from_file(path, random),
            Err(source) => Err(ServiceError::Io { what: format!("write {}", path.display()), source }),
        }
    }

    fn parse(text: &str) -> Result<Self, ServiceError> {
        let field = |name: &str| {
            text.lines()
                .filter_map(|line| line.split_once('='))
                .find(|(key, _)| key.trim() == name)
                .map(|(_, value)| value.trim().trim_matches('"').to_owned())
                .map(Zeroizing::new)
                .ok_or_else(|| ServiceError::Configuration(format!("the key file has no {name}")))
        };
        Self::from_hex(&field("pepper")?, &field("seed_key")?)
    }

    fn write_new(&self, path: &Path) -> std::io::Result<()> {
        let text = Zeroizing::new(format!(
            "# Made by proofup-service. Without these keys app passwords and authenticator apps stop working.\n\
             pepper = \"{}\"\nseed_key = \"{}\"\n",
            HEXLOWER.encode(self.pepper.as_slice()),
            HEXLOWER.encode(self.seed_key.as_slice()),
        ));
        // Written beside and linked into place: a crash leaves no half file, and an existing one is never replaced.
        let part = path.with_extension(format!("part-{}", std::process::id()));
        let mut options = std::fs::OpenOptions::new();
        options.write(true).create(true).truncate(true);
        #[cfg(unix)]
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
        let mut file = options.open(&part)?;
        let outcome = file.write_all(text.as_bytes()).and_then(|()| file.sync_all()).and_then(|()| {
            match std::fs::hard_link(&part, path) {
                // The file system has no hard links.
                Err(error) if error.kind() != std::io::ErrorKind::AlreadyExists && path.symlink_metadata().is_err() => {
                    std::fs::rename(&part, path)
                }
                linked => linked,
            }
        });
        match std::fs::remove_file(&part) {
            Err(error) if error.kind() != std::io::ErrorKind::NotFound => Err(error),
            _ => outcome,
        }
    }

    /// HMAC-SHA-256 under the pepper, in hex.
    pub(crate) fn mac(&self, domain: Domain, text: &[u8]) -> Result<String, ServiceError> {
        keyed_hash(&self.pepper, domain, text)
    }

    /// Tells one pair of keys from another, and nothing about them: the name of each key and its fingerprint.
    pub(crate) fn fingerprints(&self) -> Result<[(&'static str, String); 2], ServiceError> {
        let of = |name: &str, key| keyed_hash(key, Domain::Fingerprint, name.as_bytes());
        Ok([("pepper", of("pepper", &self.pepper)?), ("seed_key", of("seed_key", &self.seed_key)?)])
    }

    /// Encrypts a seed so that it opens for this row alone.
    pub(crate) fn seal_seed(&self, random: Random, row: &str, seed: &[u8]) -> Result<String, ServiceError> {
        let nonce = random.bytes::<12>()?;
        let sealed = self
            .seed_cipher()
            .encrypt(&Nonce::from(*nonce), Payload { msg: seed, aad: row.as_bytes() })
            .map_err(|_| ServiceError::Crypto("encrypt a seed"))?;
        Ok(BASE64.encode(&[nonce.as_slice(), &sealed].concat()))
    }

    /// Opens what [`ServerKeys::seal_seed`] made.
    pub(crate) fn open_seed(&self, row: &str, sealed: &str) -> Result<Zeroizing<Vec<u8>>, ServiceError> {
        let failed = || ServiceError::Crypto("open a seed");
        let bytes = BASE64.decode(sealed.as_bytes()).map_err(|_| failed())?;
        let (nonce, sealed) = bytes.split_first_chunk::<12>().ok_or_else(failed)?;
        self.seed_cipher()
            .decrypt(&Nonce::from(*nonce), Payload { msg: sealed, aad: row.as_bytes() })
            .map(Zeroizing::new)
            .map_err(|_| failed())
    }

    fn seed_cipher(&self) -> ChaCha20Poly1305 {
        ChaCha20Poly1305::new(&Key::from(*self.seed_key))
    }
}

impl std::fmt::Debug for ServerKeys {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("ServerKeys(..)")
    }
}

fn keyed_hash(key: &Zeroizing<[u8; 32]>, domain: Domain, text: &[u8]) -> Result<String, ServiceError> {
    let mut mac = <Hmac<Sha256> as hmac::KeyInit>::new_from_slice(key.as_slice())
        .map_err(|_| ServiceError::Crypto("key the hash"))?;
    mac.update(domain.tag());
    mac.update(text);
    Ok(HEXLOWER.encode(&mac.finalize().into_bytes()))
}

fn key_from_hex(name: &str, hex: &str) -> Result<Zeroizing<[u8; 32]>, ServiceError> {
    let wrong = || ServiceError::Configuration(format!("{name} is not 64 hexadecimal digits"));
    let mut bytes = HEXLOWER_PERMISSIVE.decode(hex.trim().as_bytes()).map_err(|_| wrong())?;
    let key = <[u8; 32]>::try_from(bytes.as_slice()).map(Zeroizing::new).map_err(|_| wrong());
    bytes.zeroize();
    key
}

/// SHA-256 in base64url: PKCE's S256 transformation (RFC 7636, section 4.2).
pub(crate) fn pkce_s256(verifier: &str) -> String {
    data_encoding::BASE64URL_NOPAD.encode(&Sha256::digest(verifier.as_bytes()))
}

#[cfg(test)]
mod tests {
    use super::{Domain, ServerKeys, pkce_s256};
    use crate::Random;

    #[test]
    fn a_seed_opens_for_its_own_row_alone() {
        let keys = ServerKeys::generate(Random::system()).unwrap();
        let sealed = keys.seal_seed(Random::system(), "row-1", b"12345678901234567890").unwrap();
        assert_eq!(keys.open_seed("row-1", &sealed).unwrap().as_slice(), b"12345678901234567890");
        assert!(keys.open_seed("row-2", &sealed).is_err());
        assert!(ServerKeys::generate(Random::system()).unwrap().open_seed("row-1", &sealed).is_err());
    }

    #[test]
    fn one_text_has_another_hash_in_every_domain() {
        let keys = ServerKeys::from_hex(&"1f".repeat(32), &"2e".repeat(32)).unwrap();
        assert_ne!(keys.mac(Domain::Token, b"abc").unwrap(), keys.mac(Domain::AppPassword, b"abc").unwrap(),);
    }

    #[test]
    fn the_key_file_is_made_once_and_for_its_owner_alone() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("keys.toml");
        let first = ServerKeys::from_file(&path, Random::system()).unwrap();
        let second = ServerKeys::from_file(&path, Random::system()).unwrap();
        assert_eq!(first.mac(Domain::Token, b"x").unwrap(), second.mac(Domain::Token, b"x").unwrap());
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt as _;
            assert_eq!(std::fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o600);
        }
        assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 1, "no part file stays behind");
    }

    #[test]
    fn derives_the_pkce_challenge_of_rfc_7636_appendix_b() {
        assert_eq!(
            pkce_s256("dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk"),
            "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM",
        );
    }
}
