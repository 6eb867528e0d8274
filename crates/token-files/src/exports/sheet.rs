//! A page to print: each account with its QR code, its names and its secret. It has no words, so it has no language.
//!
//! The page is one file that loads nothing and runs nothing.

use std::fmt::Write as _;

use proofup_otp::{Kind, OtpParams};
use zeroize::Zeroizing;

use super::{Exported, Outgoing, markup};
use crate::{migration_links, qr_svg};

const START: &str = "<!doctype html>\n<html><head><meta charset=\"utf-8\">\n\
<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n\
<meta name=\"referrer\" content=\"no-referrer\">\n<title>Proofup</title>\n<style>\n\
:root { color-scheme: light }\n\
body { font: 11pt/1.4 system-ui, sans-serif; margin: 1.5cm; background: #fff; color: #000 }\n\
main { display: grid; grid-template-columns: repeat(auto-fill, minmax(8cm, 1fr)); gap: 0.8cm }\n\
article { break-inside: avoid; border: 1px solid #999; border-radius: 4px; padding: 0.4cm; overflow-wrap: anywhere }\n\
article.wide svg { width: 9cm }\n\
svg { display: block; width: 4.5cm; max-width: 100% }\n\
h2 { font-size: 12pt; margin: 0 0 0.2cm }\n\
p { margin: 0.1cm 0 } code { font: 10pt/1.5 ui-monospace, monospace }\n\
@media print { body { margin: 0 } }\n\
</style></head><body><main>\n";
const END: &str = "</main></body></html>\n";

/// A code for each account. One whose names are too long for a code is reported.
pub(super) fn write(accounts: &[Outgoing]) -> Exported {
    let (mut cards, mut left_out) = (Vec::new(), Vec::new());
    for (place, account) in accounts.iter().enumerate() {
        match qr_svg(&account.otp_auth.to_uri()) {
            Ok(code) => cards.push(card(account, &code)),
            Err(_) => left_out.push(place),
        }
    }
    Exported { bytes: page(&cards), left_out }
}

/// The codes of an export of Google Authenticator, which its app scans one after the other.
pub(super) fn write_google(accounts: &[Outgoing], export: i32) -> Exported {
    let accounts: Vec<_> = accounts.iter().map(|account| account.otp_auth.clone()).collect();
    let written = migration_links(&accounts, export);
    let parts = written.links.len();
    let cards = written.links.iter().enumerate().filter_map(|(place, link)| {
        let code = qr_svg(link).ok()?;
        let mut card = Zeroizing::new(String::with_capacity(code.len() + 128));
        let _ = write!(card, "<article class=\"wide\"><h2>{} / {parts}</h2>", place + 1);
        card.push_str(&code);
        card.push_str("</article>\n");
        Some(card)
    });
    Exported { bytes: page(&cards.collect::<Vec<_>>()), left_out: written.left_out }
}

fn card(account: &Outgoing, code: &str) -> Zeroizing<String> {
    let Outgoing { otp_auth, note, .. } = account;
    let (issuer, name) = (otp_auth.issuer.as_str(), otp_auth.account.as_str());
    let secret = otp_auth.params.secret().to_base32();
    let room = code.len() + 2 * secret.len() + markup::room(issuer) + markup::room(name) + markup::room(note) + 512;
    let mut card = Zeroizing::new(String::with_capacity(room));
    card.push_str("<article><h2 dir=\"auto\">");
    markup::push_text(&mut card, if issuer.is_empty() { name } else { issuer });
    card.push_str("</h2>");
    if !issuer.is_empty() {
        push_paragraph(&mut card, name);
    }
    card.push_str(code);
    card.push_str("<p><code>");
    // Groups of four are read and typed without losing the place.
    for (place, symbol) in secret.chars().enumerate() {
        if place > 0 && place.is_multiple_of(4) {
            card.push(' ');
        }
        card.push(symbol);
    }
    card.push_str("</code></p>");
    push_paragraph(&mut card, &parameters(&otp_auth.params));
    push_paragraph(&mut card, note);
    card.push_str("</article>\n");
    card
}

fn push_paragraph(card: &mut Zeroizing<String>, text: &str) {
    if !text.is_empty() {
        card.push_str("<p dir=\"auto\">");
        markup::push_text(card, text);
        card.push_str("</p>");
    }
}

fn parameters(params: &OtpParams) -> String {
    let (algorithm, digits) = (params.algorithm().name(), params.digits());
    match params.kind() {
        Kind::Totp { period } => format!("TOTP · {algorithm} · {digits} · {period} s"),
        Kind::Hotp { counter } => format!("HOTP · {algorithm} · {digits} · #{counter}"),
        Kind::Steam => "Steam".to_owned(),
    }
}

fn page(cards: &[Zeroizing<String>]) -> Zeroizing<Vec<u8>> {
    let room = START.len() + END.len() + cards.iter().map(|card| card.len()).sum::<usize>();
    let mut page = Zeroizing::new(Vec::with_capacity(room));
    page.extend_from_slice(START.as_bytes());
    cards.iter().for_each(|card| page.extend_from_slice(card.as_bytes()));
    page.extend_from_slice(END.as_bytes());
    page
}
