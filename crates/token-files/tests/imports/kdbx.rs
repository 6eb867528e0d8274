//! `KeePass` databases. The files were written by a script on other libraries: the same entries in each version and with each
//! key derivation, with costs that are small.

use proofup_token_files::{
    EntryFault, Format, Import, ImportError, ImportNotice, NoticeKind, Opening, TokenFileError, limits, read_accounts,
};

use crate::{
    sealing::PASSWORD,
    support::{error, lines, with},
};

const FILES: [(&str, &[u8]); 4] = [
    ("version 3", include_bytes!("files/version-3.kdbx")),
    ("Argon2d", include_bytes!("files/argon2d.kdbx")),
    ("Argon2id and ChaCha20", include_bytes!("files/argon2id-chacha20.kdbx")),
    ("rounds of AES", include_bytes!("files/rounds-of-aes.kdbx")),
];
const VERSION_3: &[u8] = FILES[0].1;
const VERSION_4: &[u8] = FILES[1].1;
const FORMAT: Format = Format::Kdbx;

fn read(bytes: &[u8]) -> Import {
    read_accounts(bytes, with(PASSWORD)).expect("it opens")
}

#[test]
fn the_fields_of_every_program_are_read_in_every_version() {
    for (name, bytes) in FILES {
        let import = read(bytes);
        assert_eq!(import.format, FORMAT, "{name}");
        assert_eq!(
            lines(&import),
            [
                "Contoso|ann|GEZDGNBVGY3TQOJQ|totp 30|SHA1|6",
                "Fabrikam|ben|GEZDGNBVGY3TQOJQ|totp 60|SHA256|8",
                "By counter|cleo|GEZDGNBVGY3TQOJQ|hotp 7|SHA1|6",
                "Games|dora|GEZDGNBVGY3TQOJQ|steam|SHA1|5",
                "Plugin|emil|GEZDGNBVGY3TQOJQ|totp 45|SHA512|7",
                "Text|finn|GEZDGNBVGY3TQOJQ|totp 30|SHA1|6",
                "Gone|hal|GEZDGNBVGY3TQOJQ|totp 30|SHA1|6",
            ],
            "{name}: the names are those of the entry, and no earlier version of it is read"
        );
    }
}

#[test]
fn notes_tags_groups_and_the_bin_come_along() {
    let import = read(VERSION_4);
    let of = |name: &str| import.accounts.iter().find(|account| account.otp_auth.issuer == name).expect("it is there");
    assert_eq!(
        (of("Contoso").note.as_str(), &of("Contoso").tags[..]),
        ("kept & read", &["Mail".to_owned(), "Home".to_owned()][..])
    );
    assert_eq!(of("Fabrikam").tags, ["Work/Servers"]);
    assert!(of("Gone").trashed && !of("Contoso").trashed);
}

#[test]
fn log_ins_are_counted_and_a_broken_secret_is_named() {
    let import = read(VERSION_3);
    assert_eq!(import.notices, [ImportNotice { kind: NoticeKind::WithoutCode, count: 1 }]);
    let [rejected] = &import.rejected[..] else { panic!("one entry: {:?}", import.rejected) };
    assert_eq!(rejected.name, "Broken gus");
    assert!(matches!(rejected.fault, EntryFault::Account(TokenFileError::Otp(_))), "{:?}", rejected.fault);
}

#[test]
fn no_password_a_wrong_one_and_damage_are_different_errors() {
    for (name, bytes) in FILES {
        let asked = read_accounts(bytes, Opening::default());
        assert_eq!(asked, Err(ImportError::PasswordNeeded { format: FORMAT }), "{name}");
        // In version 3 the bytes that show a wrong password are not protected themselves.
        let wrong = if name == "version 3" {
            ImportError::PasswordWrongOrDamaged { format: FORMAT }
        } else {
            ImportError::PasswordWrong { format: FORMAT }
        };
        assert_eq!(error(bytes, "wrong"), wrong, "{name}");
        let mut changed = bytes.to_vec();
        let middle = bytes.len() - 300;
        changed[middle] ^= 1;
        assert_eq!(error(&changed, PASSWORD), ImportError::Damaged { format: FORMAT }, "{name}");
        for cut in [9, 40, bytes.len() / 2, bytes.len() - 1] {
            assert_eq!(error(&bytes[..cut], PASSWORD), ImportError::Damaged { format: FORMAT }, "{name} cut at {cut}");
        }
    }
}

#[test]
fn other_generations_are_refused_by_their_version() {
    let of = |place: usize, byte: u8| {
        let mut bytes = VERSION_4.to_vec();
        bytes[place] = byte;
        error(&bytes, PASSWORD)
    };
    let version = |found: &str| ImportError::VersionUnsupported { format: FORMAT, found: found.to_owned() };
    assert_eq!(of(4, 0x65), version("1"));
    assert_eq!(of(10, 5), version("5.0"));
}

#[test]
fn a_cipher_of_a_plugin_is_named() {
    let mut bytes = VERSION_4.to_vec();
    let at = bytes.windows(2).position(|pair| pair == [0x31, 0xC1]).expect("the cipher's number");
    bytes[at] = 0xAD;
    let refused = ImportError::VariantUnsupported { format: FORMAT, what: "cipher" };
    assert_eq!(error(&bytes, PASSWORD), refused);
}

#[test]
fn costs_are_refused_before_the_work() {
    let with_number = |bytes: &[u8], before: &[u8], number: u64| {
        let mut bytes = bytes.to_vec();
        let at = bytes.windows(before.len()).position(|found| found == before).expect("it is there") + before.len();
        bytes[at..at + 8].copy_from_slice(&number.to_le_bytes());
        let head = header_end(&bytes);
        let hash = <sha2::Sha256 as sha2::Digest>::digest(&bytes[..head]);
        bytes[head..head + 32].copy_from_slice(&hash);
        bytes
    };
    let rounds = [&b"\x05\x01\0\0\0R\x08\0\0\0"[..], b"\x05\x01\0\0\0M\x08\0\0\0", b"\x05\x01\0\0\0I\x08\0\0\0"];
    let costly = ImportError::TooCostly { format: FORMAT };
    assert_eq!(error(&with_number(FILES[3].1, rounds[0], limits::AES_KDF_ROUNDS + 1), "x"), costly);
    assert_eq!(error(&with_number(VERSION_4, rounds[1], u64::MAX), "x"), costly);
    assert_eq!(error(&with_number(VERSION_4, rounds[2], limits::ARGON2_PASSES + 1), "x"), costly);
    let asked = error(&with_number(VERSION_4, rounds[1], 1 << 30), "x");
    assert_eq!(asked, ImportError::MemoryToAskFor { format: FORMAT, bytes: 1 << 30 });
}

/// The header of version 4 ends with an empty line of its own.
fn header_end(bytes: &[u8]) -> usize {
    let end = b"\0\x04\0\0\0\r\n\r\n";
    bytes.windows(end.len()).position(|found| found == end).expect("it ends") + end.len()
}
