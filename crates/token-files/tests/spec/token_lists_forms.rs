//! Lists of hardware tokens without a header, and secrets that are not base32.

use std::collections::BTreeMap;

use proofup_otp::{Algorithm, Kind};
use proofup_token_files::{
    FileKey, Format, HardwareToken, Opening, TokenList, TokenListError, TokenRowFault, TokenWarning, read_accounts,
    read_token_list,
};

/// `12345678901234567890` in hexadecimal, base32 and base64.
const HEX: &str = "3132333435363738393031323334353637383930";
const BASE32: &str = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";
const BASE64: &str = "MTIzNDU2Nzg5MDEyMzQ1Njc4OTA=";

fn read(text: &str) -> TokenList {
    read_token_list(text.as_bytes(), &FileKey::None).unwrap()
}

fn tokens(text: &str) -> Vec<Result<HardwareToken, TokenRowFault>> {
    read(text).rows.into_iter().map(|row| row.token).collect()
}

fn one(text: &str) -> HardwareToken {
    let mut tokens = tokens(text);
    assert_eq!(tokens.len(), 1, "{text}");
    tokens.remove(0).unwrap_or_else(|fault| panic!("{text}: {fault}"))
}

#[test]
fn an_oath_list_has_types_digits_and_steps() {
    let list = format!(
        "# a comment\nA1,{HEX},totp,8,60\nA2,{HEX},hotp,6,7\nA3,{HEX}\nA4,{HEX},totp,,,sha256\nA5,{HEX},ocra,6,\n"
    );
    let found = tokens(&list);
    let of = |place: usize| found[place].as_ref().unwrap();
    assert_eq!((of(0).params.kind(), of(0).params.digits()), (Kind::Totp { period: 60 }, 8));
    assert_eq!(of(0).params.secret().expose(), b"12345678901234567890");
    assert_eq!(of(1).params.kind(), Kind::Hotp { counter: 7 });
    assert_eq!((of(2).params.kind(), of(2).params.digits()), (Kind::Hotp { counter: 0 }, 6), "HOTP is usual");
    assert_eq!((of(3).params.kind(), of(3).params.algorithm()), (Kind::Totp { period: 30 }, Algorithm::Sha256));
    assert_eq!(found[4].as_ref().unwrap_err(), &TokenRowFault::KindUnsupported { name: "ocra".to_owned() });
    assert_eq!(read(&list).rows[0].number, 2, "lines are counted with comments");
}

#[test]
fn an_oath_list_may_name_people_in_front() {
    let token = one(&format!("# version: 2\nann@contoso.example,local,realm,A1,{HEX},totp,6,30\n"));
    assert_eq!((token.user.as_deref(), token.serial.as_str()), (Some("ann@contoso.example"), "A1"));
}

#[test]
fn a_long_key_of_an_oath_list_without_a_hash_is_marked() {
    let token = one(&format!("A1,{},totp,6,30\n", "31".repeat(32)));
    assert_eq!(token.warnings, [TokenWarning::KeyLengthUnusual { bytes: 32 }]);
}

#[test]
fn both_lists_of_yubico_are_read_and_what_is_not_oath_is_named() {
    let log = format!(
        "LOGGING START,11.12.13 18:55\nOATH-HOTP,11.12.13 18:55,1,ubnu00112233,,{HEX},,,0,0,0,8,0,0,0,0,0,0\n\
         Yubico OTP,11.12.13 18:56,1,vvgutbedkvi,8a86b0cc3dbf,{HEX},,,0,0,0,0,0,0,0,0,0,0\n\
         Static Password,11.12.13 18:57,2,,,{HEX},,,0,0,0,0,0,0,0,0,0,0\n"
    );
    let found = tokens(&log);
    let token = found[0].as_ref().unwrap();
    assert_eq!((token.serial.as_str(), token.manufacturer.as_str()), ("ubnu00112233", "Yubico"));
    assert_eq!((token.params.kind(), token.params.digits()), (Kind::Hotp { counter: 0 }, 8));
    for (place, name) in [(1, "yubico otp"), (2, "static password")] {
        assert_eq!(found[place].as_ref().unwrap_err(), &TokenRowFault::KindUnsupported { name: name.to_owned() });
    }
    let token = one(&format!("0001234,ubnu00112233,0,{HEX},000000000000,2013-12-11\n"));
    assert_eq!((token.serial.as_str(), token.params.digits()), ("0001234", 6));
    assert_eq!(token.params.kind(), Kind::Hotp { counter: 0 });
}

#[test]
fn a_header_may_name_kinds_digits_and_counters() {
    let list = format!(
        "serial,hex secret,type,digits,time step,counter\nA1,{HEX},totp,8,60,\nA2,{HEX},hotp,6,,9\nA3,{HEX},,,,\n"
    );
    let found = tokens(&list);
    let kinds: Vec<_> = found.iter().map(|token| token.as_ref().unwrap().params.kind()).collect();
    assert_eq!(kinds, [Kind::Totp { period: 60 }, Kind::Hotp { counter: 9 }, Kind::Totp { period: 30 }]);
    assert_eq!(one(&format!("serial,hex secret,counter\nA1,{HEX},3\n")).params.kind(), Kind::Hotp { counter: 3 });
    let nine = tokens(&format!("serial,hex secret,type,digits\nA1,{HEX},totp,9\n"));
    assert_eq!(nine[0], Err(TokenRowFault::FeatureUnsupported { what: "9 digits".to_owned() }));
}

#[test]
fn a_secret_has_the_spelling_that_its_column_names_or_that_only_one_fits() {
    for (name, secret) in [
        ("hex secret", HEX),
        ("Secret (hex)", HEX),
        ("base32 secret", BASE32),
        ("secret_base64", BASE64),
        ("secret", HEX),
        ("seed", BASE32),
        ("secret", BASE64),
    ] {
        let token = one(&format!("serial,{name},interval\nA1,{secret},30\n"));
        assert_eq!(token.params.secret().expose(), b"12345678901234567890", "{name}: {secret}");
    }
    // The second row can be read in two ways, and the first one tells which.
    let found = tokens(&format!("serial,secret,interval\nA1,{HEX},30\nA2,ABCD2345,30\n"));
    assert_eq!(found[1].as_ref().unwrap().params.secret().expose(), [0xAB, 0xCD, 0x23, 0x45]);
}

#[test]
fn secrets_that_can_be_read_in_two_ways_are_asked_about() {
    let list = "serial,secret,interval\nA1,ABCD2345,30\n";
    assert_eq!(tokens(list), [Err(TokenRowFault::SecretAmbiguous)]);
    // Where several are mixed, each must be clear by itself. What fits none but base64 may be a slip.
    let mixed =
        tokens(&format!("serial,secret,interval\nA1,{HEX},30\nA2,{BASE32},30\nA3,ABCD2345,30\nA4,{HEX}O0,30\n"));
    assert!(mixed[..2].iter().all(|token| token.as_ref().unwrap().params.secret().expose() == b"12345678901234567890"));
    assert!(mixed[2..].iter().all(|token| token == &Err(TokenRowFault::SecretAmbiguous)), "{mixed:?}");
    // The answer is the name of the column.
    let hex = one(&list.replace("secret", "hex secret"));
    let base32 = one(&list.replace("secret", "base32 secret"));
    assert_eq!(hex.params.secret().expose(), [0xAB, 0xCD, 0x23, 0x45]);
    assert_ne!(base32.params.secret(), hex.params.secret());
}

#[test]
fn the_error_file_of_a_list_without_a_header_has_one_and_can_be_sent_again() {
    let list = read(&format!("A1,{HEX},totp,6,30\nA2,{HEX},hotp,6,x\n"));
    let errors: BTreeMap<_, _> =
        list.rows.iter().filter_map(|row| Some((row.number, row.token.as_ref().err()?.to_string()))).collect();
    let corrected = list.error_file(&errors).replace(",x,", ",5,");
    let token = one(&corrected);
    assert_eq!((token.serial.as_str(), token.params.kind()), ("A2", Kind::Hotp { counter: 5 }));
}

#[test]
fn a_person_imports_the_same_lists() {
    for list in [
        format!("A1,{HEX},totp,6,30\n"),
        format!("OATH-HOTP,11.12.13 18:55,1,ubnu00112233,,{HEX},,,0,0,0,6\n"),
        format!("serial,hex secret,type\nA1,{HEX},totp\n"),
    ] {
        let import = read_accounts(list.as_bytes(), Opening::default()).unwrap();
        assert_eq!((import.format, import.accounts.len(), import.rejected.len()), (Format::Tokens, 1, 0), "{list}");
    }
}

#[test]
fn other_text_is_no_list() {
    for text in ["A1\n", "A1,xyz\n", "A1,12,hotp\n1", "1234567,GEZDGNBVGY3TQOJQ,30\n", "A1,ABCDEF\n"] {
        let refused = read_token_list(text.as_bytes(), &FileKey::None);
        let has_form = text.starts_with("A1,12,hotp");
        assert_eq!(refused.err(), (!has_form).then_some(TokenListError::WrongHeader), "{text}");
    }
}
