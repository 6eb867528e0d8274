//! Writing links.

use proofup_otp::{Algorithm, Kind, OtpParams, Secret};
use proofup_token_files::OtpAuth;

fn account(issuer: &str, account: &str, kind: Kind, digits: u64) -> OtpAuth {
    let secret = Secret::from_bytes(b"foobar".to_vec()).unwrap();
    let params = OtpParams::new(secret, kind, Algorithm::Sha1, digits).unwrap();
    OtpAuth { params, issuer: issuer.to_owned(), account: account.to_owned() }
}

#[test]
fn the_issuer_is_in_the_label_and_in_the_parameter() {
    assert_eq!(
        &*account("Contoso Ltd", "anna@contoso.com", Kind::Totp { period: 30 }, 6).to_uri(),
        "otpauth://totp/Contoso%20Ltd:anna@contoso.com?secret=MZXW6YTBOI&issuer=Contoso%20Ltd&algorithm=SHA1&digits=6&period=30"
    );
}

#[test]
fn every_kind_has_its_own_parameters() {
    assert_eq!(
        &*account("", "x", Kind::Hotp { counter: 7 }, 8).to_uri(),
        "otpauth://hotp/x?secret=MZXW6YTBOI&algorithm=SHA1&digits=8&counter=7"
    );
    assert_eq!(
        &*account("Steam", "x", Kind::Steam, 5).to_uri(),
        "otpauth://steam/Steam:x?secret=MZXW6YTBOI&issuer=Steam&algorithm=SHA1&digits=5"
    );
}

#[test]
fn colons_in_names_survive() {
    for (issuer, name) in [("", "@anna:example.org"), ("a:b", "c:d"), ("", ":x"), ("i", ""), ("", "")] {
        let written = account(issuer, name, Kind::Totp { period: 60 }, 7);
        let read = OtpAuth::parse(&written.to_uri()).unwrap();
        assert_eq!(read.otp_auth, written, "{}", *written.to_uri());
        assert_eq!(read.warnings, []);
    }
}
