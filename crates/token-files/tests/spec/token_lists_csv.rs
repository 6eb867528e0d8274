//! Lists of hardware tokens as CSV.

use std::collections::BTreeMap;

use proofup_otp::{Algorithm, Kind};
use proofup_token_files::{
    FileKey, TokenList, TokenListError, TokenListFormat, TokenRowFault, TokenWarning, limits, read_token_list,
};

const SIX: &str = "upn,serial number,secret key,time interval,manufacturer,model";
const THREE: &str = "serial number,secret key,time interval";
/// `12345678901234567890`, the secret of the RFCs.
const SECRET: &str = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

fn read(text: &str) -> Result<TokenList, TokenListError> {
    read_token_list(text.as_bytes(), &FileKey::None)
}

/// The fault of the one row behind the header.
fn fault(row: &str) -> TokenRowFault {
    read(&format!("{SIX}\n{row}\n")).unwrap().rows.remove(0).token.unwrap_err()
}

#[test]
fn six_columns_make_a_token() {
    let list = read(&format!("\u{FEFF}{SIX}\r\nann@contoso.example, 1234567 ,{SECRET},60,\"Acme, Inc.\",OTP c100\r\n"))
        .unwrap();
    assert_eq!(list.format, TokenListFormat::Csv);
    let token = list.rows[0].token.as_ref().unwrap();
    assert_eq!((token.serial.as_str(), token.user.as_deref()), ("1234567", Some("ann@contoso.example")));
    assert_eq!((token.manufacturer.as_str(), token.model.as_str()), ("Acme, Inc.", "OTP c100"));
    assert_eq!(token.params.kind(), Kind::Totp { period: 60 });
    assert_eq!((token.params.algorithm(), token.params.digits()), (Algorithm::Sha1, 6));
    assert_eq!(token.params.secret().expose(), b"12345678901234567890");
    assert_eq!(list.rows[0].number, 2, "the line in the file");
    assert!(!format!("{list:?}").contains("12345678901234567890"), "nothing prints a secret's bytes");
}

#[test]
fn three_columns_make_a_token_without_a_user() {
    let list = read(&format!("{THREE}\n77,{},30\n", SECRET.to_lowercase())).unwrap();
    let token = list.rows[0].token.as_ref().unwrap();
    assert_eq!((token.serial.as_str(), token.user.as_deref()), ("77", None));
}

#[test]
fn another_header_is_refused() {
    for header in [
        "",
        "serial,secret",
        "upn;serial number;secret key",
        "serial number,secret key,time interval,serial",
        "1234567,GEZDGNBVGY3TQOJQ,30",
    ] {
        let error = read(&format!("{header}\n1,{SECRET},30\n")).unwrap_err();
        assert!(matches!(error, TokenListError::WrongHeader), "{header:?}: {error}");
    }
    assert_eq!(read(&format!("{SIX}\n")).unwrap_err(), TokenListError::Empty);
    assert_eq!(read("").unwrap_err(), TokenListError::Empty);
}

#[test]
fn each_row_has_a_verdict_of_its_own() {
    assert_eq!(fault(&format!(",,{SECRET},30,,")), TokenRowFault::SerialMissing);
    assert_eq!(fault(",1,,30,,"), TokenRowFault::SecretMissing);
    assert_eq!(fault(",1,GEZDGNB1GY3TQOJQ,30,,"), TokenRowFault::SecretNotBase32 { position: 8 });
    assert_eq!(fault(",1,GEZD GNBV,30,,"), TokenRowFault::SecretNotBase32 { position: 5 });
    assert_eq!(fault(",1,GEZDGNBVG,30,,"), TokenRowFault::SecretInvalid, "no encoder writes nine symbols");
    let long = "GEZDGNBV".repeat(limits::TOKEN_SECRET_CHARACTERS / 8 + 1);
    assert_eq!(fault(&format!(",1,{long},30,,")), TokenRowFault::SecretInvalid);
    for interval in ["", "15", "31", "-30", "thirty"] {
        assert_eq!(fault(&format!(",1,{SECRET},{interval},,")), TokenRowFault::IntervalInvalid);
    }
    assert_eq!(fault(&format!(",1,{SECRET}")), TokenRowFault::Columns { found: 3, expected: 6 });
    assert_eq!(fault(&format!(",1,{SECRET},30,,,,more")), TokenRowFault::Columns { found: 8, expected: 6 });
    for serial in ["1.00013E+12", "1,5e+9", "1E+10", "10.0013E+11", "10001001.0", "10001001,00", "########"] {
        let found = serial.to_owned();
        assert_eq!(fault(&format!(",\"{serial}\",{SECRET},30,,")), TokenRowFault::SerialChanged { found });
    }
    let name = "x".repeat(limits::TOKEN_TEXT_CHARACTERS + 1);
    assert_eq!(fault(&format!(",1,{SECRET},30,{name},")), TokenRowFault::TextInvalid { field: "manufacturer" });
}

#[test]
fn columns_may_be_in_any_order() {
    for text in [
        format!("serial number,secret key,time interval,manufacturer,model\n77,{SECRET},60,Acme,Card\n"),
        format!("UPN,Serial Number,Secret Key,Time Interval,Manufacturer,Model\n,77,{SECRET},60,Acme,Card\n"),
        format!("model;manufacturer;timeinterval;secret_key;SerialNumber\nCard;Acme;60;{SECRET};77\n"),
        format!("serial number\tsecret key\ttime interval\tmanufacturer\tmodel\n77\t{SECRET}\t60\tAcme\tCard\n"),
        format!("{SIX},,\n,77,{SECRET},60,Acme,Card,,\n,,,,,,,\n"),
        format!("batch,{SIX}\n9,,77,{SECRET},60,Acme,Card\n"),
        format!("{SIX},error\n,77,{SECRET},60,Acme,Card,it was wrong\n"),
        format!(
            "\u{feff}serial\u{a0}number,secret key,time interval,model,manufacturer\n\u{200e}７７,{SECRET},60,Card,Acme\n"
        ),
    ] {
        let list = read(&text).unwrap();
        assert_eq!(list.rows.len(), 1, "{text}");
        let token = list.rows[0].token.as_ref().unwrap();
        assert_eq!((token.serial.as_str(), token.user.as_deref()), ("77", None), "{text}");
        assert_eq!((token.manufacturer.as_str(), token.model.as_str()), ("Acme", "Card"), "{text}");
        assert_eq!(token.params.kind(), Kind::Totp { period: 60 }, "{text}");
    }
}

#[test]
fn a_column_may_name_the_hash() {
    let read =
        |hash: &str| read(&format!("{THREE},hash function\n77,{SECRET},30,{hash}\n")).unwrap().rows.remove(0).token;
    assert_eq!(read("hmacsha1").unwrap().params.algorithm(), Algorithm::Sha1);
    assert_eq!(read("").unwrap().params.algorithm(), Algorithm::Sha1);
    let token = read("SHA-256").unwrap();
    assert_eq!(token.params.algorithm(), Algorithm::Sha256);
    assert_eq!(token.warnings, [TokenWarning::KeyLengthUnusual { bytes: 20 }]);
    assert_eq!(read("MD5").unwrap_err(), TokenRowFault::FeatureUnsupported { what: "MD5".to_owned() });
}

#[test]
fn a_secret_is_base32_even_if_it_could_be_hexadecimal() {
    let list = read(&format!("{SIX}\n,1234567,2234567abcdef2234567abcdef,60,Acme,Card\n,2,{SECRET},60,,\n")).unwrap();
    let token = list.rows[0].token.as_ref().unwrap();
    assert_eq!(
        token.params.secret().to_base32().as_str(),
        "2234567ABCDEF2234567ABCDEE",
        "the last two bits belong to no byte"
    );
    assert_eq!(token.warnings, [TokenWarning::SecretMayBeHexadecimal]);
    assert!(list.rows[1].token.as_ref().unwrap().warnings.is_empty());
    // This one can only be hexadecimal, which the column does not allow.
    assert!(matches!(fault(",1,3132333435363738393031323334353637383930,30,,"), TokenRowFault::SecretNotBase32 { .. }));
}

#[test]
fn a_repeated_serial_number_is_refused() {
    let list = read(&format!("{THREE}\nA1,{SECRET},30\na1,{SECRET},30\n")).unwrap();
    assert!(list.rows[0].token.is_ok());
    assert_eq!(list.rows[1].token.as_ref().unwrap_err(), &TokenRowFault::SerialRepeated { first_row: 2 });
}

#[test]
fn the_error_file_can_be_corrected_and_sent_again() {
    let list = read(&format!("{SIX}\n,1,{SECRET},30,\"Acme, Inc.\",\n,2,{SECRET},31,,\n,3,{SECRET}\n")).unwrap();
    let errors: BTreeMap<_, _> =
        list.rows.iter().filter_map(|row| Some((row.number, row.token.as_ref().err()?.to_string()))).collect();
    let file = list.error_file(&errors);
    assert_eq!(
        file.as_str(),
        format!(
            "{SIX},error\n,2,{SECRET},31,,,the time interval is neither 30 nor 60 seconds\n,3,{SECRET},,,,4 columns \
             instead of 6\n"
        )
        .replace("4 columns", "3 columns")
    );
    let corrected = file.replace(",31,", ",30,").replace(&format!(",3,{SECRET},,"), &format!(",3,{SECRET},60,"));
    let again = read(&corrected).unwrap();
    assert!(again.rows.iter().all(|row| row.token.is_ok()), "{again:?}");
}

#[test]
fn sizes_are_capped() {
    assert_eq!(
        read_token_list(&vec![b'a'; limits::TOKEN_LIST_BYTES + 1], &FileKey::None).unwrap_err(),
        TokenListError::TooLarge
    );
    let many: String = (0..=limits::TOKENS).map(|number| format!("{number},{SECRET},30\n")).collect();
    assert_eq!(read(&format!("{THREE}\n{many}")).unwrap_err(), TokenListError::TooManyTokens);
    assert_eq!(read_token_list(&[0xFF, 0xFE, 0x41], &FileKey::None).unwrap_err(), TokenListError::NotText);
}

#[test]
fn the_same_list_gives_the_same_report_whatever_ends_its_lines() {
    let list = format!("{THREE}\n11,{SECRET},30\n12,!!,30\n\n13,{SECRET},30\n11,{SECRET},30\n");
    let report = |text: &str| {
        let list = read(text).unwrap();
        let errors: BTreeMap<_, _> =
            list.rows.iter().filter_map(|row| Some((row.number, row.token.as_ref().err()?.to_string()))).collect();
        let rows: Vec<_> = list.rows.iter().map(|row| (row.number, row.token.is_ok())).collect();
        (rows, list.error_file(&errors).to_string())
    };
    let (rows, errors) = report(&list);
    assert_eq!(rows, [(2, true), (3, false), (5, true), (6, false)]);
    assert_eq!(errors.lines().count(), 3, "{errors}");
    for end in ["\r", "\r\n"] {
        assert_eq!(report(&list.replace('\n', end)), (rows.clone(), errors.clone()), "{end:?}");
    }
}

#[test]
fn a_serial_number_in_a_formula_and_an_interval_of_another_script_are_read() {
    let list = read(&format!("{THREE}\n\"=\"\"0010001001\"\"\",{SECRET},６０\n00-1.5,{SECRET},30\n")).unwrap();
    let token = list.rows[0].token.as_ref().unwrap();
    assert_eq!((token.serial.as_str(), token.params.kind()), ("0010001001", Kind::Totp { period: 60 }));
    assert_eq!(list.rows[1].token.as_ref().unwrap().serial, "00-1.5");
}
