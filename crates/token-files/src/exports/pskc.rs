//! A PSKC container (RFC 6030) for administrators: the secrets under a password (PBKDF2, AES-256-CBC), each with its MAC.

use aes::Aes256;
use cbc::{
    Encryptor,
    cipher::{BlockModeEncrypt as _, KeyIvInit as _, block_padding::Pkcs7},
};
use data_encoding::BASE64;
use hmac::{Hmac, KeyInit as _, Mac as _};
use proofup_otp::{Algorithm, Kind};
use sha2::Sha256;
use zeroize::Zeroizing;

use super::{Exported, Outgoing, markup};

/// A fifth of what a reader of ours accepts.
const ROUNDS: u32 = 200_000;

/// What encrypts the values of one file.
struct Sealer<'a> {
    key: Zeroizing<[u8; 32]>,
    mac_key: Zeroizing<[u8; 32]>,
    random: &'a mut dyn FnMut(&mut [u8]),
}

pub(super) fn write(accounts: &[Outgoing], password: &str, random: &mut dyn FnMut(&mut [u8])) -> Option<Exported> {
    let mut salt = [0; 16];
    random(&mut salt);
    let mut sealer = Sealer { key: Zeroizing::default(), mac_key: Zeroizing::default(), random };
    pbkdf2::pbkdf2_hmac::<Sha256>(password.as_bytes(), &salt, ROUNDS, &mut *sealer.key);
    (sealer.random)(&mut *sealer.mac_key);

    let texts =
        |account: &Outgoing| 2048 + markup::room(&account.otp_auth.issuer) + markup::room(&account.otp_auth.account);
    let mut xml = Zeroizing::new(String::with_capacity(4096 + accounts.iter().map(texts).sum::<usize>()));
    push_start(&mut xml, &salt);
    let mac_key = sealer.mac_key.clone();
    sealer.push_encrypted(&mut xml, "MACKey", &*mac_key)?;
    xml.push_str("</MACMethod>\n");
    let mut left_out = Vec::new();
    for (place, account) in accounts.iter().enumerate() {
        if account.otp_auth.params.kind() == Kind::Steam {
            left_out.push(place);
        } else {
            push_package(&mut xml, place + 1, account, &mut sealer)?;
        }
    }
    xml.push_str("</KeyContainer>\n");
    let mut bytes = Zeroizing::new(Vec::with_capacity(xml.len()));
    bytes.extend_from_slice(xml.as_bytes());
    Some(Exported { bytes, left_out })
}

/// The parts of `PBKDF2-params` are in no namespace (RFC 6030, figure 7), so each leaves that of the document.
fn push_start(xml: &mut Zeroizing<String>, salt: &[u8]) {
    xml.push_str(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<KeyContainer Version=\"1.0\" \
         xmlns=\"urn:ietf:params:xml:ns:keyprov:pskc\" xmlns:ds=\"http://www.w3.org/2000/09/xmldsig#\" \
         xmlns:xenc=\"http://www.w3.org/2001/04/xmlenc#\" xmlns:xenc11=\"http://www.w3.org/2009/xmlenc11#\" \
         xmlns:pkcs5=\"http://www.rsasecurity.com/rsalabs/pkcs/schemas/pkcs-5v2-0#\">\n\
         <EncryptionKey><xenc11:DerivedKey><xenc11:KeyDerivationMethod \
         Algorithm=\"http://www.rsasecurity.com/rsalabs/pkcs/schemas/pkcs-5v2-0#pbkdf2\">\
         <pkcs5:PBKDF2-params><Salt xmlns=\"\"><Specified>",
    );
    xml.push_str(&BASE64.encode(salt));
    xml.push_str("</Specified></Salt><IterationCount xmlns=\"\">");
    xml.push_str(&ROUNDS.to_string());
    xml.push_str(
        "</IterationCount><KeyLength xmlns=\"\">32</KeyLength><PRF xmlns=\"\" \
         Algorithm=\"http://www.w3.org/2001/04/xmldsig-more#hmac-sha256\"/></pkcs5:PBKDF2-params>\
         </xenc11:KeyDerivationMethod></xenc11:DerivedKey></EncryptionKey>\n\
         <MACMethod Algorithm=\"http://www.w3.org/2001/04/xmldsig-more#hmac-sha256\">",
    );
}

fn push_package(xml: &mut Zeroizing<String>, number: usize, account: &Outgoing, sealer: &mut Sealer<'_>) -> Option<()> {
    let Outgoing { otp_auth, .. } = account;
    let params = &otp_auth.params;
    let number = number.to_string();
    let (kind, step, name, value) = match params.kind() {
        Kind::Hotp { counter } => ("hotp", "", "Counter", counter),
        Kind::Totp { period } => ("totp", "<Time><PlainValue>0</PlainValue></Time>", "TimeInterval", period),
        Kind::Steam => return None,
    };
    let (value, digits) = (value.to_string(), params.digits().to_string());
    let suite = match params.algorithm() {
        Algorithm::Sha1 => "",
        Algorithm::Sha256 => "<Suite>HMAC-SHA256</Suite>",
        Algorithm::Sha512 => "<Suite>HMAC-SHA512</Suite>",
    };
    let parts = [
        "<KeyPackage><DeviceInfo><SerialNo>",
        &number,
        "</SerialNo></DeviceInfo><Key Id=\"",
        &number,
        "\" Algorithm=\"urn:ietf:params:xml:ns:keyprov:pskc:",
        kind,
        "\">",
    ];
    parts.iter().for_each(|part| xml.push_str(part));
    push_element(xml, "Issuer", &otp_auth.issuer);
    let parts = [
        "<AlgorithmParameters>",
        suite,
        "<ResponseFormat Encoding=\"DECIMAL\" Length=\"",
        &digits,
        "\"/></AlgorithmParameters>",
    ];
    parts.iter().for_each(|part| xml.push_str(part));
    push_element(xml, "FriendlyName", &otp_auth.account);
    xml.push_str("<Data><Secret>");
    let mac = sealer.push_encrypted(xml, "EncryptedValue", params.secret().expose())?;
    let parts = [
        "<ValueMAC>",
        &mac,
        "</ValueMAC></Secret>",
        step,
        "<",
        name,
        "><PlainValue>",
        &value,
        "</PlainValue></",
        name,
        "></Data></Key></KeyPackage>\n",
    ];
    parts.iter().for_each(|part| xml.push_str(part));
    Some(())
}

/// An element with a text; none where there is no text, which some readers cannot take.
fn push_element(xml: &mut Zeroizing<String>, name: &str, text: &str) {
    if text.is_empty() {
        return;
    }
    ["<", name, ">"].iter().for_each(|part| xml.push_str(part));
    markup::push_text(xml, text);
    ["</", name, ">"].iter().for_each(|part| xml.push_str(part));
}

impl Sealer<'_> {
    /// Appends a value in an element of XML encryption, and returns its MAC, which is of the IV and what follows.
    fn push_encrypted(&mut self, xml: &mut Zeroizing<String>, element: &str, value: &[u8]) -> Option<String> {
        let mut sealed = vec![0; 16];
        (self.random)(&mut sealed);
        let cipher = Encryptor::<Aes256>::new_from_slices(&*self.key, &sealed).ok()?;
        sealed.extend(cipher.encrypt_padded_vec::<Pkcs7>(value));
        let parts = [
            "<",
            element,
            "><xenc:EncryptionMethod Algorithm=\"http://www.w3.org/2001/04/xmlenc#aes256-cbc\"/>\
             <xenc:CipherData><xenc:CipherValue>",
            &BASE64.encode(&sealed),
            "</xenc:CipherValue></xenc:CipherData></",
            element,
            ">",
        ];
        parts.iter().for_each(|part| xml.push_str(part));
        let mac = Hmac::<Sha256>::new_from_slice(&*self.mac_key).ok()?.chain_update(&sealed);
        Some(BASE64.encode(&mac.finalize().into_bytes()))
    }
}
