//! Archives with a list of links in them, written by a script: plain, with the first encryption of archives, and with AES.

use proofup_token_files::{Format, ImportError, Opening, read_accounts};

use crate::{
    sealing::PASSWORD,
    support::{error, lines, with},
};

const PLAIN: &[u8] = include_bytes!("files/plain.zip");
const TRADITIONAL: &[u8] = include_bytes!("files/traditional.zip");
const AES: &[u8] = include_bytes!("files/aes.zip");

const FORMAT: Format = Format::Zip;

#[test]
fn what_is_in_an_archive_is_read() {
    for bytes in [PLAIN, TRADITIONAL, AES] {
        let import = read_accounts(bytes, with(PASSWORD)).expect("it opens");
        assert_eq!(import.format, FORMAT);
        assert_eq!(
            lines(&import),
            ["Contoso|ann|GEZDGNBVGY3TQOJQ|totp 30|SHA1|6", "Fabrikam|ben|GEZDGNBVGY3TQOJQ|hotp 7|SHA1|6"]
        );
    }
    assert!(read_accounts(PLAIN, Opening::default()).is_ok(), "it asks for no password");
}

#[test]
fn a_password_is_asked_for_and_a_wrong_one_is_told() {
    for bytes in [TRADITIONAL, AES] {
        assert_eq!(read_accounts(bytes, Opening::default()), Err(ImportError::PasswordNeeded { format: FORMAT }));
        for wrong in ["wrong", "Correct horse", ""] {
            assert_eq!(error(bytes, wrong), ImportError::PasswordWrongOrDamaged { format: FORMAT }, "{wrong:?}");
        }
    }
}

#[test]
fn damage_is_told_from_a_file_that_is_not_known() {
    let changed = |bytes: &[u8], place: usize| {
        let mut bytes = bytes.to_vec();
        bytes[place] ^= 0x55;
        bytes
    };
    assert_eq!(error(&changed(PLAIN, 100), ""), ImportError::Damaged { format: FORMAT });
    assert_eq!(error(&changed(AES, 120), PASSWORD), ImportError::PasswordWrongOrDamaged { format: FORMAT });
    for cut in [4, 60, PLAIN.len() - 30] {
        assert_eq!(error(&PLAIN[..cut], ""), ImportError::Damaged { format: FORMAT }, "cut at {cut}");
    }
}

#[test]
fn any_byte_of_an_archive_may_be_wrong_without_harm() {
    for bytes in [PLAIN, AES] {
        for place in 0..bytes.len() {
            for value in [0x00, 0xFF] {
                let mut bytes = bytes.to_vec();
                bytes[place] = value;
                if let Ok(import) = read_accounts(&bytes, Opening::default()) {
                    assert!(import.entries() <= 2, "byte {place} as {value}");
                }
            }
        }
    }
}
