//! age: encrypts files to the vault's identity, and the identity itself with a passphrase.

use std::{
    io::{Read, Write},
    iter,
};

use age::{DecryptError, Decryptor, EncryptError, Encryptor, scrypt};
use secrecy::{ExposeSecret, SecretString};
use zeroize::Zeroizing;

use crate::{VaultError, WorkFactor, key::VaultKey};

/// Why an age file did not open.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum CipherError {
    /// No stanza opens: another key, another passphrase, or a change in the bytes that name the recipient.
    NotMine,
    /// Cut or changed.
    Damaged,
    /// A later version of age.
    Newer,
    /// scrypt would need `2^log_n` rounds.
    TooCostly { log_n: u8 },
}

impl From<DecryptError> for CipherError {
    fn from(error: DecryptError) -> Self {
        match error {
            DecryptError::NoMatchingKeys | DecryptError::DecryptionFailed | DecryptError::KeyDecryptionFailed => {
                Self::NotMine
            }
            DecryptError::ExcessiveWork { required, .. } => Self::TooCostly { log_n: required },
            // The header, its MAC, or data after the end. `UnknownFormat` is also damage: the crate reports it for a
            // known first line with unknown lines after it; see `is_newer`.
            _ => Self::Damaged,
        }
    }
}

/// Encrypts to the vault's own key.
pub(crate) fn seal(key: &VaultKey, plain: &[u8]) -> Result<Vec<u8>, VaultError> {
    let recipient = key.identity().to_public();
    encrypt(&recipient, plain)
}

/// Opens what [`seal`] made.
pub(crate) fn open(key: &VaultKey, sealed: &[u8]) -> Result<Zeroizing<Vec<u8>>, CipherError> {
    decrypt(key.identity(), sealed)
}

/// Encrypts the identity in an age file of its own: age allows a passphrase only as the single stanza of a file.
pub(crate) fn lock_up(key: &VaultKey, passphrase: &SecretString, factor: WorkFactor) -> Result<Vec<u8>, VaultError> {
    let mut recipient = scrypt::Recipient::new(passphrase.clone());
    recipient.set_work_factor(factor.log_n());
    // A final line break, so that the decrypted file is an identity file for the `age` tool.
    let text = Zeroizing::new(format!("{}\n", key.to_text().expose_secret()));
    encrypt(&recipient, text.as_bytes())
}

/// Encrypts bytes with a passphrase.
pub(crate) fn seal_with_passphrase(
    plain: &[u8],
    passphrase: &SecretString,
    factor: WorkFactor,
) -> Result<Vec<u8>, VaultError> {
    let mut recipient = scrypt::Recipient::new(passphrase.clone());
    recipient.set_work_factor(factor.log_n());
    encrypt(&recipient, plain)
}

/// Opens the files of [`seal_with_passphrase`], and every other age file under a passphrase.
pub(crate) fn open_with_passphrase(
    sealed: &[u8],
    passphrase: &SecretString,
) -> Result<Zeroizing<Vec<u8>>, CipherError> {
    let mut identity = scrypt::Identity::new(passphrase.clone());
    identity.set_max_work_factor(WorkFactor::HIGHEST.log_n());
    decrypt(&identity, sealed)
}

/// Opens the files of [`lock_up`].
pub(crate) fn unlock(locked: &[u8], passphrase: &SecretString) -> Result<VaultKey, CipherError> {
    let mut identity = scrypt::Identity::new(passphrase.clone());
    // The crate's own limit depends on the speed of this machine, and would refuse files made on a faster one.
    identity.set_max_work_factor(WorkFactor::HIGHEST.log_n());
    let text = decrypt(&identity, locked)?;
    std::str::from_utf8(&text).ok().and_then(VaultKey::from_text).ok_or(CipherError::Damaged)
}

fn encrypt(recipient: &dyn age::Recipient, plain: &[u8]) -> Result<Vec<u8>, VaultError> {
    let encryptor = Encryptor::with_recipients(iter::once(recipient)).map_err(|error| match error {
        EncryptError::Io(error) => VaultError::from(error),
        _ => VaultError::VerificationFailed,
    })?;
    let mut sealed = Vec::with_capacity(plain.len() + 1024);
    let mut writer = encryptor.wrap_output(&mut sealed)?;
    writer.write_all(plain)?;
    writer.finish()?;
    Ok(sealed)
}

fn decrypt(identity: &dyn age::Identity, sealed: &[u8]) -> Result<Zeroizing<Vec<u8>>, CipherError> {
    if is_newer(sealed) {
        return Err(CipherError::Newer);
    }
    let mut reader = Decryptor::new_buffered(sealed)?.decrypt(iter::once(identity))?;
    // With enough room at the start, the buffer does not grow and leaves no copy behind.
    let mut plain = Zeroizing::new(Vec::with_capacity(sealed.len()));
    reader.read_to_end(&mut plain).map_err(|_| CipherError::Damaged)?;
    Ok(plain)
}

/// Whether the first line names a later version of the format than C2SP's age specification.
fn is_newer(sealed: &[u8]) -> bool {
    let version =
        sealed.strip_prefix(b"age-encryption.org/v").and_then(|rest| rest.split(|&byte| byte == b'\n').next());
    let version =
        version.and_then(|digits| std::str::from_utf8(digits).ok()).and_then(|digits| digits.parse::<u32>().ok());
    version.is_some_and(|version| version > 1)
}
