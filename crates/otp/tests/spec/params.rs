//! Which numbers an account accepts.

use proofup_otp::{Algorithm, Kind, OtpError, OtpParams, Secret, check_name};

use crate::{hotp, totp};

fn build(kind: Kind, digits: u64) -> Result<OtpParams, OtpError> {
    OtpParams::new(Secret::from_bytes(vec![1; 20]).unwrap(), kind, Algorithm::Sha1, digits)
}

#[test]
fn digits_go_from_one_to_nine() {
    for digits in 1..=9 {
        let params = build(Kind::Totp { period: 30 }, digits).unwrap();
        let code = params.code_at(59).unwrap().code;
        assert_eq!(code.as_str().len() as u64, digits, "leading zeros are kept");
    }
    for digits in [0, 10, 11, 255, 256, 257, 262, u64::MAX] {
        assert_eq!(build(Kind::Totp { period: 30 }, digits), Err(OtpError::DigitsOutOfRange { digits }));
        assert_eq!(build(Kind::Hotp { counter: 0 }, digits), Err(OtpError::DigitsOutOfRange { digits }));
    }
}

#[test]
fn a_period_is_a_second_to_a_day() {
    for period in [1, 30, 60, 86_400] {
        assert!(build(Kind::Totp { period }, 6).is_ok());
    }
    for period in [0, 86_401, u64::MAX] {
        assert_eq!(build(Kind::Totp { period }, 6), Err(OtpError::PeriodOutOfRange { period }));
    }
}

#[test]
fn a_counter_fits_a_signed_column() {
    let last = i64::MAX as u64;
    assert!(build(Kind::Hotp { counter: last }, 6).unwrap().hotp_code().is_some());
    for counter in [last + 1, u64::MAX] {
        assert_eq!(build(Kind::Hotp { counter }, 6), Err(OtpError::CounterOutOfRange { counter }));
    }
}

#[test]
fn there_is_no_counter_after_the_last() {
    let last = i64::MAX as u64;
    assert_eq!(
        hotp(&[1; 20], last, 6).with_next_counter(),
        Err(OtpError::CounterOutOfRange { counter: last + 1 }),
        "wrapping round would repeat old codes"
    );
}

#[test]
fn time_and_counter_do_not_mix() {
    let timed = totp(&[1; 20], 30, Algorithm::Sha1, 6);
    assert!(timed.hotp_code().is_none());
    assert_eq!(timed.with_next_counter(), Err(OtpError::NotHotp));
    let counted = hotp(&[1; 20], 0, 6);
    assert!(counted.code_at(59).is_none());
    assert!(counted.code_after(59).is_none());
    assert_eq!((counted.period(), counted.step_at(59)), (None, None));
}

#[test]
fn short_foreign_secrets_are_accepted() {
    assert!(totp(&[1; 10], 30, Algorithm::Sha1, 6).code_at(59).is_some(), "many services use ten bytes");
    assert!(totp(&[1; 1], 30, Algorithm::Sha512, 6).code_at(59).is_some());
}

#[test]
fn unknown_algorithms_are_refused_by_name() {
    for (name, expected) in [("SHA1", Algorithm::Sha1), ("sha256", Algorithm::Sha256), ("Sha512", Algorithm::Sha512)] {
        assert_eq!(name.parse(), Ok(expected));
    }
    for name in ["SHA-1", "MD5", "SHA224", "SHA3-256", "", "SHA1 ", "HmacSHA1"] {
        assert_eq!(name.parse::<Algorithm>(), Err(OtpError::UnknownAlgorithm { name: name.to_owned() }));
    }
}

#[test]
fn prints_everything_but_the_secret() {
    let printed = format!("{:?}", totp(b"opensesame", 30, Algorithm::Sha256, 7));
    assert!(printed.contains("period: 30") && printed.contains("Sha256") && printed.contains('7'), "{printed}");
    assert!(!printed.contains("opensesame") && !printed.contains("111, 112"), "{printed}");
    let code = totp(b"opensesame", 30, Algorithm::Sha1, 6).code_at(59).unwrap();
    assert!(!format!("{code:?}").contains(code.code.as_str()));
}

#[test]
fn names_have_no_control_characters() {
    for name in ["", "Contoso", "王小明 @ 公司", "a/b:c#d", &"x".repeat(10_000)] {
        assert_eq!(check_name(name), Ok(()));
    }
    for (name, position) in [("a\nb", 2), ("\u{0}", 1), ("Contoso\u{7f}", 8), ("\u{9b}31m", 1)] {
        assert_eq!(check_name(name), Err(OtpError::NameHasControlCharacter { position }), "{name:?}");
    }
}
