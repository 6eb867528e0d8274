//! Lists of hardware tokens as PSKC. The encrypted containers are the examples of RFC 6030, figures 6 and 7.

use data_encoding::HEXLOWER;
use jiff::Timestamp;
use proofup_otp::{Algorithm, Kind};
use proofup_token_files::{
    FileKey, HardwareToken, TokenList, TokenListError, TokenRowFault, TokenWarning, limits, read_token_list,
};
use zeroize::Zeroizing;

const HOTP: &str = "urn:ietf:params:xml:ns:keyprov:pskc:hotp";
const TOTP: &str = "urn:ietf:params:xml:ns:keyprov:pskc:totp";
/// `12345678901234567890` in base64.
const SECRET: &str = "<Secret><PlainValue>MTIzNDU2Nzg5MDEyMzQ1Njc4OTA=</PlainValue></Secret>";
const DEVICE: &str = "<DeviceInfo><Manufacturer>Acme</Manufacturer><SerialNo>987654321</SerialNo></DeviceInfo>";

fn container(packages: &str) -> String {
    format!(
        r#"<?xml version="1.0"?><KeyContainer Version="1.0" xmlns="urn:ietf:params:xml:ns:keyprov:pskc">{packages}</KeyContainer>"#
    )
}

fn package(algorithm: &str, inner: &str) -> String {
    format!(r#"<KeyPackage>{DEVICE}<Key Id="K1" Algorithm="{algorithm}">{inner}</Key></KeyPackage>"#)
}

fn read(text: &str) -> Result<TokenList, TokenListError> {
    read_token_list(text.as_bytes(), &FileKey::None)
}

/// The verdict on one key.
fn verdict(algorithm: &str, inner: &str) -> Result<HardwareToken, TokenRowFault> {
    read(&container(&package(algorithm, inner))).unwrap().rows.remove(0).token
}

fn with_secret(more: &str) -> String {
    format!("{more}<Data>{SECRET}</Data>")
}

/// RFC 6030, figure 6, with parts that a test can change.
fn encrypted(cipher: &str, value: &str, mac: &str, mac_method: &str) -> String {
    format!(
        r##"<pskc:KeyContainer Version="1.0" xmlns:pskc="urn:ietf:params:xml:ns:keyprov:pskc"
            xmlns:ds="http://www.w3.org/2000/09/xmldsig#" xmlns:xenc="http://www.w3.org/2001/04/xmlenc#">
          <pskc:EncryptionKey><ds:KeyName>Pre-shared-key</ds:KeyName></pskc:EncryptionKey>
          {mac_method}
          <pskc:KeyPackage>
            <pskc:DeviceInfo><pskc:SerialNo>987654321</pskc:SerialNo></pskc:DeviceInfo>
            <pskc:Key Id="12345678" Algorithm="{HOTP}">
              <pskc:AlgorithmParameters><pskc:ResponseFormat Length="8" Encoding="DECIMAL"/></pskc:AlgorithmParameters>
              <pskc:Data><pskc:Secret><pskc:EncryptedValue>{cipher}
                <xenc:CipherData><xenc:CipherValue>{value}</xenc:CipherValue></xenc:CipherData>
              </pskc:EncryptedValue>{mac}</pskc:Secret>
              <pskc:Counter><pskc:PlainValue>0</pskc:PlainValue></pskc:Counter></pskc:Data>
            </pskc:Key>
          </pskc:KeyPackage>
        </pskc:KeyContainer>"##
    )
}

const AES_128: &str = r#"<xenc:EncryptionMethod Algorithm="http://www.w3.org/2001/04/xmlenc#aes128-cbc"/>"#;
const VALUE: &str = "AAECAwQFBgcICQoLDA0OD+cIHItlB3Wra1DUpxVvOx2lef1VmNPCMl8jwZqIUqGv";
const MAC: &str = "<pskc:ValueMAC>Su+NvtQfmvfJzF6bmQiJqoLRExc=</pskc:ValueMAC>";
const MAC_METHOD: &str = r#"<pskc:MACMethod Algorithm="http://www.w3.org/2000/09/xmldsig#hmac-sha1"><pskc:MACKey>
    <xenc:EncryptionMethod Algorithm="http://www.w3.org/2001/04/xmlenc#aes128-cbc"/>
    <xenc:CipherData><xenc:CipherValue>ESIzRFVmd4iZABEiM0RVZgKn6WjLaTC1sbeBMSvIhRejN9vJa2BOlSaMrR7I5wSX</xenc:CipherValue>
    </xenc:CipherData></pskc:MACKey></pskc:MACMethod>"#;

fn key(hex: &str) -> FileKey {
    FileKey::PreShared(Zeroizing::new(HEXLOWER.decode(hex.as_bytes()).unwrap()))
}

fn open(text: &str, key: &FileKey) -> Result<HardwareToken, TokenRowFault> {
    read_token_list(text.as_bytes(), key).unwrap().rows.remove(0).token
}

#[test]
fn a_key_in_clear_under_any_prefix() {
    let text = container(&package(
        HOTP,
        &format!(
            "<AlgorithmParameters><ResponseFormat Length=\"8\" Encoding=\"DECIMAL\"/></AlgorithmParameters>\
             <Data>{SECRET}<Counter><PlainValue>7</PlainValue></Counter></Data><UserId>ann@contoso.example</UserId>"
        ),
    ));
    let prefixed = text
        .replace("xmlns=", "xmlns:keys=")
        .replace("</", "</keys:")
        .replace('<', "<keys:")
        .replace("<keys:/keys:", "</keys:")
        .replace("<keys:?", "<?");
    for text in [text, prefixed] {
        let list = read(&text).unwrap();
        let token = list.rows[0].token.as_ref().unwrap();
        assert_eq!((token.serial.as_str(), token.manufacturer.as_str()), ("987654321", "Acme"));
        assert_eq!(token.user.as_deref(), Some("ann@contoso.example"));
        assert_eq!((token.params.kind(), token.params.digits()), (Kind::Hotp { counter: 7 }, 8));
        assert_eq!(token.params.secret().expose(), b"12345678901234567890");
    }
}

#[test]
fn intervals_and_hashes() {
    let totp = |seconds: &str, suite: &str| {
        let suite = if suite.is_empty() { String::new() } else { format!("<Suite>{suite}</Suite>") };
        verdict(
            TOTP,
            &format!(
                "<AlgorithmParameters>{suite}</AlgorithmParameters><Data>{SECRET}<TimeInterval><PlainValue>{seconds}\
                 </PlainValue></TimeInterval></Data>"
            ),
        )
    };
    assert_eq!(totp("60", "").unwrap().params.kind(), Kind::Totp { period: 60 });
    assert_eq!(totp("60", "HMAC-SHA1").unwrap().params.algorithm(), Algorithm::Sha1);
    assert_eq!(totp("45", "").unwrap_err(), TokenRowFault::IntervalInvalid);
    assert_eq!(totp("sixty", "").unwrap_err(), TokenRowFault::Unreadable { field: "TimeInterval" });
    let of_20_bytes = totp("30", "HMAC-SHA256").unwrap();
    assert_eq!(of_20_bytes.params.algorithm(), Algorithm::Sha256, "RFC 6238 recommends a length and demands none");
    assert_eq!(of_20_bytes.warnings, [TokenWarning::KeyLengthUnusual { bytes: 20 }]);
    assert!(totp("30", "HMAC-SHA1").unwrap().warnings.is_empty());
    assert_eq!(totp("30", "MD5").unwrap_err(), TokenRowFault::FeatureUnsupported { what: "MD5".to_owned() });
    assert_eq!(verdict(TOTP, &with_secret("")).unwrap().params.kind(), Kind::Totp { period: 30 });
    let of_32_bytes = "<AlgorithmParameters><Suite>HMAC-SHA-256</Suite></AlgorithmParameters><Data><Secret><PlainValue>\
         MTIzNDU2Nzg5MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTI=</PlainValue></Secret></Data>";
    assert_eq!(verdict(TOTP, of_32_bytes).unwrap().params.algorithm(), Algorithm::Sha256);
}

#[test]
fn unsupported_values_are_reported() {
    for (algorithm, name) in [
        ("urn:ietf:params:xml:ns:keyprov:pskc:pin", "urn:ietf:params:xml:ns:keyprov:pskc:pin"),
        (
            "urn:ietf:params:xml:ns:keyprov:pskc:OCRA-1:HOTP-SHA1-6:QN08",
            "urn:ietf:params:xml:ns:keyprov:pskc:OCRA-1:HOTP-SHA1-6:QN08",
        ),
        ("", ""),
    ] {
        let fault = verdict(algorithm, &with_secret("")).unwrap_err();
        assert_eq!(fault, TokenRowFault::KindUnsupported { name: name.to_owned() });
    }
    let format = |attributes: &str| {
        let format = format!("<AlgorithmParameters><ResponseFormat {attributes}/></AlgorithmParameters>");
        verdict(HOTP, &with_secret(&format)).unwrap_err()
    };
    let unsupported = |what: &str| TokenRowFault::FeatureUnsupported { what: what.to_owned() };
    assert_eq!(format(r#"Length="10""#), unsupported("10 digits"));
    assert_eq!(format(r#"Length="6" Encoding="HEXADECIMAL""#), unsupported("encoding HEXADECIMAL"));
    assert_eq!(format(r#"Length="6" CheckDigits="true""#), unsupported("CheckDigits"));
    assert_eq!(format(r#"Length="6" CheckDigits="not really""#), TokenRowFault::Unreadable { field: "CheckDigits" });
    assert_eq!(format(r#"Length="FOUR""#), TokenRowFault::Unreadable { field: "Length" });
}

#[test]
fn the_serial_number_is_never_taken_from_the_key() {
    let nameless =
        format!(r#"<KeyPackage><Key Id="12345678" Algorithm="{HOTP}"><Data>{SECRET}</Data></Key></KeyPackage>"#);
    let list = read(&container(&nameless)).unwrap();
    assert_eq!(list.rows[0].token.as_ref().unwrap_err(), &TokenRowFault::SerialMissing);
    assert_eq!(verdict(HOTP, "<KeyReference>MasterKeyLabel</KeyReference>").unwrap_err(), TokenRowFault::SecretMissing);
}

#[test]
fn an_unknown_policy_forbids_the_key() {
    let policy = |inner: &str| verdict(HOTP, &with_secret(&format!("<Policy>{inner}</Policy>")));
    let forbidden = |element: &str| TokenRowFault::Policy { element: element.to_owned() };
    assert_eq!(policy("<Moonphase>full</Moonphase>").unwrap_err(), forbidden("Moonphase"));
    assert_eq!(policy(r#"<x:KeyUsage xmlns:x="urn:x">OTP</x:KeyUsage>"#).unwrap_err(), forbidden("KeyUsage"));
    assert_eq!(policy("<KeyUsage>Integrity</KeyUsage>").unwrap_err(), forbidden("KeyUsage"));
    assert_eq!(policy(r#"<PINPolicy PINUsageMode="Prepend"/>"#).unwrap_err(), forbidden("PINPolicy"));
    assert_eq!(
        policy("<NumberOfTransactions>12</NumberOfTransactions>").unwrap_err(),
        forbidden("NumberOfTransactions")
    );
    assert!(policy(r#"<KeyUsage>OTP</KeyUsage><KeyUsage>CR</KeyUsage><PINPolicy PINUsageMode="Local"/>"#).is_ok());
}

#[test]
fn the_narrowest_dates_count() {
    let at = |text: &str| Some(text.parse::<Timestamp>().unwrap());
    let text = container(&package(
        HOTP,
        &with_secret(
            "<Policy><StartDate>2026-05-01T00:00:00Z</StartDate><ExpiryDate>2030-05-31T00:00:00</ExpiryDate></Policy>",
        ),
    ))
    .replace("</DeviceInfo>", "<ExpiryDate>2029-01-01T00:00:00+01:00</ExpiryDate></DeviceInfo>");
    let token = read(&text).unwrap().rows.remove(0).token.unwrap();
    assert_eq!(token.valid_from, at("2026-05-01T00:00:00Z"));
    assert_eq!(token.valid_until, at("2028-12-31T23:00:00Z"), "the device's own end comes first");
    let fault = verdict(HOTP, &with_secret("<Policy><StartDate>soon</StartDate></Policy>")).unwrap_err();
    assert_eq!(fault, TokenRowFault::Unreadable { field: "StartDate" });
}

#[test]
fn an_encrypted_key_opens_after_its_mac_was_checked() {
    let file = encrypted(AES_128, VALUE, MAC, MAC_METHOD);
    let token = open(&file, &key("12345678901234567890123456789012")).unwrap();
    assert_eq!(token.params.secret().expose(), b"12345678901234567890");
    // One changed bit in the ciphertext, in the MAC, and in the key.
    let other_value = VALUE.replace("D+cI", "D+cJ");
    let right = key("12345678901234567890123456789012");
    assert_eq!(open(&encrypted(AES_128, &other_value, MAC, MAC_METHOD), &right).unwrap_err(), TokenRowFault::MacWrong);
    let other_mac = MAC.replace("Su+N", "Su+O");
    assert_eq!(open(&encrypted(AES_128, VALUE, &other_mac, MAC_METHOD), &right).unwrap_err(), TokenRowFault::MacWrong);
    for last in 0..=255_u8 {
        let other = open(&file, &key(&format!("123456789012345678901234567890{last:02x}")));
        assert!(last == 0x12 || other == Err(TokenRowFault::MacWrong), "a wrong key is never called damage: {other:?}");
    }
    assert_eq!(open(&file, &key("1234")).unwrap_err(), TokenRowFault::KeyLength { bytes: 16 });
}

#[test]
fn without_a_mac_nothing_is_decrypted() {
    let right = key("12345678901234567890123456789012");
    assert_eq!(open(&encrypted(AES_128, VALUE, "", MAC_METHOD), &right).unwrap_err(), TokenRowFault::MacMissing);
    assert_eq!(open(&encrypted(AES_128, VALUE, MAC, ""), &right).unwrap_err(), TokenRowFault::MacMissing);
    let unknown = MAC_METHOD.replace("hmac-sha1", "hmac-md5");
    assert_eq!(
        open(&encrypted(AES_128, VALUE, MAC, &unknown), &right).unwrap_err(),
        TokenRowFault::MacUnsupported { name: "http://www.w3.org/2000/09/xmldsig#hmac-md5".to_owned() }
    );
    assert_eq!(
        open(&encrypted("", VALUE, MAC, MAC_METHOD), &right).unwrap_err(),
        TokenRowFault::CipherUnsupported { name: String::new() }
    );
    let camellia = AES_128.replace("aes128-cbc", "camellia128-cbc");
    assert_eq!(
        open(&encrypted(&camellia, VALUE, MAC, MAC_METHOD), &right).unwrap_err(),
        TokenRowFault::CipherUnsupported { name: "http://www.w3.org/2001/04/xmlenc#camellia128-cbc".to_owned() }
    );
}

/// RFC 6030, figure 7: the key comes from the password `qwerty`.
fn from_password(parameters: &str) -> String {
    let derived = format!(
        r##"<xenc11:DerivedKey xmlns:xenc11="http://www.w3.org/2009/xmlenc11#"><xenc11:KeyDerivationMethod
          Algorithm="http://www.rsasecurity.com/rsalabs/pkcs/schemas/pkcs-5v2-0#pbkdf2">
          <pkcs5:PBKDF2-params xmlns:pkcs5="http://www.rsasecurity.com/rsalabs/pkcs/schemas/pkcs-5v2-0#">{parameters}
          </pkcs5:PBKDF2-params></xenc11:KeyDerivationMethod></xenc11:DerivedKey>"##
    );
    encrypted(
        AES_128,
        "oTvo+S22nsmS2Z/RtcoF8Hfh+jzMe0RkiafpoDpnoZTjPYZu6V+A4aEn032yCr4f",
        "<pskc:ValueMAC>LP6xMvjtypbfT9PdkJhBZ+D6O4w=</pskc:ValueMAC>",
        &MAC_METHOD.replace(
            "ESIzRFVmd4iZABEiM0RVZgKn6WjLaTC1sbeBMSvIhRejN9vJa2BOlSaMrR7I5wSX",
            "2GTTnLwM3I4e5IO5FkufoOEiOhNj91fhKRQBtBJYluUDsPOLTfUvoU2dStyOwYZx",
        ),
    )
    .replace("<ds:KeyName>Pre-shared-key</ds:KeyName>", &derived)
}

const PARAMETERS: &str = "<Salt><Specified>Ej7/PEpyEpw=</Specified></Salt><IterationCount>1000</IterationCount>\
     <KeyLength>16</KeyLength><PRF/>";

#[test]
fn derives_the_key_from_a_password() {
    let password = |text: &str| FileKey::Password(Zeroizing::new(text.to_owned()));
    let token = open(&from_password(PARAMETERS), &password("qwerty")).unwrap();
    assert_eq!(token.params.secret().expose(), b"12345678901234567890");
    let wrong = open(&from_password(PARAMETERS), &password("qwertz")).unwrap_err();
    assert!(matches!(wrong, TokenRowFault::MacWrong | TokenRowFault::NotDecrypted), "{wrong}");

    let error =
        |parameters: &str, key: &FileKey| read_token_list(from_password(parameters).as_bytes(), key).unwrap_err();
    assert_eq!(error(PARAMETERS, &FileKey::None), TokenListError::KeyNeeded { wants: "password" });
    assert_eq!(error(PARAMETERS, &key("00")), TokenListError::OtherKeyNeeded { wants: "password" });
    let rounds = PARAMETERS.replace(">1000<", &format!(">{}<", limits::PBKDF2_ROUNDS + 1));
    assert_eq!(error(&rounds, &password("qwerty")), TokenListError::TooManyRounds);
    assert_eq!(error("", &password("qwerty")), TokenListError::Derivation { field: "Salt" });
    let length = PARAMETERS.replace(">16<", ">1000000000<");
    assert_eq!(error(&length, &password("qwerty")), TokenListError::Derivation { field: "KeyLength" });
}

#[test]
fn a_file_that_is_not_a_container_is_refused_with_its_position() {
    let doctype =
        format!("<!DOCTYPE k [<!ENTITY a \"aaaa\">]>{}", container("").replace("<?xml version=\"1.0\"?>", ""));
    assert_eq!(read(&doctype).unwrap_err(), TokenListError::Doctype);
    assert!(matches!(
        read("<KeyContainer>\n  <Key></KeyContainer>").unwrap_err(),
        TokenListError::NotXml { line: 2, .. }
    ));
    let entity = container(&package(HOTP, "&secret;"));
    assert!(matches!(read(&entity).unwrap_err(), TokenListError::NotXml { .. }));
    assert_eq!(read("<Keys/>").unwrap_err(), TokenListError::NoContainer);
    let newer = container("").replace("Version=\"1.0\" xmlns", "Version=\"1.2\" xmlns");
    assert_eq!(read(&newer).unwrap_err(), TokenListError::Version { found: "1.2".to_owned() });
    assert_eq!(read(&container("")).unwrap_err(), TokenListError::Empty);
}

#[test]
fn hostile_xml_is_refused() {
    let deep = format!("{}{}", "<a>".repeat(400_000), "</a>".repeat(400_000));
    assert!(read(&container(&deep)).is_err());
    let many = package(HOTP, "").repeat(limits::TOKENS + 1);
    assert_eq!(read(&container(&many)).unwrap_err(), TokenListError::TooManyTokens);
}

#[test]
fn a_signature_is_reported() {
    let signed = container(&format!(
        "{}<ds:Signature xmlns:ds=\"http://www.w3.org/2000/09/xmldsig#\"/>",
        package(HOTP, &with_secret(""))
    ));
    let list = read(&signed).unwrap();
    assert!(list.signed && list.rows[0].token.is_ok());
}

#[test]
fn the_error_file_names_the_keys() {
    let list = read(&container(&package("urn:other", &with_secret("")))).unwrap();
    let errors = [(1, list.rows[0].token.as_ref().unwrap_err().to_string())].into();
    let expected = "key,serial number,error\n1,987654321,\"keys of kind \"\"urn:other\"\" are not supported\"\n";
    assert_eq!(list.error_file(&errors).as_str(), expected);
}

/// The number 5 under AES-128-CBC and HMAC-SHA1, both with the key `000102…0f`: as eight bytes, and as a digit.
const ENCRYPTED_FIVE: [(&str, &str); 2] = [
    ("EBESExQVFhcYGRobHB0eH7Z581TsPlgPbLfPAwtDTMk=", "2sQVQU9cmT8k9fsooEdS0yKENP0="),
    ("ICEiIyQlJicoKSorLC0uL997ZMZyIBgelo9qOW52W/k=", "B6CmuXTTgh7szKHaTZvml/N1AtM="),
];

/// A container whose counter is encrypted.
fn with_encrypted_counter(counter: &str, mac: &str) -> String {
    format!(
        r##"<KeyContainer Version="1.0" xmlns="urn:ietf:params:xml:ns:keyprov:pskc"
            xmlns:ds="http://www.w3.org/2000/09/xmldsig#" xmlns:xenc="http://www.w3.org/2001/04/xmlenc#">
          <EncryptionKey><ds:KeyName>Transport key</ds:KeyName></EncryptionKey>
          <MACMethod Algorithm="http://www.w3.org/2000/09/xmldsig#hmac-sha1"/>
          <KeyPackage><DeviceInfo><SerialNo>A1</SerialNo></DeviceInfo>
            <Key Id="A1" Algorithm="{HOTP}"><Data>{SECRET}<Counter><EncryptedValue>{AES_128}
              <xenc:CipherData><xenc:CipherValue>{counter}</xenc:CipherValue></xenc:CipherData>
            </EncryptedValue><ValueMAC>{mac}</ValueMAC></Counter></Data></Key>
          </KeyPackage></KeyContainer>"##
    )
}

#[test]
fn reads_an_encrypted_counter_as_bytes_or_as_digits() {
    let key = FileKey::PreShared(Zeroizing::new(HEXLOWER.decode(b"000102030405060708090a0b0c0d0e0f").unwrap()));
    for (counter, mac) in ENCRYPTED_FIVE {
        let list = read_token_list(with_encrypted_counter(counter, mac).as_bytes(), &key).unwrap();
        assert_eq!(list.rows[0].token.as_ref().unwrap().params.kind(), Kind::Hotp { counter: 5 }, "{counter}");
        let forged = read_token_list(with_encrypted_counter(counter, "AAAA").as_bytes(), &key).unwrap();
        assert_eq!(forged.rows[0].token.as_ref().unwrap_err(), &TokenRowFault::MacWrong);
    }
}

#[test]
fn a_container_that_ends_too_early_is_refused() {
    let whole = container(&package(HOTP, &with_secret("")));
    let cut = whole.strip_suffix("</KeyContainer>").unwrap();
    assert_eq!(read(cut).unwrap_err(), TokenListError::EndsTooEarly { line: cut.trim_end().lines().count() });
    let in_a_tag = &whole[..whole.find("<pskc:SerialNo").unwrap_or(whole.len() / 2) + 5];
    let Err(TokenListError::EndsTooEarly { line }) = read(&format!("\n\n{in_a_tag}\n")) else { panic!("{in_a_tag}") };
    assert_eq!(line, in_a_tag.lines().count() + 2);
}

#[test]
fn a_key_is_taken_as_it_is_pasted() {
    let file = encrypted(AES_128, VALUE, MAC, MAC_METHOD);
    for pasted in [
        "12345678901234567890123456789012",
        "12 34 56 78 90 12 34 56 78 90 12 34 56 78 90 12",
        "12:34:56:78:90:12:34:56:78:90:12:34:56:78:90:12\n",
        "12345678-9012-3456-7890-123456789012",
        "0x12345678901234567890123456789012",
        "\u{200b}12345678901234567890\u{a0}123456789012",
        "１２３４５６７８９０１２３４５６７８９０１２３４５６７８９０１２",
    ] {
        let key = FileKey::from_hexadecimal(pasted).unwrap_or_else(|| panic!("{pasted:?}"));
        assert_eq!(open(&file, &key).unwrap().params.secret().expose(), b"12345678901234567890", "{pasted:?}");
    }
    for none in ["", "0x", "123", "12g4", "0x0x12"] {
        assert!(FileKey::from_hexadecimal(none).is_none(), "{none:?}");
    }
}

#[test]
fn a_token_whose_person_cannot_be_read_is_nobodys() {
    let user = format!("<UserId>{}</UserId>", "CN=".repeat(50));
    let token = verdict(HOTP, &with_secret(&user)).unwrap();
    assert_eq!((token.user, token.warnings), (None, vec![TokenWarning::UserUnreadable]));
}
