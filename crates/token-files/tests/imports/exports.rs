//! Written files can be read again, with every field that the format supports.

use proofup_otp::{Algorithm, Kind, OtpParams, Secret};
use proofup_token_files::{
    EncryptedFormat, ExportFormat, Format, ImportError, ImportedAccount, Opening, OtpAuth, Outgoing, links_in_text,
    read_accounts, write_accounts, write_encrypted,
};

use crate::support::{error, line, with};

fn account(issuer: &str, name: &str, kind: Kind, algorithm: Algorithm, digits: u64) -> Outgoing {
    let secret = Secret::from_bytes(b"1234567890".to_vec()).expect("a secret");
    let params = OtpParams::new(secret, kind, algorithm, digits).expect("an account");
    let otp_auth = OtpAuth { params, issuer: issuer.to_owned(), account: name.to_owned() };
    Outgoing { otp_auth, note: String::new(), tags: Vec::new(), pinned: false }
}

pub(crate) fn accounts() -> Vec<Outgoing> {
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
pub(crate) fn counting() -> impl FnMut(&mut [u8]) {
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
fn an_encrypted_file_opens_with_its_password_alone() {
    let all = accounts();
    for (format, reader, left_out) in [
        (EncryptedFormat::Aegis, Format::Aegis, vec![]),
        (EncryptedFormat::Kdbx, Format::Kdbx, vec![]),
        (EncryptedFormat::Pskc, Format::Tokens, vec![3]),
    ] {
        // PSKC is for tokens: its readers take at most eight digits, and intervals of tokens.
        let all = if format == EncryptedFormat::Pskc { &all[..4] } else { &all };
        let written = write_encrypted(format, all, "correct horse", &mut counting()).expect("it encrypts");
        assert_eq!(written.left_out, left_out, "{format:?}");
        let secret = b"GEZDGNBVGY3TQOJQ";
        assert!(!written.bytes.windows(16).any(|window| window == secret), "{format:?}: no secret is in it in clear");
        let import = read_accounts(&written.bytes, with("correct horse")).expect("it opens");
        assert_eq!((import.format, import.rejected.len()), (reader, 0), "{format:?}");
        let kept = all.iter().enumerate().filter(|(place, _)| !left_out.contains(place)).map(|(_, account)| account);
        let found: Vec<_> = import.accounts.iter().map(line).collect();
        let wanted: Vec<_> = kept.map(as_line).collect();
        // A key without a name is called by its number.
        let wanted = wanted.into_iter().map(|line| match format {
            EncryptedFormat::Pskc => line.replace("帳戶||", "帳戶|3|"),
            _ => line,
        });
        assert_eq!(found, wanted.collect::<Vec<_>>(), "{format:?}");
        assert_eq!(error(&written.bytes, "wrong"), ImportError::PasswordWrong { format: reader }, "{format:?}");
    }
}

#[test]
fn a_keepass_database_has_notes_and_tags() {
    let written = write_encrypted(EncryptedFormat::Kdbx, &accounts(), "correct horse", &mut counting());
    let import = read_accounts(&written.expect("it encrypts").bytes, with("correct horse")).expect("it opens");
    let first = &import.accounts[0];
    assert_eq!(
        (first.note.as_str(), &first.tags[..]),
        ("two\nlines & more", &["Work".to_owned(), "Mail".to_owned()][..])
    );
}

/// What a page has between two texts, each time.
fn between<'a>(page: &'a str, start: &str, end: &str) -> Vec<&'a str> {
    page.split(start).skip(1).filter_map(|rest| rest.split_once(end)).map(|(found, _)| found).collect()
}

#[test]
fn a_sheet_has_a_code_the_names_and_the_secret_of_each_account_and_runs_nothing() {
    let mut all = accounts();
    all[1].otp_auth.issuer = "<script>alert(1)</script>".to_owned();
    all[4].otp_auth.account = "x".repeat(2400);
    let written = write_accounts(ExportFormat::Sheet, &all, &mut counting());
    assert_eq!(written.left_out, [4], "its link is too long for a code");
    let page = str::from_utf8(&written.bytes).expect("text");
    assert_eq!(between(page, "<article>", "</article>").len(), 4);
    assert_eq!(page.matches("<svg").count(), 4);
    assert_eq!(page.matches("GEZD GNBV GY3T QOJQ").count(), 4);
    assert!(page.contains("&lt;script&gt;") && !page.contains("<script"), "names are text");
    assert!(page.contains("default-src 'none'"), "nothing is loaded");
    assert!(page.contains("HOTP · SHA256 · 8 · #7"));
}

#[test]
fn the_pages_of_google_authenticator_have_a_code_for_each_part() {
    let many: Vec<_> = (0..25)
        .map(|number| account("Contoso", &format!("ann {number}"), Kind::Totp { period: 30 }, Algorithm::Sha1, 6))
        .collect();
    let written = write_accounts(ExportFormat::GoogleCodes, &many, &mut counting());
    let page = str::from_utf8(&written.bytes).expect("text");
    assert_eq!(between(page, "<h2>", "</h2>"), ["1 / 3", "2 / 3", "3 / 3"]);
    let links = write_accounts(ExportFormat::Google, &many, &mut counting());
    let links = str::from_utf8(&links.bytes).expect("text");
    assert_eq!(links_in_text(links).len(), 3);
    for link in links.lines() {
        let code = proofup_token_files::qr_svg(link).expect("a code");
        assert!(page.contains(code.as_str()), "each code is that of its link");
    }
}

#[test]
fn every_part_of_an_export_fits_a_code_however_long_the_names_are() {
    let long = "帳".repeat(120);
    let many: Vec<_> = (0..30)
        .map(|number| account(&long, &format!("{long}{number}"), Kind::Hotp { counter: 1 }, Algorithm::Sha1, 6))
        .collect();
    let written = write_accounts(ExportFormat::Google, &many, &mut counting());
    let links = str::from_utf8(&written.bytes).expect("text");
    assert!(links.lines().all(|link| proofup_token_files::qr_svg(link).is_ok()), "each is short enough");
    assert!(written.left_out.is_empty());
    let import = read_accounts(&written.bytes, Opening::default()).expect("it is read");
    assert_eq!((import.accounts.len(), import.notices.len()), (30, 0), "no part is missing");
}

/// RFC 6030, figure 7: PSKC and the parameters have namespaces, what is in the parameters has none.
#[test]
fn the_parts_of_the_derivation_in_pskc_are_in_no_namespace() {
    let written = write_encrypted(EncryptedFormat::Pskc, &accounts()[..1], "correct horse", &mut counting());
    let bytes = written.expect("it encrypts").bytes;
    let document = roxmltree::Document::parse(str::from_utf8(&bytes).expect("text")).expect("XML");
    let params = document.descendants().find(|node| node.tag_name().name() == "PBKDF2-params");
    let parts: Vec<_> = params
        .expect("a derivation")
        .children()
        .filter(roxmltree::Node::is_element)
        .map(|part| part.tag_name())
        .collect();
    let names: Vec<_> = parts.iter().map(roxmltree::ExpandedName::name).collect();
    assert_eq!(names, ["Salt", "IterationCount", "KeyLength", "PRF"]);
    assert!(parts.iter().all(|part| part.namespace().is_none_or(str::is_empty)), "{parts:?}");
}
