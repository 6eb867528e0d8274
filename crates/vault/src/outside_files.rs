//! age files with accounts that are not vaults: exports under a passphrase, which any age program opens.

use secrecy::SecretString;
use zeroize::Zeroizing;

use crate::{
    VaultError, WorkFactor,
    cipher::{self, CipherError},
};

/// Encrypts with a passphrase, at the same cost as the passphrase of a vault.
///
/// # Errors
/// [`VaultError::PassphraseEmpty`], or an error of the encryption.
pub fn seal_age_file(plain: &[u8], passphrase: &SecretString, factor: WorkFactor) -> Result<Vec<u8>, VaultError> {
    use secrecy::ExposeSecret as _;
    if passphrase.expose_secret().is_empty() {
        return Err(VaultError::PassphraseEmpty);
    }
    cipher::seal_with_passphrase(plain, passphrase, factor)
}

/// Opens an age file with a passphrase.
///
/// # Errors
/// [`VaultError::WrongPassphrase`], [`VaultError::KeyFileDamaged`], [`VaultError::NewerVersion`], [`VaultError::TooCostly`].
pub fn open_age_file(sealed: &[u8], passphrase: &SecretString) -> Result<Zeroizing<Vec<u8>>, VaultError> {
    cipher::open_with_passphrase(sealed, passphrase).map_err(|error| match error {
        CipherError::NotMine => VaultError::WrongPassphrase,
        CipherError::Damaged => VaultError::KeyFileDamaged,
        CipherError::Newer => VaultError::NewerVersion,
        CipherError::TooCostly { log_n } => VaultError::TooCostly { log_n },
    })
}
