//! Steam's five characters.

use hmac::{Hmac, KeyInit, Mac};
use proofup_otp::{Algorithm, Kind, OtpError, OtpParams, Secret};
use sha1::Sha1;

fn steam(secret: &[u8]) -> OtpParams {
    OtpParams::new(Secret::from_bytes(secret.to_vec()).unwrap(), Kind::Steam, Algorithm::Sha1, 5).unwrap()
}

/// Steam's rule, written down a second time: least significant symbol first.
fn by_hand(secret: &[u8], step: u64) -> String {
    let mut mac = Hmac::<Sha1>::new_from_slice(secret).unwrap();
    mac.update(&step.to_be_bytes());
    let hash = mac.finalize().into_bytes();
    let offset = usize::from(hash[19] & 15);
    let mut value = u64::from(u32::from_be_bytes(hash[offset..offset + 4].try_into().unwrap()) & 0x7FFF_FFFF);
    (0..5)
        .map(|_| {
            let symbol = b"23456789BCDFGHJKMNPQRTVWXY"[(value % 26) as usize];
            value /= 26;
            char::from(symbol)
        })
        .collect()
}

#[test]
fn makes_the_codes_that_other_authenticators_publish() {
    let params =
        |secret: &str| OtpParams::new(Secret::from_base32(secret).unwrap(), Kind::Steam, Algorithm::Sha1, 5).unwrap();
    let known = params("63BEDWCQZKTQWPESARIERL5DTTQFCJTK");
    for (time, expected) in [(1_511_200_518, "FR8RV"), (1_511_200_714, "9P3VP")] {
        assert_eq!(known.code_at(time).unwrap().code.as_str(), expected);
    }
    let zeros = steam(&[0; 20]);
    assert_eq!(zeros.code_for_step(0).as_str(), "RYH4D");
    assert_eq!(zeros.code_for_step(1).as_str(), "DR2DK");
}

#[test]
fn agrees_with_the_rule_written_by_hand() {
    for step in 0..500 {
        let secret = step.to_string().repeat(4);
        let code = steam(secret.as_bytes()).code_for_step(step);
        assert_eq!(code.as_str(), by_hand(secret.as_bytes(), step));
    }
}

#[test]
fn lasts_thirty_seconds_like_any_other_code() {
    let code = steam(b"12345678901234567890").code_at(59).unwrap();
    assert_eq!((code.valid_from, code.valid_until), (30, 60));
}

#[test]
fn refuses_other_digits_and_other_hashes() {
    let secret = || Secret::from_bytes(vec![1; 20]).unwrap();
    assert_eq!(
        OtpParams::new(secret(), Kind::Steam, Algorithm::Sha1, 6),
        Err(OtpError::DigitsOutOfRange { digits: 6 })
    );
    assert_eq!(
        OtpParams::new(secret(), Kind::Steam, Algorithm::Sha256, 5),
        Err(OtpError::SteamNeedsSha1 { algorithm: Algorithm::Sha256 })
    );
}
