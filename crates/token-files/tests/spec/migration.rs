//! Exports of Google Authenticator. An independent encoder wrote the links.

use data_encoding::BASE64URL_NOPAD;
use proofup_otp::{Algorithm, Kind, OtpError, OtpParams, Secret};
use proofup_token_files::{Link, MigrationPart, OtpAuth, TokenFileError, limits, migration_links};
use proptest::prelude::*;

/// One account of a well-known example.
const ONE: &str =
    "CjUKCkhlbGxvId6tvu8SGEV4YW1wbGU6YWxpY2VAZ29vZ2xlLmNvbRoHRXhhbXBsZSABKAEwAhABGAEgACjr4JKK%2B%2F%2F%2F%2F%2F8B";
/// The second of three parts: accounts of every kind, good and bad.
const MIXED: &str = "Ch8KCkhlbGxvId6tvu8SA2FubhoEQmFuayADKAIwATgHChMKCkhlbGxvId6tvu8SA21kNSAEChQKCkhlbGxvId6tvu8SBG5pbmUoCQoUCgpIZWxsbyHerb7vEgRraW5kMAcKBxIFZW1wdHkKKQoKSGVsbG8h3q2%2B7xILR2l0SHViOiBhbm5CDnNvbWUtdW5pcXVlLWlkChUKCkhlbGxvId6tvu8SBXNldmVuKAMQAhgDIAEoTZoGBWxhdGVy";

fn link(data: &str) -> String {
    format!("otpauth-migration://offline?data={data}")
}

fn part(data: &str) -> MigrationPart {
    MigrationPart::parse(&link(data)).unwrap()
}

fn account(issuer: &str, account: &str, kind: Kind, algorithm: Algorithm, digits: u64) -> OtpAuth {
    let secret = Secret::from_bytes(b"Hello!\xde\xad\xbe\xef".to_vec()).unwrap();
    let params = OtpParams::new(secret, kind, algorithm, digits).unwrap();
    OtpAuth { params, issuer: issuer.to_owned(), account: account.to_owned() }
}

#[test]
fn reads_an_export_of_one_account() {
    let part = part(ONE);
    assert_eq!((part.export, part.part, part.parts), (-1_320_898_453, 0, 1));
    let expected = account("Example", "alice@google.com", Kind::Totp { period: 30 }, Algorithm::Sha1, 6);
    assert_eq!(part.accounts.len(), 1);
    assert_eq!(part.accounts[0].as_ref().unwrap().otp_auth, expected);
}

#[test]
fn validates_each_account_separately() {
    let part = part(MIXED);
    assert_eq!((part.export, part.part, part.parts), (77, 1, 3));
    let good = |index: usize| part.accounts[index].as_ref().unwrap().otp_auth.clone();
    let bad = |index: usize| part.accounts[index].clone().unwrap_err();
    assert_eq!(good(0), account("Bank", "ann", Kind::Hotp { counter: 7 }, Algorithm::Sha512, 8));
    assert_eq!(bad(1), OtpError::UnknownAlgorithm { name: "MD5".to_owned() }.into());
    assert_eq!(bad(2), TokenFileError::UnknownNumber { field: "digits", number: 9 });
    assert_eq!(bad(3), TokenFileError::UnknownNumber { field: "type", number: 7 });
    assert_eq!(bad(4), OtpError::SecretEmpty.into());
    assert_eq!(good(5), account("GitHub", "ann", Kind::Totp { period: 30 }, Algorithm::Sha1, 6));
    assert_eq!(good(6), account("", "seven", Kind::Totp { period: 30 }, Algorithm::Sha1, 7));
    assert_eq!(part.accounts.len(), 7);
}

#[test]
fn reads_every_way_of_writing_base64() {
    let plain = ONE.replace("%2B", "+").replace("%2F", "/").replace("%3D", "=");
    for data in [
        plain.clone(),
        plain.replace('+', " "),
        plain.trim_end_matches('=').to_owned(),
        plain.replace('+', "-").replace('/', "_"),
        format!("{plain}&other=1"),
        format!("{}\u{200d}{}", &plain[..20], &plain[20..]),
    ] {
        assert_eq!(part(&data), part(ONE), "{data}");
    }
    assert_eq!(MigrationPart::parse(&format!("  OTPAUTH-MIGRATION://offline?x=1&data={ONE}\n")).unwrap(), part(ONE));
}

#[test]
fn damaged_links_are_reported() {
    let damaged = |text: &str| assert_eq!(MigrationPart::parse(text), Err(TokenFileError::MigrationDamaged), "{text}");
    damaged("otpauth-migration://offline");
    damaged("otpauth-migration://offline?data=");
    damaged(&link("CiA"));
    damaged(&link("!!!!"));
    // Part 5 of 2.
    damaged(&link(&BASE64URL_NOPAD.encode(&[0x18, 2, 0x20, 5])));
    assert_eq!(MigrationPart::parse("otpauth://totp/a?secret=A"), Err(TokenFileError::NotALink));
    assert!(matches!(
        MigrationPart::parse(&link(&"A".repeat(limits::LINK_BYTES))),
        Err(TokenFileError::LinkTooLong { .. })
    ));
}

#[test]
fn a_link_has_a_limited_number_of_accounts() {
    let many = |count: usize| link(&BASE64URL_NOPAD.encode(&[0x0a, 0].repeat(count)));
    assert_eq!(MigrationPart::parse(&many(limits::MIGRATION_ACCOUNTS)).unwrap().accounts.len(), 500);
    let more = MigrationPart::parse(&many(limits::MIGRATION_ACCOUNTS + 1));
    assert_eq!(more, Err(TokenFileError::TooManyAccounts));
}

#[test]
fn a_link_is_of_one_kind_or_the_other() {
    assert!(matches!(Link::parse(&link(ONE)), Ok(Link::Part(_))));
    assert!(matches!(Link::parse("otpauth://totp/a?secret=MZXW6YTBOI"), Ok(Link::Account(_))));
    assert_eq!(OtpAuth::parse(&link(ONE)), Err(TokenFileError::GoogleExport));
}

#[test]
fn an_issuer_in_front_of_the_name_is_taken_off_in_any_case() {
    for (issuer, name, account) in [
        ("Example", "EXAMPLE:ann", "ann"),
        ("Example", "example : ann:b", "ann:b"),
        ("https://a.example", "https://A.example:ann", "ann"),
        ("Free hosting", "Free  Hosting:ann", "ann"),
        ("Example", "Examples:ann", "Examples:ann"),
    ] {
        let field =
            |number: u8, text: &str| [&[number << 3 | 2, u8::try_from(text.len()).unwrap()], text.as_bytes()].concat();
        let entry =
            [field(1, "12345678901234567890"), field(2, name), field(3, issuer), vec![4 << 3, 1, 5 << 3, 1, 6 << 3, 2]]
                .concat();
        let message = [vec![0x0a, u8::try_from(entry.len()).unwrap()], entry].concat();
        let part = MigrationPart::parse(&link(&BASE64URL_NOPAD.encode(&message))).unwrap();
        let read = &part.accounts[0].as_ref().unwrap().otp_auth;
        assert_eq!((read.issuer.as_str(), read.account.as_str()), (issuer, account), "{name}");
    }
}

#[test]
fn what_the_form_cannot_say_is_left_out_and_named() {
    let ordinary = account("A", "a", Kind::Totp { period: 30 }, Algorithm::Sha1, 6);
    let accounts = [
        account("A", "slow", Kind::Totp { period: 60 }, Algorithm::Sha1, 6),
        ordinary.clone(),
        account("Steam", "s", Kind::Steam, Algorithm::Sha1, 5),
        account("A", "nine", Kind::Totp { period: 30 }, Algorithm::Sha1, 9),
    ];
    let written = migration_links(&accounts, 5);
    assert_eq!(written.left_out, [0, 2, 3]);
    let part = MigrationPart::parse(&written.links[0]).unwrap();
    assert_eq!(part.accounts[0].as_ref().unwrap().otp_auth, ordinary);
    assert!(migration_links(&accounts[..1], 5).links.is_empty());
}

fn names() -> impl Strategy<Value = String> {
    prop_oneof!["\\PC{0,20}", "[a:@ ]{0,6}"].prop_map(|name| proofup_text::name(&name))
}

fn accounts() -> impl Strategy<Value = OtpAuth> {
    let kinds = prop_oneof![
        Just(Kind::Totp { period: 30 }),
        (0_u64..=i64::MAX as u64).prop_map(|counter| Kind::Hotp { counter }),
    ];
    let algorithms = prop_oneof![Just(Algorithm::Sha1), Just(Algorithm::Sha256), Just(Algorithm::Sha512)];
    let secrets = proptest::collection::vec(any::<u8>(), 1..=64);
    (secrets, kinds, algorithms, 6_u64..=8, names(), names()).prop_map(
        |(secret, kind, algorithm, digits, issuer, account)| {
            let params = OtpParams::new(Secret::from_bytes(secret).unwrap(), kind, algorithm, digits).unwrap();
            OtpAuth { params, issuer, account }
        },
    )
}

proptest! {
    #[test]
    fn a_written_export_reads_back(
        accounts in proptest::collection::vec(accounts(), 1..=35),
        export in any::<i32>(),
    ) {
        let written = migration_links(&accounts, export);
        prop_assert!(written.left_out.is_empty());
        let mut read = Vec::new();
        for (number, link) in (0..).zip(&written.links) {
            let part = MigrationPart::parse(link).unwrap();
            prop_assert_eq!((part.export, part.part), (export, number));
            prop_assert_eq!(part.parts as usize, written.links.len());
            for account in part.accounts {
                read.push(account.unwrap().otp_auth);
            }
        }
        prop_assert_eq!(read, accounts);
    }

    #[test]
    fn no_bytes_make_it_panic(bytes in proptest::collection::vec(any::<u8>(), 0..300), text in "\\PC{0,200}") {
        let _ = MigrationPart::parse(&link(&BASE64URL_NOPAD.encode(&bytes)));
        let _ = MigrationPart::parse(&link(&text));
        let mut nested = vec![0x0a, bytes.len().min(127) as u8];
        nested.extend_from_slice(&bytes);
        let _ = MigrationPart::parse(&link(&BASE64URL_NOPAD.encode(&nested)));
    }
}
