//! Any bytes as the contents of a `KeePass` database of version 3 that opens, packed or not.
#![no_main]

use std::sync::LazyLock;

use aes::{
    Aes256,
    cipher::{BlockCipherEncrypt as _, KeyInit as _},
};
use cbc::{
    Encryptor,
    cipher::{BlockModeEncrypt as _, KeyIvInit as _, block_padding::Pkcs7},
};
use libfuzzer_sys::fuzz_target;
use proofup_token_files::{Format, Opening, read_accounts};
use sha2::{Digest as _, Sha256};

const PASSWORD: &str = "x";
/// Every seed, key and proof of the file.
const SEED: [u8; 32] = [7; 32];
const IV: [u8; 16] = [7; 16];

fn sha256(bytes: &[u8]) -> [u8; 32] {
    Sha256::digest(bytes).into()
}

/// One round of AES, so that an execution costs nothing.
static KEY: LazyLock<[u8; 32]> = LazyLock::new(|| {
    let composite = sha256(&sha256(PASSWORD.as_bytes()));
    let cipher = Aes256::new(&SEED.into());
    let mut halves = composite.as_chunks::<16>().0.iter().map(|half| (*half).into()).collect::<Vec<_>>();
    cipher.encrypt_blocks(&mut halves);
    sha256(&[&SEED[..], &sha256(&halves.iter().flatten().copied().collect::<Vec<u8>>())].concat())
});

fn database(contents: &[u8], packed: bool) -> Vec<u8> {
    let mut file = b"\x03\xD9\xA2\x9A\x67\xFB\x4B\xB5\x01\0\x03\0".to_vec();
    let mut field = |number: u8, value: &[u8]| {
        file.push(number);
        file.extend_from_slice(&(value.len() as u16).to_le_bytes());
        file.extend_from_slice(value);
    };
    field(2, b"\x31\xC1\xF2\xE6\xBF\x71\x43\x50\xBE\x58\x05\x21\x6A\xFC\x5A\xFF");
    field(3, &u32::from(packed).to_le_bytes());
    field(4, &SEED);
    field(5, &SEED);
    field(6, &1_u64.to_le_bytes());
    field(7, &IV);
    field(8, &SEED);
    field(9, &SEED);
    field(10, &2_u32.to_le_bytes());
    field(0, &[]);
    let mut open = SEED.to_vec();
    if !contents.is_empty() {
        open.extend_from_slice(&[0; 4]);
        open.extend_from_slice(&sha256(contents));
        open.extend_from_slice(&(contents.len() as u32).to_le_bytes());
        open.extend_from_slice(contents);
    }
    open.extend_from_slice(&[0; 40]);
    file.extend(Encryptor::<Aes256>::new(&(*KEY).into(), &IV.into()).encrypt_padded_vec::<Pkcs7>(&open));
    file
}

fuzz_target!(|data: &[u8]| {
    let Some((choice, contents)) = data.split_first() else { return };
    let opening = Opening { password: Some(PASSWORD), much_memory: false };
    match read_accounts(&database(contents, choice % 2 == 1), opening) {
        Ok(import) => {
            assert_eq!(import.format, Format::Kdbx);
            assert_eq!(import.entries(), import.accounts.len() + import.rejected.len());
        }
        Err(error) => assert!(!error.to_string().is_empty()),
    }
});
