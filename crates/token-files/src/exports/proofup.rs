//! Our own format, and Ente's lines, which have the same fields in a link.

use serde::Serialize;
use zeroize::Zeroizing;

use super::{Outgoing, json};
use crate::otpauth::percent;

#[derive(Serialize)]
struct File<'a> {
    /// The version.
    proofup: u8,
    accounts: Vec<Account<'a>>,
}

#[derive(Serialize)]
struct Account<'a> {
    #[serde(rename = "type")]
    kind: &'static str,
    issuer: &'a str,
    account: &'a str,
    secret: &'a str,
    algorithm: &'static str,
    digits: u8,
    #[serde(skip_serializing_if = "Option::is_none")]
    period: Option<u64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    counter: Option<u64>,
    note: &'a str,
    tags: &'a [String],
    pinned: bool,
}

pub(super) fn write(accounts: &[Outgoing]) -> Zeroizing<Vec<u8>> {
    let secrets: Vec<_> = accounts.iter().map(|account| account.otp_auth.params.secret().to_base32()).collect();
    let rows = accounts.iter().zip(&secrets).map(|(account, secret)| {
        let Outgoing { otp_auth, note, tags, pinned } = account;
        let params = &otp_auth.params;
        Account {
            kind: json::kind(params),
            issuer: &otp_auth.issuer,
            account: &otp_auth.account,
            secret,
            algorithm: params.algorithm().name(),
            digits: params.digits(),
            period: params.period(),
            counter: json::counter(params),
            note,
            tags,
            pinned: *pinned,
        }
    });
    json::write(&File { proofup: 1, accounts: rows.collect() })
}

/// The extra fields that Ente shows beside a code.
#[derive(Serialize)]
struct Display<'a> {
    pinned: bool,
    trashed: bool,
    tags: &'a [String],
    note: &'a str,
}

pub(super) fn ente_line(account: &Outgoing) -> Zeroizing<String> {
    let Outgoing { otp_auth, note, tags, pinned } = account;
    let display = serde_json::to_string(&Display { pinned: *pinned, trashed: false, tags, note }).unwrap_or_default();
    let link = otp_auth.to_uri();
    let mut line = Zeroizing::new(String::with_capacity(link.len() + 16 + 3 * display.len()));
    line.push_str(&link);
    line.push_str("&codeDisplay=");
    percent::encode_into(&mut line, &display);
    line
}
