//! Invalid links and their errors.

use proofup_otp::{Algorithm, OtpError};
use proofup_token_files::{OtpAuth, TokenFileError};

fn refusal(link: &str) -> TokenFileError {
    match OtpAuth::parse(link) {
        Ok(_) => panic!("{link} was accepted"),
        Err(error) => error,
    }
}

#[test]
fn a_text_that_is_not_a_link_is_reported() {
    for text in ["", " ", "MZXW6YTBOI", "otpauth:totp/a?secret=MZXW6YTBOI", "://", "😀://x", "contoso", "a b://c"] {
        assert_eq!(refusal(text), TokenFileError::NotALink, "{text:?}");
    }
}

#[test]
fn the_scheme_of_another_link_is_reported() {
    assert_eq!(refusal("HTTPS://example.org"), TokenFileError::UnknownScheme { scheme: "https".to_owned() });
    assert_eq!(refusal("otpauth-migration://offline?data=CiA"), TokenFileError::GoogleExport);
    assert_eq!(refusal("motp://x:y?secret=00"), TokenFileError::MobileOtp);
    assert_eq!(refusal("otpauth://yaotp/x?secret=MZXW6YTBOI"), TokenFileError::Yandex);
    assert_eq!(refusal("otpauth://ocra/x?secret=MZXW6YTBOI"), TokenFileError::UnknownType { kind: "ocra".to_owned() });
    assert_eq!(refusal("otpauth:///x?secret=MZXW6YTBOI"), TokenFileError::UnknownType { kind: String::new() });
}

#[test]
fn a_broken_secret_names_the_character() {
    assert_eq!(
        refusal("otpauth://totp/a?secret=MZXW0YTB"),
        TokenFileError::Otp(OtpError::SecretNotBase32 { character: '0', position: 5 })
    );
    assert_eq!(refusal("otpauth://totp/a?secret="), TokenFileError::Otp(OtpError::SecretEmpty));
    assert_eq!(refusal("otpauth://totp/a?secret"), TokenFileError::Otp(OtpError::SecretEmpty));
    assert_eq!(refusal("otpauth://totp/a"), TokenFileError::SecretMissing);
    assert_eq!(refusal("otpauth://totp/a?issuer=x"), TokenFileError::SecretMissing);
    assert_eq!(refusal("steam://"), TokenFileError::Otp(OtpError::SecretEmpty));
    assert!(matches!(
        refusal(&format!("otpauth://totp/a?secret={}", "A".repeat(900))),
        TokenFileError::Otp(OtpError::SecretTooLong { bytes: 562 })
    ));
}

#[test]
fn unknown_algorithms_are_refused_by_name() {
    for name in ["SHA-1", "MD5", "SHA224", "Hmac", "HmacHmacSHA1", "sha", "émile", ""] {
        assert_eq!(
            refusal(&format!("otpauth://totp/a?secret=MZXW6YTBOI&algorithm={name}")),
            TokenFileError::Otp(OtpError::UnknownAlgorithm { name: name.to_owned() })
        );
    }
    assert_eq!(
        refusal("otpauth://steam/a?secret=MZXW6YTBOI&algorithm=SHA256"),
        TokenFileError::Otp(OtpError::SteamNeedsSha1 { algorithm: Algorithm::Sha256 })
    );
}

#[test]
fn numbers_are_decimal_and_in_range() {
    for value in ["-1", "", "6.0", "0x6", "six", " 6", "6%20", "%2B6", "٦"] {
        let error = refusal(&format!("otpauth://totp/a?secret=MZXW6YTBOI&digits={value}"));
        assert!(matches!(error, TokenFileError::NotANumber { field: "digits", .. }), "{value:?}: {error:?}");
    }
    for (digits, found) in [("0", 0), ("10", 10), ("262", 262), ("99999999999999999999", u64::MAX)] {
        assert_eq!(
            refusal(&format!("otpauth://totp/a?secret=MZXW6YTBOI&digits={digits}")),
            TokenFileError::Otp(OtpError::DigitsOutOfRange { digits: found })
        );
    }
    for (period, found) in [("0", 0), ("86401", 86_401)] {
        assert_eq!(
            refusal(&format!("otpauth://totp/a?secret=MZXW6YTBOI&period={period}")),
            TokenFileError::Otp(OtpError::PeriodOutOfRange { period: found })
        );
    }
    assert_eq!(
        refusal("otpauth://hotp/a?secret=MZXW6YTBOI&counter=9223372036854775808"),
        TokenFileError::Otp(OtpError::CounterOutOfRange { counter: 9_223_372_036_854_775_808 })
    );
}

#[test]
fn names_with_control_characters_are_refused() {
    for link in ["otpauth://totp/a%0Ab?secret=MZXW6YTBOI", "otpauth://totp/a:x?secret=MZXW6YTBOI&issuer=a%1Bb"] {
        assert_eq!(refusal(link), TokenFileError::Otp(OtpError::NameHasControlCharacter { position: 2 }), "{link}");
    }
}

#[test]
fn overlong_links_are_refused_unread() {
    let link = format!("otpauth://totp/{}?secret=MZXW6YTBOI", "x".repeat(300_000));
    assert!(matches!(refusal(&link), TokenFileError::LinkTooLong { .. }));
}

#[test]
fn no_error_repeats_the_secret_or_a_whole_page() {
    for link in [
        "MZXW6YTBOIMZXW6YTBOI",
        "MZXW6YTBOIMZXW6YTBOI://x",
        "otpauth://totp/a?secret=MZXW6YTBOIMZXW6YTBOI1",
        "otpauth://totp/a?secret=MZXW6YTBOIMZXW6YTBOI&digits=99",
        "otpauth://totp/a?secret=MZXW6YTBOIMZXW6YTBOI&algorithm=MD5",
    ] {
        let printed = format!("{0} {0:?}", refusal(link));
        assert!(!printed.contains("MZXW6YTBOIMZXW6YTBOI"), "{printed}");
    }
    let long = format!("otpauth://{}/a?secret=MZXW6YTBOI", "x".repeat(10_000));
    assert!(refusal(&long).to_string().len() < 200);
}
