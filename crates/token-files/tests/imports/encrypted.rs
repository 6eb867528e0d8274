//! Encrypted files: opened with the right password, with different errors for a wrong one, a changed byte and an early
//! end.

use proofup_token_files::{Format, ImportError, NoticeKind, Opening, read_accounts};

use crate::{
    sealing::{self, Kdf, PASSWORD},
    support::{error, lines, with},
};

const ANN: &str = "Contoso|ann|GEZDGNBVGY3TQOJQ|totp 30|SHA1|6";
const AEGIS: &str = r#"{"version":3,"entries":[{"type":"totp","name":"ann","issuer":"Contoso","info":{"secret":"GEZDGNBVGY3TQOJQ","algo":"SHA1","digits":6,"period":30}}]}"#;
const TWO_FAS: &str = r#"[{"name":"Contoso","secret":"GEZDGNBVGY3TQOJQ","otp":{"account":"ann"}}]"#;
const ANDOTP: &str = r#"[{"secret":"GEZDGNBVGY3TQOJQ","issuer":"Contoso","label":"ann","type":"TOTP"}]"#;
const STRATUM: &str = r#"{"Authenticators":[{"Type":2,"Issuer":"Contoso","Username":"ann","Secret":"GEZDGNBVGY3TQOJQ","Algorithm":0,"Digits":6,"Period":30}]}"#;
const BITWARDEN: &str = r#"{"encrypted":false,"folders":[],"items":[{"type":1,"name":"Contoso","login":{"username":"ann","totp":"GEZDGNBVGY3TQOJQ"}}]}"#;
const PROTON: &str = r#"{"version":1,"entries":[{"content":{"uri":"otpauth://totp/Contoso:ann?secret=GEZDGNBVGY3TQOJQ&issuer=Contoso"}}]}"#;
const TOTP_AUTHENTICATOR: &str =
    r#"[{"issuer":"Contoso","name":"ann","key":"31323334353637383930","base":16,"digits":"6","period":"30"}]"#;

/// Each with its content, and whether its format distinguishes a wrong password from damage.
fn files() -> Vec<(&'static str, Format, Vec<u8>, bool)> {
    vec![
        ("aegis", Format::Aegis, sealing::aegis(AEGIS, 1024), true),
        ("2fas", Format::TwoFas, sealing::two_fas(TWO_FAS), true),
        ("andotp", Format::AndOtp, sealing::andotp(ANDOTP), false),
        ("andotp old", Format::AndOtp, sealing::andotp_old(ANDOTP), false),
        ("stratum", Format::Stratum, sealing::stratum(STRATUM), false),
        ("stratum legacy", Format::Stratum, sealing::stratum_legacy(STRATUM), false),
        ("bitwarden", Format::Bitwarden, sealing::bitwarden(BITWARDEN, Kdf::Pbkdf2), true),
        ("bitwarden argon2", Format::Bitwarden, sealing::bitwarden(BITWARDEN, Kdf::Argon2), true),
        ("ente", Format::Ente, sealing::ENTE.as_bytes().to_vec(), false),
        ("proton", Format::Proton, sealing::proton(PROTON), false),
        ("authy", Format::Authy, sealing::authy("GEZDGNBVGY3TQOJQ"), false),
        ("totp", Format::TotpAuthenticator, sealing::totp_authenticator(TOTP_AUTHENTICATOR, PASSWORD), false),
        ("freeotp", Format::FreeOtp, sealing::freeotp(false), false),
        ("freeotp sequence", Format::FreeOtp, sealing::freeotp(true), false),
    ]
}

#[test]
fn each_is_opened_with_its_password() {
    for (name, format, bytes, _) in files() {
        let import = read_accounts(&bytes, with(PASSWORD));
        let import = import.unwrap_or_else(|error| panic!("{name}: {error}"));
        assert_eq!((import.format, lines(&import)), (format, vec![ANN.to_owned()]), "{name}");
    }
}

#[test]
fn without_a_password_each_asks_for_one() {
    for (name, format, bytes, _) in files() {
        assert_eq!(read_accounts(&bytes, Opening::default()), Err(ImportError::PasswordNeeded { format }), "{name}");
    }
}

#[test]
fn a_wrong_password_is_never_reported_as_damage() {
    for (name, format, bytes, tells) in files() {
        let wanted =
            if tells { ImportError::PasswordWrong { format } } else { ImportError::PasswordWrongOrDamaged { format } };
        assert_eq!(error(&bytes, "wrong"), wanted, "{name}");
    }
}

#[test]
fn a_changed_byte_is_damage_where_the_format_detects_it() {
    for (name, format, mut bytes, _) in files().into_iter().filter(|(.., tells)| *tells) {
        // One base64 symbol in the middle of the content is replaced.
        let at = match format {
            Format::Aegis => find(&bytes, b"\"db\":\"") + 20,
            Format::TwoFas => find(&bytes, b"servicesEncrypted\":\"") + 20,
            _ => find(&bytes, b"\"data\":\"2.") + 60,
        };
        bytes[at] = if bytes[at] == b'A' { b'B' } else { b'A' };
        assert_eq!(error(&bytes, PASSWORD), ImportError::Damaged { format }, "{name}");
    }
}

fn find(bytes: &[u8], wanted: &[u8]) -> usize {
    bytes.windows(wanted.len()).position(|window| window == wanted).expect("it is there") + wanted.len()
}

#[test]
fn a_cut_file_is_never_read_as_a_shorter_one() {
    for (name, _, bytes, _) in files() {
        let cut = &bytes[..bytes.len() - 7];
        assert!(read_accounts(cut, with(PASSWORD)).is_err(), "{name}");
    }
}

#[test]
fn a_file_without_a_mac_has_a_notice() {
    for (name, _, bytes, _) in
        files().into_iter().filter(|(name, ..)| ["stratum legacy", "authy", "totp"].contains(name))
    {
        let import = read_accounts(&bytes, with(PASSWORD)).expect(name);
        assert_eq!(import.notices[0].kind, NoticeKind::Unauthenticated, "{name}");
    }
}

#[test]
fn a_backup_of_totp_authenticator_without_a_password_opens_without_one() {
    let bytes = sealing::totp_authenticator(TOTP_AUTHENTICATOR, "TotpAuthenticator");
    assert_eq!(lines(&read_accounts(&bytes, Opening::default()).expect("it opens")), [ANN]);
}
