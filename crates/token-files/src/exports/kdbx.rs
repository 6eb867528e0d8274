//! A `KeePass` database, version 4: AES-256 under a key that Argon2id derives, and the secrets once more in the inner stream.
//!
//! The link is what `KeePassXC` and the apps on phones read; beside it stand the fields of `KeePass` itself.

use aes::Aes256;
use argon2::{Algorithm, Argon2, Params, Version};
use cbc::{
    Encryptor,
    cipher::{BlockModeEncrypt as _, KeyIvInit as _, block_padding::Pkcs7},
};
use data_encoding::BASE64;
use hmac::Mac as _;
use proofup_otp::{Algorithm as Hash, Kind};
use sha2::{Digest as _, Sha256};
use zeroize::Zeroizing;

use super::{Outgoing, markup};
use crate::kdbx::{AES, ARGON2ID, BlockKeys, CHACHA20, InnerStream, SIGNATURE, composite, field, inner, master};

/// Between the values of `KeePassXC` and those of phones, which must open the file too.
const KIBIBYTES: u32 = 64 * 1024;
const PASSES: u32 = 4;
const LANES: u32 = 2;
/// Minor and major version.
const VERSION: [u8; 4] = [0, 0, 4, 0];
const BLOCK: usize = 1 << 20;
/// The types of values in the description of the key derivation.
const U32: u8 = 0x04;
const U64: u8 = 0x05;
const BYTES: u8 = 0x42;

pub(super) fn write(
    accounts: &[Outgoing],
    password: &str,
    random: &mut dyn FnMut(&mut [u8]),
) -> Option<Zeroizing<Vec<u8>>> {
    let (mut seed, mut salt, mut iv, mut stream_key) = ([0; 32], [0; 32], [0; 16], Zeroizing::new([0; 64]));
    random(&mut seed);
    random(&mut salt);
    random(&mut iv);
    random(&mut *stream_key);
    let params = Params::new(KIBIBYTES, PASSES, LANES, Some(32)).ok()?;
    let mut derived = Zeroizing::new([0; 32]);
    let argon2 = Argon2::new(Algorithm::Argon2id, Version::V0x13, params);
    argon2.hash_password_into(&*composite(password), &salt, &mut *derived).ok()?;

    let header = header(&seed, &iv, &salt);
    let keys = BlockKeys::of(&seed, &derived);
    let contents = contents(accounts, &stream_key, random)?;
    let cipher = Encryptor::<Aes256>::new_from_slices(&*master(&seed, &derived), &iv).ok()?;
    let sealed = cipher.encrypt_padded_vec::<Pkcs7>(&contents);

    let mut file = Zeroizing::new(Vec::with_capacity(header.len() + sealed.len() + 1024));
    file.extend_from_slice(&header);
    file.extend_from_slice(&Sha256::digest(&header));
    file.extend_from_slice(&keys.of_header(&header).finalize().into_bytes());
    // The last block is empty.
    for (number, block) in (0..).zip(sealed.chunks(BLOCK).chain([&[][..]])) {
        let length = u32::try_from(block.len()).ok()?.to_le_bytes();
        file.extend_from_slice(&keys.of_block(number, length, block).finalize().into_bytes());
        file.extend_from_slice(&length);
        file.extend_from_slice(block);
    }
    Some(file)
}

fn header(seed: &[u8], iv: &[u8], salt: &[u8]) -> Vec<u8> {
    let mut derivation = vec![0, 1];
    push_value(&mut derivation, BYTES, "$UUID", &ARGON2ID);
    push_value(&mut derivation, BYTES, "S", salt);
    push_value(&mut derivation, U32, "P", &LANES.to_le_bytes());
    push_value(&mut derivation, U64, "M", &(u64::from(KIBIBYTES) * 1024).to_le_bytes());
    push_value(&mut derivation, U64, "I", &u64::from(PASSES).to_le_bytes());
    push_value(&mut derivation, U32, "V", &0x13_u32.to_le_bytes());
    derivation.push(0);

    let mut header = [&SIGNATURE[..], &VERSION].concat();
    push_field(&mut header, field::CIPHER, &AES);
    push_field(&mut header, field::COMPRESSION, &0_u32.to_le_bytes());
    push_field(&mut header, field::MASTER_SEED, seed);
    push_field(&mut header, field::IV, iv);
    push_field(&mut header, field::KDF, &derivation);
    push_field(&mut header, field::END, b"\r\n\r\n");
    header
}

fn push_field(out: &mut Vec<u8>, number: u8, value: &[u8]) {
    out.push(number);
    push_sized(out, value);
}

fn push_value(out: &mut Vec<u8>, kind: u8, name: &str, value: &[u8]) {
    out.push(kind);
    push_sized(out, name.as_bytes());
    push_sized(out, value);
}

/// All values here are short.
fn push_sized(out: &mut Vec<u8>, value: &[u8]) {
    out.extend_from_slice(&(value.len() as u32).to_le_bytes());
    out.extend_from_slice(value);
}

fn contents(
    accounts: &[Outgoing],
    stream_key: &[u8; 64],
    random: &mut dyn FnMut(&mut [u8]),
) -> Option<Zeroizing<Vec<u8>>> {
    let mut stream = InnerStream::new(CHACHA20, stream_key)?;
    let texts = |account: &Outgoing| {
        let names = markup::room(&account.otp_auth.issuer) + markup::room(&account.otp_auth.account);
        4096 + 8 * names
            + markup::room(&account.note)
            + account.tags.iter().map(|tag| markup::room(tag) + 1).sum::<usize>()
    };
    let mut xml = Zeroizing::new(String::with_capacity(1024 + accounts.iter().map(texts).sum::<usize>()));
    xml.push_str("<?xml version=\"1.0\" encoding=\"utf-8\" standalone=\"yes\"?>\n<KeePassFile><Meta><Generator>Proofup</Generator><DatabaseName>Proofup</DatabaseName></Meta><Root><Group><UUID>");
    push_id(&mut xml, random);
    xml.push_str("</UUID><Name>Proofup</Name>");
    for account in accounts {
        push_entry(&mut xml, account, &mut stream, random)?;
    }
    xml.push_str("</Group></Root></KeePassFile>");

    let mut header = Zeroizing::new(Vec::with_capacity(128));
    push_field(&mut header, inner::STREAM, &CHACHA20.to_le_bytes());
    push_field(&mut header, inner::STREAM_KEY, stream_key);
    push_field(&mut header, inner::END, &[]);
    let mut contents = Zeroizing::new(Vec::with_capacity(header.len() + xml.len()));
    contents.append(&mut header);
    contents.extend_from_slice(xml.as_bytes());
    Some(contents)
}

fn push_entry(
    xml: &mut Zeroizing<String>,
    account: &Outgoing,
    stream: &mut InnerStream,
    random: &mut dyn FnMut(&mut [u8]),
) -> Option<()> {
    let Outgoing { otp_auth, note, tags, .. } = account;
    xml.push_str("<Entry><UUID>");
    push_id(xml, random);
    xml.push_str("</UUID><Tags>");
    for (place, tag) in tags.iter().enumerate() {
        xml.push_str(if place == 0 { "" } else { ";" });
        // What separates tags cannot be in one.
        markup::push_text(xml, &tag.replace([';', ','], " "));
    }
    xml.push_str("</Tags>");
    push_string(xml, "Title", &otp_auth.issuer);
    push_string(xml, "UserName", &otp_auth.account);
    push_string(xml, "Notes", note);
    let mut link = otp_auth.to_uri();
    let params = &otp_auth.params;
    if params.kind() == Kind::Steam {
        // As KeePassXC writes it.
        let mut steam = Zeroizing::new(String::with_capacity(link.len() + 32));
        steam.push_str("otpauth://totp/");
        steam.push_str(link.trim_start_matches("otpauth://steam/"));
        steam.push_str("&encoder=steam");
        link = steam;
    }
    push_secret(xml, "otp", &link, stream)?;
    let secret = params.secret().to_base32();
    match params.kind() {
        Kind::Totp { period } => {
            push_secret(xml, "TimeOtp-Secret-Base32", &secret, stream)?;
            push_string(xml, "TimeOtp-Period", &period.to_string());
            push_string(xml, "TimeOtp-Length", &params.digits().to_string());
            push_string(
                xml,
                "TimeOtp-Algorithm",
                match params.algorithm() {
                    Hash::Sha1 => "HMAC-SHA-1",
                    Hash::Sha256 => "HMAC-SHA-256",
                    Hash::Sha512 => "HMAC-SHA-512",
                },
            );
        }
        // KeePass makes such codes with SHA-1 and six digits alone.
        Kind::Hotp { counter } if params.algorithm() == Hash::Sha1 && params.digits() == 6 => {
            push_secret(xml, "HmacOtp-Secret-Base32", &secret, stream)?;
            push_string(xml, "HmacOtp-Counter", &counter.to_string());
        }
        Kind::Hotp { .. } | Kind::Steam => {}
    }
    xml.push_str("</Entry>\n");
    Some(())
}

fn push_string(xml: &mut Zeroizing<String>, name: &str, value: &str) {
    xml.push_str("<String><Key>");
    xml.push_str(name);
    xml.push_str("</Key><Value>");
    markup::push_text(xml, value);
    xml.push_str("</Value></String>");
}

fn push_secret(xml: &mut Zeroizing<String>, name: &str, value: &str, stream: &mut InnerStream) -> Option<()> {
    let mut value = Zeroizing::new(value.as_bytes().to_vec());
    xml.push_str("<String><Key>");
    xml.push_str(name);
    xml.push_str("</Key><Value Protected=\"True\">");
    stream.apply(&mut value).then_some(())?;
    xml.push_str(&BASE64.encode(&value));
    xml.push_str("</Value></String>");
    Some(())
}

fn push_id(xml: &mut Zeroizing<String>, random: &mut dyn FnMut(&mut [u8])) {
    let mut id = [0; 16];
    random(&mut id);
    xml.push_str(&BASE64.encode(&id));
}
