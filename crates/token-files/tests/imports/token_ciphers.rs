//! Ciphers of PSKC besides AES-CBC: AES key wrap with the vectors of RFC 3394, and 3DES-CBC.

use cbc::cipher::{BlockModeEncrypt as _, KeyIvInit as _, block_padding::Pkcs7};
use data_encoding::{BASE64, HEXUPPER};
use hmac::{Hmac, KeyInit as _, Mac as _};
use proofup_token_files::{FileKey, TokenRowFault, read_token_list};
use sha1::Sha1;

fn hex(text: &str) -> Vec<u8> {
    HEXUPPER.decode(text.as_bytes()).expect("hexadecimal")
}

/// One HOTP key, whose secret is encrypted with this cipher.
fn container(cipher: &str, sealed: &[u8], mac: &str) -> String {
    let method =
        if mac.is_empty() { "" } else { "<p:MACMethod Algorithm=\"http://www.w3.org/2000/09/xmldsig#hmac-sha1\"/>" };
    let sealed = BASE64.encode(sealed);
    format!(
        "<p:KeyContainer Version=\"1.0\" xmlns:p=\"urn:ietf:params:xml:ns:keyprov:pskc\" xmlns:x=\"http://www.w3.org/2001/04/xmlenc#\" \
         xmlns:d=\"http://www.w3.org/2000/09/xmldsig#\"><p:EncryptionKey><d:KeyName>K</d:KeyName></p:EncryptionKey>{method}<p:KeyPackage>\
         <p:DeviceInfo><p:SerialNo>1</p:SerialNo></p:DeviceInfo><p:Key Id=\"1\" Algorithm=\"urn:ietf:params:xml:ns:keyprov:pskc:hotp\"><p:Data>\
         <p:Secret><p:EncryptedValue><x:EncryptionMethod Algorithm=\"http://www.w3.org/2001/04/xmlenc#{cipher}\"/><x:CipherData>\
         <x:CipherValue>{sealed}</x:CipherValue></x:CipherData></p:EncryptedValue>{mac}</p:Secret><p:Counter><p:PlainValue>0</p:PlainValue>\
         </p:Counter></p:Data></p:Key></p:KeyPackage></p:KeyContainer>"
    )
}

fn opened(file: &str, key: &[u8]) -> Result<Vec<u8>, TokenRowFault> {
    let list = read_token_list(file.as_bytes(), &FileKey::PreShared(key.to_vec().into())).expect("it is read");
    let token = list.rows.into_iter().next().expect("one row").token?;
    Ok(token.params.secret().expose().to_vec())
}

#[test]
fn keys_wrapped_as_in_rfc_3394_open_without_a_mac() {
    let data = "00112233445566778899AABBCCDDEEFF";
    for (cipher, key, wrapped) in [
        ("kw-aes128", "000102030405060708090A0B0C0D0E0F", "1FA68B0A8112B447AEF34BD8FB5A7B829D3E862371D2CFE5"),
        (
            "kw-aes192",
            "000102030405060708090A0B0C0D0E0F1011121314151617",
            "96778B25AE6CA435F92B5B97C050AED2468AB8A17AD84E5D",
        ),
        (
            "kw-aes256",
            "000102030405060708090A0B0C0D0E0F101112131415161718191A1B1C1D1E1F",
            "64E8C3F9CE0F5BA263E9777905818A2A93C8191E7D6E8AE7",
        ),
    ] {
        let file = container(cipher, &hex(wrapped), "");
        assert_eq!(opened(&file, &hex(key)), Ok(hex(data)), "{cipher}");
        let mut other = hex(key);
        other[0] ^= 1;
        assert_eq!(opened(&file, &other), Err(TokenRowFault::MacWrong), "{cipher}");
        assert_eq!(opened(&file, &[1; 7]), Err(TokenRowFault::KeyLength { bytes: hex(key).len() }), "{cipher}");
    }
}

#[test]
fn triple_des_opens_with_two_or_three_keys_after_its_mac() {
    for key in [vec![0x12; 16], (0..24).collect()] {
        let three: Vec<u8> = key.iter().chain(&key).take(24).copied().collect();
        let iv = [9; 8];
        let cipher = cbc::Encryptor::<des::TdesEde3>::new_from_slices(&three, &iv).expect("key and IV");
        let sealed = [&iv[..], &cipher.encrypt_padded_vec::<Pkcs7>(b"12345678901234567890")].concat();
        let mac = Hmac::<Sha1>::new_from_slice(&key).expect("any length").chain_update(&sealed).finalize().into_bytes();
        let mac = format!("<p:ValueMAC>{}</p:ValueMAC>", BASE64.encode(&mac));
        assert_eq!(opened(&container("tripledes-cbc", &sealed, &mac), &key), Ok(b"12345678901234567890".to_vec()));
        assert_eq!(opened(&container("tripledes-cbc", &sealed, ""), &key), Err(TokenRowFault::MacMissing));
        let fault = opened(&container("tripledes-cbc", &sealed, &mac), &[1; 5]);
        assert_eq!(fault, Err(TokenRowFault::KeyLength { bytes: 24 }));
    }
}

#[test]
fn a_password_makes_the_key_however_a_keyboard_spells_it() {
    let derived = "<p:DerivedKey><p:KeyDerivationMethod Algorithm=\"http://www.rsasecurity.com/rsalabs/pkcs/schemas/pkcs-5v2-0#pbkdf2\">\
        <p:PBKDF2-params><p:Salt><p:Specified>Ej7/PEpyEpw=</p:Specified></p:Salt><p:IterationCount>1000</p:IterationCount>\
        <p:KeyLength>24</p:KeyLength></p:PBKDF2-params></p:KeyDerivationMethod></p:DerivedKey>";
    let salt = BASE64.decode(b"Ej7/PEpyEpw=").expect("base64");
    let spellings = ["Gr\u{fc}n\u{a0}4711", "Gru\u{308}n\u{a0}4711", "Gr\u{fc}n 4711"];
    for written in [spellings[1], spellings[2]] {
        let mut key = [0; 24];
        pbkdf2::pbkdf2_hmac::<Sha1>(written.as_bytes(), &salt, 1000, &mut key);
        let cipher = cbc::Encryptor::<des::TdesEde3>::new_from_slices(&key, &[9; 8]).expect("key and IV");
        let sealed = [&[9; 8][..], &cipher.encrypt_padded_vec::<Pkcs7>(b"12345678901234567890")].concat();
        let mac = Hmac::<Sha1>::new_from_slice(&key).expect("any length").chain_update(&sealed).finalize().into_bytes();
        let mac = format!("<p:ValueMAC>{}</p:ValueMAC>", BASE64.encode(&mac));
        let file = container("tripledes-cbc", &sealed, &mac).replace("<d:KeyName>K</d:KeyName>", derived);
        for typed in [spellings[0], written] {
            let password = FileKey::Password(typed.to_owned().into());
            let list = read_token_list(file.as_bytes(), &password).expect("it is read");
            assert!(list.rows[0].token.is_ok(), "{written:?} typed as {typed:?}: {:?}", list.rows[0].token);
        }
        let wrong =
            read_token_list(file.as_bytes(), &FileKey::Password("Grün 4712".to_owned().into())).expect("it is read");
        assert_eq!(wrong.rows[0].token, Err(TokenRowFault::MacWrong));
    }
}
