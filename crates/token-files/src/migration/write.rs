//! Writes accounts as links for Google Authenticator and similar apps.

use data_encoding::BASE64;
use proofup_otp::{Algorithm, Kind};
use zeroize::Zeroizing;

use super::{PERIOD, field, protobuf::Message};
use crate::{OtpAuth, otpauth::percent};

/// Accounts in one link, as Google Authenticator writes.
const IN_ONE_LINK: usize = 10;
/// The most bytes of accounts in one link: as base64, with some signs escaped, these still fit a QR code.
const BYTES_IN_ONE_LINK: usize = 1500;

/// The links of one export, and the accounts that it could not contain.
pub struct Migration {
    /// In order. Each contains secrets: show or draw it, and never log it.
    pub links: Vec<Zeroizing<String>>,
    /// The positions of accounts that the format does not support: Steam, periods other than 30 seconds, digits other
    /// than 6 to 8, and names too long for a QR code.
    pub left_out: Vec<usize>,
}

/// Writes an export. `export` is an id that connects its parts.
#[must_use]
pub fn migration_links(accounts: &[OtpAuth], export: i32) -> Migration {
    let (mut written, mut left_out) = (Vec::new(), Vec::new());
    for (place, account) in accounts.iter().enumerate() {
        match message(account) {
            Some(message) if size(&message) <= BYTES_IN_ONE_LINK => written.push(message),
            _ => left_out.push(place),
        }
    }
    let parts = parts(&written);
    let links = parts.iter().enumerate().map(|(part, accounts)| link(accounts, part, parts.len(), export)).collect();
    Migration { links, left_out }
}

/// The bytes of an account in a link.
fn size(account: &Message) -> usize {
    account.as_bytes().len() + 4
}

/// The accounts of each link, in order.
fn parts(mut accounts: &[Message]) -> Vec<&[Message]> {
    let mut parts = Vec::new();
    while !accounts.is_empty() {
        let ends = accounts.iter().scan(0, |end, account| {
            *end += size(account);
            Some(*end)
        });
        let count = ends.take(IN_ONE_LINK).take_while(|end| *end <= BYTES_IN_ONE_LINK).count();
        let (part, rest) = accounts.split_at(count.max(1));
        parts.push(part);
        accounts = rest;
    }
    parts
}

fn link(accounts: &[Message], part: usize, parts: usize, export: i32) -> Zeroizing<String> {
    let room = accounts.iter().map(|account| account.as_bytes().len() + 8).sum::<usize>() + 64;
    let mut message = Message::with_room(room);
    for account in accounts {
        message.bytes(field::ACCOUNT, account.as_bytes());
    }
    message.number(field::VERSION, 1);
    message.number(field::PARTS, parts as u64);
    message.number(field::PART, part as u64);
    message.number(field::EXPORT_ID, i64::from(export) as u64);
    let data = Zeroizing::new(BASE64.encode(message.as_bytes()));
    let mut link = Zeroizing::new(String::with_capacity(64 + 3 * data.len()));
    link.push_str("otpauth-migration://offline?data=");
    percent::encode_into(&mut link, &data);
    link
}

fn message(account: &OtpAuth) -> Option<Message> {
    let params = &account.params;
    let algorithm = match params.algorithm() {
        Algorithm::Sha1 => 1,
        Algorithm::Sha256 => 2,
        Algorithm::Sha512 => 3,
    };
    let digits = match params.digits() {
        6 => 1,
        7 => 3,
        8 => 2,
        _ => return None,
    };
    let (kind, counter) = match params.kind() {
        Kind::Hotp { counter } => (1, Some(counter)),
        Kind::Totp { period: PERIOD } => (2, None),
        Kind::Totp { .. } | Kind::Steam => return None,
    };
    // The issuer comes before a name with colons of its own, so that no part of the name counts as the issuer.
    let name = if account.account.contains(':') || account.account.starts_with(&account.issuer) {
        format!("{}:{}", account.issuer, account.account)
    } else {
        account.account.clone()
    };
    let secret = params.secret().expose();
    let mut message = Message::with_room(64 + secret.len() + name.len() + account.issuer.len());
    message.bytes(field::SECRET, secret);
    message.bytes(field::NAME, name.as_bytes());
    message.bytes(field::ISSUER, account.issuer.as_bytes());
    message.number(field::ALGORITHM, algorithm);
    message.number(field::DIGITS, digits);
    message.number(field::KIND, kind);
    if let Some(counter) = counter {
        message.number(field::COUNTER, counter);
    }
    Some(message)
}
