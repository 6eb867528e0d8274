//! The ciphers of export files.

use aes::Aes256;
use aes_gcm::{
    Aes256Gcm, KeyInit as _,
    aead::{Aead as _, Payload},
};
use cbc::{
    Decryptor,
    cipher::{BlockModeDecrypt as _, KeyIvInit as _, block_padding::Pkcs7},
};
use zeroize::Zeroizing;

/// AES-256-GCM, the tag at the end.
pub(super) fn gcm(key: &[u8], nonce: &[u8], sealed: &[u8], aad: &[u8]) -> Option<Zeroizing<Vec<u8>>> {
    let cipher = Aes256Gcm::new_from_slice(key).ok()?;
    let nonce = nonce.try_into().ok()?;
    cipher.decrypt(&nonce, Payload { msg: sealed, aad }).ok().map(Zeroizing::new)
}

/// AES-256-CBC with the padding of PKCS #7. It does not detect changes.
pub(super) fn cbc(key: &[u8], iv: &[u8], sealed: &[u8]) -> Option<Zeroizing<Vec<u8>>> {
    let cipher = Decryptor::<Aes256>::new_from_slices(key, iv).ok()?;
    cipher.decrypt_padded_vec::<Pkcs7>(sealed).ok().map(Zeroizing::new)
}

/// The decrypted bytes as text.
pub(super) fn text(open: Zeroizing<Vec<u8>>) -> Option<Zeroizing<String>> {
    str::from_utf8(&open).ok().map(|text| Zeroizing::new(text.to_owned()))
}
