//! Properties of every account and every text.

use proofup_otp::{Algorithm, Kind, OtpParams, Secret};
use proofup_token_files::{Link, OtpAuth, links_in_picture, qr_svg};
use proptest::prelude::*;

use crate::pictures::{modules_of, picture_of, png};

fn names() -> impl Strategy<Value = String> {
    "\\PC{0,20}".prop_map(|name| proofup_text::name(&name))
}

fn accounts() -> impl Strategy<Value = OtpAuth> {
    let kinds = prop_oneof![
        (1_u64..=86_400).prop_map(|period| Kind::Totp { period }),
        (0_u64..=i64::MAX as u64).prop_map(|counter| Kind::Hotp { counter }),
        Just(Kind::Steam),
    ];
    let algorithms = prop_oneof![Just(Algorithm::Sha1), Just(Algorithm::Sha256), Just(Algorithm::Sha512)];
    let secrets = proptest::collection::vec(any::<u8>(), 1..=64);
    (secrets, kinds, algorithms, 1_u64..=9, names(), names())
        .prop_filter("Steam's own form of link", |(_, _, _, digits, issuer, _)| issuer != "Steam" || *digits != 5)
        .prop_map(|(secret, kind, algorithm, digits, issuer, account)| {
            let secret = Secret::from_bytes(secret).unwrap();
            let params = match kind {
                Kind::Steam => OtpParams::new(secret, kind, Algorithm::Sha1, 5),
                Kind::Totp { .. } | Kind::Hotp { .. } => OtpParams::new(secret, kind, algorithm, digits),
            };
            OtpAuth { params: params.unwrap(), issuer, account }
        })
}

proptest! {
    #[test]
    fn a_written_link_reads_back(account in accounts()) {
        let uri = account.to_uri();
        let parsed = OtpAuth::parse(&uri).unwrap();
        prop_assert_eq!(parsed.otp_auth, account, "{}", *uri);
        prop_assert!(parsed.warnings.is_empty());
    }

    #[test]
    fn no_text_makes_it_panic(text in "\\PC{0,200}", query in "[a-zA-Z0-9%&=+#:/?-]{0,200}") {
        let _ = OtpAuth::parse(&text);
        let _ = OtpAuth::parse(&format!("otpauth://totp/{text}"));
        let _ = OtpAuth::parse(&format!("otpauth://hotp/{query}?{query}&secret=MZXW6YTBOI"));
        let _ = OtpAuth::parse(&format!("otpauth://totp/?{text}"));
        let _ = OtpAuth::parse(&format!("steam://{text}"));
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn a_drawn_code_reads_back(account in accounts(), scale in 2_u32..6) {
        let svg = qr_svg(&account.to_uri()).unwrap();
        let found = links_in_picture(&png(&picture_of(&modules_of(&svg), scale))).unwrap();
        prop_assert_eq!(found.len(), 1);
        let Ok(Link::Account(read)) = &found[0] else { panic!("{found:?}") };
        prop_assert_eq!(&read.otp_auth, &account);
    }

    #[test]
    fn no_bytes_make_it_panic(noise in proptest::collection::vec(any::<u8>(), 0..2_000), format in 0_usize..5) {
        let magic: [&[u8]; 5] = [b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff\xe0", b"RIFF\x10\0\0\0WEBPVP8 ", b"GIF89a", b"BM"];
        let _ = links_in_picture(&[magic[format], &noise].concat());
    }
}
