//! Links that are accounts.

use proofup_otp::{Algorithm, Kind};
use proofup_token_files::{OtpAuth, ParsedLink, Warning};

fn read(link: &str) -> ParsedLink {
    OtpAuth::parse(link).unwrap_or_else(|error| panic!("{link}: {error}"))
}

fn names(link: &str) -> (String, String) {
    let OtpAuth { issuer, account, .. } = read(link).otp_auth;
    (issuer, account)
}

fn secret(link: &str) -> Vec<u8> {
    read(link).otp_auth.params.secret().expose().to_vec()
}

#[test]
fn reads_the_example_of_the_key_uri_format() {
    let ParsedLink { otp_auth, warnings } = read(
        "otpauth://totp/ACME%20Co:john.doe@email.com?secret=HXDMVJECJJWSRB3HWIZR4IFUGFTMXBOZ&issuer=ACME%20Co&algorithm=SHA1&digits=6&period=30",
    );
    assert_eq!((otp_auth.issuer.as_str(), otp_auth.account.as_str()), ("ACME Co", "john.doe@email.com"));
    assert_eq!(otp_auth.params.kind(), Kind::Totp { period: 30 });
    assert_eq!((otp_auth.params.algorithm(), otp_auth.params.digits()), (Algorithm::Sha1, 6));
    assert_eq!(&*otp_auth.params.secret().to_base32(), "HXDMVJECJJWSRB3HWIZR4IFUGFTMXBOZ");
    assert_eq!(warnings, []);
}

#[test]
fn what_is_missing_takes_the_documented_default() {
    let params = read("otpauth://totp/a?secret=MZXW6YTBOI").otp_auth.params;
    assert_eq!(params.kind(), Kind::Totp { period: 30 });
    assert_eq!((params.algorithm(), params.digits()), (Algorithm::Sha1, 6));
}

#[test]
fn scheme_type_and_names_of_parameters_come_in_any_case() {
    for link in [
        "OTPAUTH://TOTP/x:y?SECRET=MZXW6YTBOI&Digits=8&ALGORITHM=sha512",
        "apple-otpauth://totp/x:y?secret=mzxw6ytboi&digits=8&algorithm=Sha512",
        "  otpauth://totp/x:y?secret=MZXW6YTBOI&digits=8&algorithm=SHA512\r\n",
        "\u{feff}otpauth://totp/x:y?secret=MZXW6YTBOI&digits=8&algorithm=HmacSHA512",
        "otpauth://totp/x:y?secret=MZXW6YTBOI&digits=8&algorithm=Algorithm.sha512",
    ] {
        let account = read(link).otp_auth;
        assert_eq!((account.issuer.as_str(), account.account.as_str()), ("x", "y"), "{link}");
        assert_eq!((account.params.algorithm(), account.params.digits()), (Algorithm::Sha512, 8), "{link}");
        assert_eq!(account.params.secret().expose(), b"foobar", "{link}");
    }
}

#[test]
fn labels_are_split_before_they_are_decoded() {
    for (label, issuer, account) in [
        ("Contoso:anna", "Contoso", "anna"),
        ("Contoso%3Aanna", "Contoso", "anna"),
        ("Contoso%3aanna", "Contoso", "anna"),
        ("Contoso:%20anna", "Contoso", "anna"),
        ("Matrix:@anna:example.org", "Matrix", "@anna:example.org"),
        ("A%3AB:c", "A:B", "c"),
        (":anna", "", "anna"),
        ("Contoso:", "Contoso", ""),
        ("anna", "", "anna"),
        ("", "", ""),
        ("a/b/c", "", "a/b/c"),
        ("anna+mail@example.org", "", "anna+mail@example.org"),
        ("100%25", "", "100%"),
        ("100%2525", "", "100%25"),
        ("100%", "", "100%"),
        ("%zz%4", "", "%zz%4"),
        ("公司:王小明 #2 🔑", "公司", "王小明 #2 🔑"),
        ("%E5%85%AC%E5%8F%B8:x", "公司", "x"),
    ] {
        let link = format!("otpauth://totp/{label}?secret=MZXW6YTBOI");
        assert_eq!(names(&link), (issuer.to_owned(), account.to_owned()), "{label}");
        assert_eq!(secret(&link), b"foobar", "{label}: nothing in a label may hide the secret");
    }
    assert_eq!(names("otpauth://totp?secret=MZXW6YTBOI"), (String::new(), String::new()));
}

#[test]
fn an_issuer_parameter_wins_and_a_difference_is_told() {
    let parsed = read("otpauth://totp/Old:anna?secret=MZXW6YTBOI&issuer=New+Name");
    assert_eq!(parsed.otp_auth.issuer, "New Name");
    assert_eq!(parsed.warnings, [Warning::IssuersDiffer { label: "Old".to_owned(), parameter: "New Name".to_owned() }]);
    for link in [
        "otpauth://totp/Contoso:a?secret=MZXW6YTBOI&issuer=Contoso",
        "otpauth://totp/Contoso:a?secret=MZXW6YTBOI&issuer=",
        "otpauth://totp/Contoso:a?secret=MZXW6YTBOI&issuer",
        "otpauth://totp/Contoso:a?secret=MZXW6YTBOI&issuer=null",
        "otpauth://totp/a?secret=MZXW6YTBOI&issuer=Contoso",
    ] {
        let parsed = read(link);
        assert_eq!((parsed.otp_auth.issuer.as_str(), parsed.warnings.len()), ("Contoso", 0), "{link}");
    }
}

#[test]
fn the_first_of_repeated_parameters_wins_and_unknown_ones_are_left_alone() {
    let account = read(
        "otpauth://totp/a?image=https%3A%2F%2Fexample.org%2Fx.png&secret=MZXW6YTBOI&secret=AAAAAAAA&digits=7&digits=8&&lock",
    );
    assert_eq!(account.otp_auth.params.secret().expose(), b"foobar");
    assert_eq!(account.otp_auth.params.digits(), 7);
}

#[test]
fn a_secret_may_hold_spaces_dashes_and_padding() {
    for text in ["mzxw+6ytb+oi", "MZXW%206YTB%20OI", "MZXW-6YTB-OI", "MZXW6YTBOI%3D%3D%3D%3D%3D%3D", "MZXW6YTBOI======"]
    {
        assert_eq!(secret(&format!("otpauth://totp/a?secret={text}")), b"foobar", "{text}");
    }
    assert_eq!(secret("otpauth://totp/a?secret=null"), [0x6d, 0x16], "four letters of base32 like any other");
}

#[test]
fn the_word_null_counts_as_absent() {
    let params = read("otpauth://totp/a?secret=MZXW6YTBOI&digits=null&period=null&algorithm=null&counter=null");
    assert_eq!(params.otp_auth.params.kind(), Kind::Totp { period: 30 });
    assert_eq!((params.otp_auth.params.algorithm(), params.otp_auth.params.digits()), (Algorithm::Sha1, 6));
}

#[test]
fn hotp_has_its_counter() {
    let counter = |link: &str| {
        let parsed = read(link);
        (parsed.otp_auth.params.kind(), parsed.warnings)
    };
    assert_eq!(
        counter("otpauth://hotp/a?secret=MZXW6YTBOI&counter=42&period=0"),
        (Kind::Hotp { counter: 42 }, vec![]),
        "a period means nothing here and is not judged"
    );
    assert_eq!(
        counter("otpauth://hotp/a?secret=MZXW6YTBOI"),
        (Kind::Hotp { counter: 0 }, vec![Warning::CounterMissing])
    );
    assert_eq!(counter("otpauth://totp/a?secret=MZXW6YTBOI&counter=-1").0, Kind::Totp { period: 30 });
}

#[test]
fn steam_is_recognised_in_all_its_spellings() {
    for link in [
        "otpauth://steam/Steam:gaben?secret=MZXW6YTBOI",
        "otpauth://steam/Valve:gaben?secret=MZXW6YTBOI&digits=5",
        "otpauth://totp/Steam:gaben?secret=MZXW6YTBOI&issuer=Steam",
        "otpauth://totp/Steam:gaben?secret=MZXW6YTBOI&digits=5",
        "otpauth://totp/x:gaben?secret=MZXW6YTBOI&encoder=steam",
        "otpauth://totp/x:gaben?secret=MZXW6YTBOI&steam",
        "steam://MZXW6YTBOI",
        "STEAM://mzxw6ytboi/",
    ] {
        let params = read(link).otp_auth.params;
        assert_eq!((params.kind(), params.digits()), (Kind::Steam, 5), "{link}");
        assert_eq!(params.secret().expose(), b"foobar", "{link}");
    }
    for link in [
        "otpauth://totp/Steam:gaben?secret=MZXW6YTBOI&digits=6",
        "otpauth://totp/steam:gaben?secret=MZXW6YTBOI",
        "otpauth://totp/Steam Games:gaben?secret=MZXW6YTBOI",
    ] {
        assert_eq!(read(link).otp_auth.params.kind(), Kind::Totp { period: 30 }, "{link}");
    }
}

#[test]
fn odd_secrets_are_read_and_told() {
    for link in ["otpauth://totp/a?secret=MZXW6YTBO", "steam://MZXW6YTBO"] {
        assert_eq!(read(link).warnings, [Warning::SecretLengthOdd], "{link}");
    }
}

#[test]
fn names_in_another_encoding_do_not_cost_the_account() {
    let parsed = read("otpauth://totp/Caf%E9:anna?secret=MZXW6YTBOI");
    assert_eq!(parsed.otp_auth.issuer, "Caf\u{fffd}");
    assert_eq!(parsed.warnings, [Warning::NameNotUtf8]);
}
