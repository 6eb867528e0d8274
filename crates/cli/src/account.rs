//! An account as the terminal shows it. Its JSON form is a promise to scripts.

use proofup_app::view::{AccountKind, AccountRow};
use serde::Serialize;

use crate::output::printable;

/// What can be seen of an account without its secret.
#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Account {
    /// Stays the same for as long as the account is kept.
    pub(crate) id: String,
    /// May be empty.
    pub(crate) issuer: String,
    /// May be empty.
    pub(crate) account: String,
    /// `totp`, `hotp` or `steam`.
    pub(crate) kind: AccountKind,
    /// How many symbols a code has.
    pub(crate) digits: u8,
    /// Seconds a code lasts; null for HOTP.
    pub(crate) period: Option<u32>,
}

impl Account {
    /// `GitHub (ann)`, `GitHub` or `ann`.
    pub(crate) fn name(&self) -> String {
        printable(&match (self.issuer.as_str(), self.account.as_str()) {
            ("", account) => account.to_owned(),
            (issuer, "") => issuer.to_owned(),
            (issuer, account) => format!("{issuer} ({account})"),
        })
    }

    /// What makes its codes.
    pub(crate) const fn kind_name(&self) -> &'static str {
        kind_name(self.kind)
    }

    #[cfg(test)]
    pub(crate) fn for_tests(id: &str, issuer: &str, account: &str) -> Self {
        Self {
            id: id.to_owned(),
            issuer: issuer.to_owned(),
            account: account.to_owned(),
            kind: AccountKind::Totp,
            digits: 6,
            period: Some(30),
        }
    }
}

/// What makes codes, in the words of scripts.
pub(crate) const fn kind_name(kind: AccountKind) -> &'static str {
    match kind {
        AccountKind::Totp => "totp",
        AccountKind::Hotp => "hotp",
        AccountKind::Steam => "steam",
    }
}

impl From<AccountRow> for Account {
    fn from(row: AccountRow) -> Self {
        Self {
            id: row.id,
            issuer: row.issuer,
            account: row.account,
            kind: row.kind,
            digits: row.digits,
            period: row.period,
        }
    }
}
