//! The label of a link: issuer and account.

use super::percent::decode;

pub(super) struct Label {
    /// May be empty.
    pub(super) issuer: String,
    /// May be empty, and may hold more colons (a Matrix id does).
    pub(super) account: String,
    pub(super) lossy: bool,
}

impl Label {
    /// Splits at the first *literal* colon; only without one, at the first escaped colon. Without any, all of it is
    /// the account. Decoding comes after splitting: an account may hold an escaped colon of its own.
    pub(super) fn parse(label: &str) -> Self {
        let (issuer, account) = match label.find(':') {
            Some(at) => (&label[..at], &label[at + 1..]),
            None => match label.to_ascii_lowercase().find("%3a") {
                Some(at) => (&label[..at], &label[at + 3..]),
                None => ("", label),
            },
        };
        let (issuer, account) = (decode(issuer, false), decode(account, false));
        Self {
            lossy: issuer.lossy || account.lossy,
            issuer: issuer.text.trim().to_owned(),
            account: account.text.trim().to_owned(),
        }
    }
}
