//! Any bytes as the message in an export's link. An accepted message is written and read again.
#![no_main]

use libfuzzer_sys::fuzz_target;
use proofup_token_files::{MigrationPart, migration_links};

const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

fuzz_target!(|bytes: &[u8]| {
    let mut link = String::from("otpauth-migration://offline?data=");
    for chunk in bytes.chunks(3) {
        let number = chunk.iter().enumerate().fold(0_u32, |sum, (at, byte)| sum | u32::from(*byte) << (16 - 8 * at));
        for digit in 0..=chunk.len() {
            link.push(char::from(DIGITS[(number >> (18 - 6 * digit) & 63) as usize]));
        }
    }
    let Ok(part) = MigrationPart::parse(&link) else { return };
    assert!(part.part < part.parts);
    let accounts: Vec<_> = part.accounts.into_iter().flatten().map(|parsed| parsed.otp_auth).collect();
    let written = migration_links(&accounts, part.export);
    assert!(written.left_out.is_empty(), "a link can contain everything that was read from a link");
    let again: Vec<_> = written
        .links
        .iter()
        .flat_map(|link| MigrationPart::parse(link).expect("what we write can be read").accounts)
        .map(|account| account.expect("what we write can be used").otp_auth)
        .collect();
    assert_eq!(again, accounts);
});
