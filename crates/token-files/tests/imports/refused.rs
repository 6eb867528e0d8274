//! Refused files and their errors.

use proofup_otp::OtpError;
use proofup_token_files::{EntryFault, Format, ImportError, Opening, TokenFileError, read_accounts, recognise};

use crate::support::{lines, read};

#[test]
fn a_bad_row_does_not_affect_the_others() {
    let good = r#"{"type":"totp","name":"ann","issuer":"Contoso","info":{"secret":"GEZDGNBVGY3TQOJQ","algo":"SHA1","digits":6,"period":30}}"#;
    let bad = [
        (r#"{"type":"motp","name":"m","issuer":"","info":{"secret":"GEZD"}}"#, TokenFileError::MobileOtp),
        (r#"{"type":"yandex","name":"y","issuer":"","info":{"secret":"GEZD"}}"#, TokenFileError::Yandex),
        (
            r#"{"type":"ocra","name":"o","issuer":"","info":{"secret":"GEZD"}}"#,
            TokenFileError::UnknownType { kind: "ocra".to_owned() },
        ),
        (
            r#"{"type":"totp","name":"a","issuer":"","info":{"secret":"GEZD","algo":"SHA3"}}"#,
            OtpError::UnknownAlgorithm { name: "SHA3".to_owned() }.into(),
        ),
        (
            r#"{"type":"totp","name":"d","issuer":"","info":{"secret":"GEZD","digits":12}}"#,
            OtpError::DigitsOutOfRange { digits: 12 }.into(),
        ),
        (
            r#"{"type":"totp","name":"n","issuer":"","info":{"secret":"GEZD","digits":-6}}"#,
            TokenFileError::NotANumber { field: "digits", value: "-6".to_owned() },
        ),
        (
            r#"{"type":"totp","name":"p","issuer":"","info":{"secret":"GEZD","period":0}}"#,
            OtpError::PeriodOutOfRange { period: 0 }.into(),
        ),
        (
            r#"{"type":"totp","name":"b","issuer":"","info":{"secret":"GE8D"}}"#,
            OtpError::SecretNotBase32 { character: '8', position: 3 }.into(),
        ),
        (r#"{"type":"totp","name":"s","issuer":"","info":{}}"#, TokenFileError::SecretMissing),
    ];
    for (row, fault) in bad {
        let file = format!(r#"{{"version":1,"header":{{}},"db":{{"version":3,"entries":[{good},{row},{good}]}}}}"#);
        let import = read(&file);
        assert_eq!(lines(&import).len(), 2, "{row}");
        assert_eq!((import.rejected.len(), import.rejected[0].index), (1, 2), "{row}");
        assert_eq!(import.rejected[0].fault, EntryFault::Account(fault), "{row}");
    }
}

#[test]
fn a_newer_version_is_named() {
    for (format, found, file) in [
        (Format::Aegis, "2", r#"{"version":2,"header":{},"db":{}}"#),
        (Format::Aegis, "4", r#"{"version":1,"header":{},"db":{"version":4,"entries":[]}}"#),
        (Format::TwoFas, "5", r#"{"schemaVersion":5,"services":[]}"#),
        (Format::Proton, "2", r#"{"version":2,"entries":[]}"#),
        (Format::LastPass, "4", r#"{"version":4,"accounts":[],"folders":[]}"#),
        (Format::Ente, "2", r#"{"version":2,"kdfParams":{},"encryptedData":"","encryptionNonce":""}"#),
        (Format::Proofup, "2", r#"{"proofup":2,"accounts":[]}"#),
    ] {
        let error = read_accounts(file.as_bytes(), Opening::default());
        assert_eq!(error, Err(ImportError::VersionUnsupported { format, found: found.to_owned() }), "{file}");
    }
}

#[test]
fn files_that_only_their_own_program_opens_are_reported() {
    let restricted = r#"{"encrypted":true,"data":"2.a|b|c"}"#;
    let biometric =
        r#"{"version":1,"header":{"slots":[{"type":2,"key":"00"}],"params":{"nonce":"00","tag":"00"}},"db":"AAAA"}"#;
    for (format, what, file) in
        [(Format::Bitwarden, "account_restricted", restricted), (Format::Aegis, "biometrics_only", biometric)]
    {
        let error = read_accounts(file.as_bytes(), Opening { password: Some("x"), ..Opening::default() });
        assert_eq!(error, Err(ImportError::VariantUnsupported { format, what }));
    }
}

#[test]
fn an_incomplete_file_is_damaged_and_other_files_are_not_recognised() {
    let cut = r#"{"version":1,"header":{},"db":{"version":3}}"#;
    assert_eq!(read_accounts(cut.as_bytes(), Opening::default()), Err(ImportError::Damaged { format: Format::Aegis }));
    let aegis = r#"{"version":1,"header":{"slots":null,"params":null},"db":{"version":3,"entries":[{"type":"totp","na"#;
    assert_eq!(
        read_accounts(aegis.as_bytes(), Opening::default()),
        Err(ImportError::Damaged { format: Format::Aegis })
    );
    let bitwarden = r#"{"encrypted":false,"folders":[],"items":[{"id":"1","#;
    let damaged = Err(ImportError::Damaged { format: Format::Bitwarden });
    assert_eq!(read_accounts(bitwarden.as_bytes(), Opening::default()), damaged);
    for other in ["", "hello", "{}", "[]", "<map></map>", "a,b,c\n1,2,3\n", "{\"version\":1", "https://example.com/"] {
        assert_eq!(recognise(other.as_bytes()), None, "{other}");
        assert_eq!(read_accounts(other.as_bytes(), Opening::default()), Err(ImportError::Unrecognised), "{other}");
    }
}

#[test]
fn a_document_type_is_never_read() {
    let file = "<!DOCTYPE map [<!ENTITY a \"x\">]><map><string name=\"STATIC_TOTP_CODES_LIST\">[]</string></map>";
    assert_eq!(read_accounts(file.as_bytes(), Opening::default()), Err(ImportError::Unrecognised));
}

#[test]
fn no_error_prints_a_secret() {
    let import =
        read("otpauth://totp/Contoso:ann?secret=GEZDGNBVGY3TQOJQ\notpauth://totp/Ben?secret=MFRGGZDFMZTWQ2LK8\n");
    let printed = format!("{import:?} {}", import.rejected[0].fault);
    assert!(!printed.contains("GEZDGNBV") && !printed.contains("MFRGG"), "{printed}");
}
