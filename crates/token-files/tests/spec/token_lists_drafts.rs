//! PSKC containers of the drafts before RFC 6030. The values were encrypted by another library.

use data_encoding::HEXLOWER;
use proofup_otp::Kind;
use proofup_token_files::{FileKey, TokenList, TokenListError, TokenRowFault, limits, read_token_list};
use zeroize::Zeroizing;

/// The first draft: secrets instead of keys, under a password, with digests of what is encrypted.
const FIRST: &str = r#"<?xml version="1.0"?>
<SecretContainer xmlns="http://www.openauthentication.org/OATH/2006/08/PSKC" version="1.2">
  <EncryptionMethod algorithm="PBE-3DES112-CBC"><PBESalt>c2FsdHNhbHQ=</PBESalt><PBEIterationCount>999</PBEIterationCount></EncryptionMethod>
  <DigestMethod algorithm="HMAC-SHA1"/>
  <Device><DeviceId><Manufacturer>Acme</Manufacturer><SerialNo>98765432187</SerialNo><Expiry>01/02/2008</Expiry></DeviceId>
    <Secret SecretAlgorithm="HOTP" SecretId="7"><Issuer>Contoso</Issuer>
      <Usage><ResponseFormat format="DECIMAL" length="8"/></Usage>
      <Data Name="SECRET"><Value>aW5pdHZlY3QsAUfaysASN0shjXqpKO8Dq9/MeWV9GLs=</Value><ValueDigest>yG68auNtGqzAzTsS8ORgDhPVVa4=</ValueDigest></Data>
      <Data Name="COUNTER"><Value>b3RoZXItaXbzdDjmadgI4OqigXXGjghg</Value><ValueDigest>Md+GQZNGRvPrBp71t8HGjFAxmcE=</ValueDigest></Data>
    </Secret></Device></SecretContainer>"#;

/// A later one, as a manufacturer still writes it: the IV stands apart, the digest is of the secret, and the counter is in clear.
const WITH_IV: &str = r#"<KeyContainer xmlns="urn:ietf:params:xml:ns:keyprov:container:1.0" version="1.0">
  <EncryptionMethod Algorithm="http://www.w3.org/2001/04/xmlenc#aes128-cbc"><IV>AAECAwQFBgcICQoLDA0ODw==</IV></EncryptionMethod>
  <DigestMethod Algorithm="http://www.w3.org/2000/09/xmldsig#hmac-sha1"/>
  <Device><DeviceId><Manufacturer>Acme</Manufacturer><SerialNo>0950380269</SerialNo></DeviceId>
    <Key KeyAlgorithm="http://www.ietf.org/keyprov/pskc#hotp" KeyId="0950380269">
      <Usage OTP="true"><ResponseFormat Format="DECIMAL" Length="8"/></Usage>
      <Data Name="SECRET"><Value>5wgci2UHdatrUNSnFW87HaV5/VWY08IyXyPBmohSoa8=</Value><ValueDigest>zdrZbGBj9BDZJzunbfAG3kyZyYc=</ValueDigest></Data>
      <Data Name="COUNTER"><Value>AAAAAAAAAQI=</Value></Data>
    </Key></Device></KeyContainer>"#;

/// In clear, with two keys in one device, and the elements of the RFC inside.
const IN_CLEAR: &str = r#"<KeyContainer Version="1" xmlns="urn:ietf:params:xml:ns:keyprov:pskc:1.0">
  <Device><DeviceInfo><SerialNo>1</SerialNo></DeviceInfo>
    <Key KeyAlgorithm="urn:ietf:params:xml:ns:keyprov:pskc#totp" KeyId="1"><Usage OTP="true"><ResponseFormat Length="6" Format="DECIMAL"/></Usage>
      <Data><Secret><PlainValue>
        MTIzNDU2Nzg5MDEyMzQ1Njc4OTA=
      </PlainValue></Secret><TimeInterval><PlainValue>60</PlainValue></TimeInterval></Data></Key>
    <Key KeyAlgorithm="urn:ietf:params:xml:ns:keyprov:pskc#pin" KeyId="2"><Data><Secret><PlainValue>MTIzNA==</PlainValue></Secret></Data></Key>
  </Device></KeyContainer>"#;

fn read(text: &str, key: &FileKey) -> Result<TokenList, TokenListError> {
    read_token_list(text.as_bytes(), key)
}

fn password(password: &str) -> FileKey {
    FileKey::Password(Zeroizing::new(password.to_owned()))
}

fn key() -> FileKey {
    FileKey::PreShared(Zeroizing::new(HEXLOWER.decode(b"12345678901234567890123456789012").unwrap()))
}

#[test]
fn the_first_draft_opens_with_its_password() {
    let list = read(FIRST, &password("qwerty")).unwrap();
    let token = list.rows[0].token.as_ref().unwrap();
    assert_eq!((token.serial.as_str(), token.manufacturer.as_str()), ("98765432187", "Acme"));
    assert_eq!((token.params.kind(), token.params.digits()), (Kind::Hotp { counter: 5 }, 8));
    assert_eq!(token.params.secret().expose(), b"12345678901234567890");
    assert_eq!(token.valid_until, None, "a day whose month nobody knows is no date");
}

#[test]
fn an_iv_apart_and_a_digest_of_the_secret_are_understood() {
    let list = read(WITH_IV, &key()).unwrap();
    let token = list.rows[0].token.as_ref().unwrap();
    assert_eq!((token.params.kind(), token.params.digits()), (Kind::Hotp { counter: 258 }, 8));
    assert_eq!(token.params.secret().expose(), b"12345678901234567890");
}

#[test]
fn a_draft_in_clear_needs_no_key_and_names_what_is_no_code() {
    let list = read(IN_CLEAR, &FileKey::None).unwrap();
    let token = list.rows[0].token.as_ref().unwrap();
    assert_eq!(token.params.kind(), Kind::Totp { period: 60 });
    assert_eq!(token.params.secret().expose(), b"12345678901234567890");
    assert!(matches!(list.rows[1].token, Err(TokenRowFault::KindUnsupported { .. })));
    let none =
        FIRST.replace("PBE-3DES112-CBC", "NONE").replace("aW5pdHZlY3QsAUfaysASN0shjXqpKO8Dq9/MeWV9GLs=", "MTIzNA==");
    let list = read(&none.replace("b3RoZXItaXbzdDjmadgI4OqigXXGjghg", "AAAAAAAAAAk="), &FileKey::None).unwrap();
    let token = list.rows[0].token.as_ref().unwrap();
    assert_eq!((token.params.secret().expose(), token.params.kind()), (&b"1234"[..], Kind::Hotp { counter: 9 }));
}

#[test]
fn a_wrong_key_and_a_changed_value_are_refused() {
    let wrong = read(FIRST, &password("asdfgh")).unwrap();
    assert_eq!(wrong.rows[0].token, Err(TokenRowFault::MacWrong));
    let changed = read(&FIRST.replace("aW5pdHZlY3Qs", "aW5pdHZlY3Qt"), &password("qwerty")).unwrap();
    assert_eq!(changed.rows[0].token, Err(TokenRowFault::MacWrong));
    assert_eq!(read(FIRST, &FileKey::None).unwrap_err(), TokenListError::KeyNeeded { wants: "password" });
    assert_eq!(read(FIRST, &key()).unwrap_err(), TokenListError::OtherKeyNeeded { wants: "password" });
    assert_eq!(read(WITH_IV, &FileKey::None).unwrap_err(), TokenListError::KeyNeeded { wants: "key" });
    let short = FileKey::PreShared(Zeroizing::new(vec![1; 24]));
    assert_eq!(read(WITH_IV, &short).unwrap().rows[0].token, Err(TokenRowFault::KeyLength { bytes: 16 }));
}

#[test]
fn what_a_draft_asks_for_is_bounded() {
    let rounds = FIRST.replace("999", &(limits::PBKDF2_ROUNDS + 1).to_string());
    assert_eq!(read(&rounds, &password("x")).unwrap_err(), TokenListError::TooManyRounds);
    let unknown = FIRST.replace("PBE-3DES112-CBC", "PBE-RC4");
    assert_eq!(read(&unknown, &password("x")).unwrap_err(), TokenListError::KeyMethod { method: "PBE-RC4".to_owned() });
    let newer = FIRST.replace("version=\"1.2\"", "version=\"3\"");
    assert_eq!(read(&newer, &password("x")).unwrap_err(), TokenListError::Version { found: "3".to_owned() });
}
