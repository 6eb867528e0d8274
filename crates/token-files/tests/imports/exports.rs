//! Written files can be read again, with every field that the format supports.

use proofup_otp::{Algorithm, Kind, OtpParams, Secret};
use proofup_token_files::{
    ExportFormat, Format, ImportError, ImportedAccount, Opening, OtpAuth, Outgoing, read_accounts, write_accounts,
    write_encrypted_aegis,
};

use crate::support::{error, line, with};

fn account(issuer: &str, name: &str, kind: Kind, algorithm: Algorithm, digits: u64) -> Outgoing {
    let secret = Secret::from_bytes(b"1234567890".to_vec()).expect("a secret");
    let params = OtpParams::new(secret, kind, algorithm, digits).expect("an account");
    let otp_auth = OtpAuth { params, issuer: issuer.to_owned(), account: name.to_owned() };
    Outgoing { otp_auth, note: String::new(), tags: Vec::new(), pinned: false }
}

fn accounts() -> Vec<Outgoing> {
    let mut accounts = vec![
        account("Contoso", "ann", Kind::Totp { period: 30 }, Algorithm::Sha1, 6),
        account("Fabrikam, \"Ltd\"", "ben:x", Kind::Hotp { counter: 7 }, Algorithm::Sha256, 8),
        account("Café 帳戶", "", Kind::Totp { period: 60 }, Algorithm::Sha512, 7),
        account("Games", "cleo", Kind::Steam, Algorithm::Sha1, 5),
        account("Odd", "dora", Kind::Totp { period: 45 }, Algorithm::Sha1, 9),
    ];
    accounts[0].note = "two\nlines & more".to_owned();
    accounts[0].tags = vec!["Work".to_owned(), "Mail".to_owned()];
    accounts[0].pinned = true;
    accounts
}

/// Different bytes each time, the same in every run.
fn counting() -> impl FnMut(&mut [u8]) {
    let mut next = 0_u8;
    move |bytes| {
        for byte in bytes {
            next = next.wrapping_add(1);
            *byte = next;
        }
    }
}

fn as_line(outgoing: &Outgoing) -> String {
    line(&ImportedAccount {
        index: 0,
        otp_auth: outgoing.otp_auth.clone(),
        note: String::new(),
        tags: Vec::new(),
        pinned: false,
        trashed: false,
        warnings: Vec::new(),
    })
}

#[test]
fn each_file_is_read_again_by_our_own_reader_of_that_format() {
    let all = accounts();
    for (format, reader, left_out) in [
        (ExportFormat::Proofup, Format::Proofup, vec![]),
        (ExportFormat::Csv, Format::Proofup, vec![]),
        (ExportFormat::Links, Format::Links, vec![]),
        (ExportFormat::Ente, Format::Ente, vec![]),
        (ExportFormat::Aegis, Format::Aegis, vec![]),
        (ExportFormat::TwoFas, Format::TwoFas, vec![4]),
        (ExportFormat::Google, Format::Links, vec![2, 3, 4]),
    ] {
        let written = write_accounts(format, &all, &mut counting());
        assert_eq!(written.left_out, left_out, "{format:?}");
        let import = read_accounts(&written.bytes, Opening::default()).expect("what we write can be read");
        assert_eq!((import.format, import.rejected.len()), (reader, 0), "{format:?}");
        let kept = all.iter().enumerate().filter(|(place, _)| !left_out.contains(place)).map(|(_, account)| account);
        let found: Vec<_> = import.accounts.iter().map(line).collect();
        assert_eq!(found, kept.map(as_line).collect::<Vec<_>>(), "{format:?}");
    }
}

#[test]
fn notes_tags_and_pins_are_exported_where_the_format_has_them() {
    for (format, tags) in [
        (ExportFormat::Proofup, vec!["Work", "Mail"]),
        (ExportFormat::Ente, vec!["Work", "Mail"]),
        (ExportFormat::Aegis, vec!["Work", "Mail"]),
    ] {
        let written = write_accounts(format, &accounts(), &mut counting());
        let import = read_accounts(&written.bytes, Opening::default()).expect("what we write can be read");
        let first = &import.accounts[0];
        assert_eq!((first.note.as_str(), first.pinned), ("two\nlines & more", true), "{format:?}");
        assert_eq!(first.tags, tags, "{format:?}");
    }
}

#[test]
fn an_encrypted_aegis_file_opens_with_its_password_alone() {
    let bytes = write_encrypted_aegis(&accounts(), "correct horse", &mut counting()).expect("it encrypts");
    assert!(!bytes.windows(16).any(|window| window == b"GEZDGNBVGY3TQOJQ"), "no secret is in it in clear");
    let import = read_accounts(&bytes, with("correct horse")).expect("it opens");
    let found: Vec<_> = import.accounts.iter().map(line).collect();
    assert_eq!(found, accounts().iter().map(as_line).collect::<Vec<_>>());
    assert_eq!(error(&bytes, "wrong"), ImportError::PasswordWrong { format: Format::Aegis });
}
