//! Databases of phones. SQLite wrote the files: one with pages so small that its table is a tree and a text needs pages of its
//! own, one in UTF-16.

use std::panic::catch_unwind;

use proofup_token_files::{EntryFault, Format, Import, ImportError, NoticeKind, Opening, read_accounts};

use crate::support::lines;

const GOOGLE: &[u8] = include_bytes!("files/google-authenticator.sqlite");
const MICROSOFT: &[u8] = include_bytes!("files/microsoft-authenticator.sqlite");
const STRATUM: &[u8] = include_bytes!("files/stratum.sqlite");

fn read(bytes: &[u8]) -> Import {
    read_accounts(bytes, Opening::default()).expect("it is read")
}

fn rejected(import: &Import) -> Vec<(&str, &EntryFault)> {
    import.rejected.iter().map(|rejected| (rejected.name.as_str(), &rejected.fault)).collect()
}

#[test]
fn google_authenticator_keeps_kinds_and_counters() {
    let import = read(GOOGLE);
    assert_eq!(import.format, Format::GoogleDatabase);
    let lines = lines(&import);
    assert_eq!(lines.len(), 101, "a hundred rows on many pages, and one with a long text");
    assert_eq!(lines[42], "Contoso|person 42|GEZDGNBVGY3TQOJQ|totp 30|SHA1|6");
    assert_eq!(lines[100], "Fabrikam|ben|GEZDGNBVGY3TQOJQ|hotp 7|SHA1|6");
    let [(locked, fault), (broken, _)] = rejected(&import)[..] else { panic!("two rows: {:?}", import.rejected) };
    assert_eq!((locked, fault, broken), ("cleo", &EntryFault::SecretElsewhere, "dora"));
}

#[test]
fn microsoft_authenticator_has_personal_accounts_and_secrets_that_stay_on_the_phone() {
    let import = read(MICROSOFT);
    assert_eq!(import.format, Format::MicrosoftDatabase);
    assert_eq!(
        lines(&import),
        ["Café|ann|GEZDGNBVGY3TQOJQ|totp 30|SHA1|6", "Personal|ben|GEZDGNBVGY3TQOJQ|totp 30|SHA1|8"]
    );
    let elsewhere = &EntryFault::SecretElsewhere;
    assert_eq!(rejected(&import), [("Work cleo", elsewhere), ("Locked dora", elsewhere)]);
}

#[test]
fn the_database_of_stratum_has_what_its_backup_has() {
    let import = read(STRATUM);
    assert_eq!(import.format, Format::Stratum);
    assert_eq!(
        lines(&import),
        ["Contoso|ann|GEZDGNBVGY3TQOJQ|totp 60|SHA256|8", "Fabrikam|ben|MFRGGZDFMZTWQ2LK|hotp 7|SHA1|6"]
    );
    assert_eq!(import.accounts[0].tags, ["Work"]);
    assert_eq!(import.rejected.len(), 1, "mOTP is named");
    assert_eq!(import.notices[0].kind, NoticeKind::IconsLeft);
}

#[test]
fn a_database_of_another_program_is_not_recognised() {
    let mut bytes = GOOGLE.to_vec();
    let name = b"secret";
    for at in (0..bytes.len() - name.len()).filter(|at| GOOGLE[*at..].starts_with(name)) {
        bytes[at] = b'z';
    }
    assert_eq!(read_accounts(&bytes, Opening::default()), Err(ImportError::Unrecognised));
}

#[test]
fn any_byte_may_be_wrong_without_harm() {
    for place in (0..GOOGLE.len()).step_by(3) {
        for value in [0x00, 0x7F, 0xFF] {
            let mut bytes = GOOGLE.to_vec();
            bytes[place] = value;
            let read = catch_unwind(|| read_accounts(&bytes, Opening::default()));
            let read = read.unwrap_or_else(|_| panic!("byte {place} as {value}"));
            if let Ok(import) = read {
                assert!(import.entries() <= 400, "byte {place} as {value}: no row is read many times");
            }
        }
    }
}

#[test]
fn a_page_that_points_to_itself_ends() {
    let mut bytes = GOOGLE.to_vec();
    // The first inner page of a tree: its last child becomes the page itself.
    let page = (1..bytes.len() / 512).find(|page| bytes[page * 512] == 0x05).expect("a tree");
    let number = u32::try_from(page + 1).expect("few pages");
    bytes[page * 512 + 8..page * 512 + 12].copy_from_slice(&number.to_be_bytes());
    let import = read(&bytes);
    assert!(import.accounts.len() < 101);
    assert!(import.rejected.iter().any(|rejected| rejected.fault == EntryFault::Damaged), "what is missing is told");
}
