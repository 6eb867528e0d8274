//! Claims for every secret and every moment.

use hmac::{Hmac, KeyInit, Mac};
use proofup_otp::{Algorithm, Kind, OtpCode, OtpParams, Secret, TotpMatch, Window};
use proptest::prelude::*;

fn algorithms() -> impl Strategy<Value = Algorithm> {
    prop_oneof![Just(Algorithm::Sha1), Just(Algorithm::Sha256), Just(Algorithm::Sha512)]
}

fn hash(algorithm: Algorithm, secret: &[u8], step: u64) -> Vec<u8> {
    macro_rules! hmac {
        ($hash:ty) => {{
            let mut mac = Hmac::<$hash>::new_from_slice(secret).unwrap();
            mac.update(&step.to_be_bytes());
            mac.finalize().into_bytes().to_vec()
        }};
    }
    match algorithm {
        Algorithm::Sha1 => hmac!(sha1::Sha1),
        Algorithm::Sha256 => hmac!(sha2::Sha256),
        Algorithm::Sha512 => hmac!(sha2::Sha512),
    }
}

/// RFC 4226, section 5.3 with a modulus that cannot overflow.
fn truncated(hash: &[u8], digits: u64) -> String {
    let offset = usize::from(hash[hash.len() - 1] & 15);
    let value = u64::from(u32::from_be_bytes(hash[offset..offset + 4].try_into().unwrap()) & 0x7FFF_FFFF);
    format!("{:0width$}", value % 10_u64.pow(u32::try_from(digits).unwrap()), width = digits as usize)
}

proptest! {
    #[test]
    fn codes_equal_an_independent_truncation(
        secret in proptest::collection::vec(any::<u8>(), 1..=512),
        algorithm in algorithms(),
        digits in 1_u64..=9,
        period in 1_u64..=86_400,
        time in any::<u64>(),
    ) {
        let params =
            OtpParams::new(Secret::from_bytes(secret.clone()).unwrap(), Kind::Totp { period }, algorithm, digits).unwrap();
        let code = params.code_at(time).unwrap();
        let expected = truncated(&hash(algorithm, &secret, time / period), digits);
        prop_assert_eq!(code.code.as_str(), expected.as_str());
        prop_assert!(code.valid_from <= time);
        prop_assert!(time < code.valid_until || code.valid_until == u64::MAX);
    }

    #[test]
    fn no_numbers_make_it_panic(
        secret in proptest::collection::vec(any::<u8>(), 1..=80),
        algorithm in algorithms(),
        digits in any::<u64>(),
        small_digits in 0_u64..12,
        number in any::<u64>(),
        small_number in 0_u64..90_000,
        time in any::<u64>(),
        drift in any::<i64>(),
        last in any::<Option<u64>>(),
    ) {
        let typed = OtpCode::parse("123456", 6).unwrap();
        for digits in [digits, small_digits] {
            for number in [number, small_number] {
                for kind in [Kind::Totp { period: number }, Kind::Hotp { counter: number }, Kind::Steam] {
                    let secret = Secret::from_bytes(secret.clone()).unwrap();
                    let Ok(params) = OtpParams::new(secret, kind, algorithm, digits) else { continue };
                    let _ = params.code_at(time);
                    let _ = params.code_after(time);
                    let _ = params.hotp_code();
                    let _ = params.with_next_counter();
                    let _ = params.match_totp(&typed, time, Window { steps: 1, drift }, last);
                    let _ = params.match_hotp(&typed, 3);
                }
            }
        }
    }

    #[test]
    fn a_used_step_is_never_returned(
        digits in 1_u64..=3,
        step in 100_u64..1_000_000,
        back in 0_u64..40,
        steps in 0_u32..20,
    ) {
        let secret = Secret::from_bytes(b"12345678901234567890".to_vec()).unwrap();
        let params = OtpParams::new(secret, Kind::Totp { period: 30 }, Algorithm::Sha1, digits).unwrap();
        let typed = OtpCode::parse(params.code_for_step(step).as_str(), params.digits()).unwrap();
        let last = step + 20 - back;
        match params.match_totp(&typed, step * 30, Window { steps, drift: 0 }, Some(last)) {
            TotpMatch::Fresh { step, .. } => prop_assert!(step > last),
            TotpMatch::AlreadyUsed => prop_assert!(last >= step - u64::from(steps)),
            TotpMatch::NoMatch => prop_assert!(false, "the present step is always in the window"),
        }
    }

    #[test]
    fn base32_comes_back_as_it_went(bytes in proptest::collection::vec(any::<u8>(), 1..=512)) {
        let secret = Secret::from_bytes(bytes).unwrap();
        prop_assert_eq!(Secret::from_base32(&secret.to_base32()).unwrap(), secret);
    }

    #[test]
    fn no_text_makes_base32_panic(text in ".{0,200}") {
        let _ = Secret::from_base32(&text);
        let _ = OtpCode::parse(&text, 6);
    }
}
