//! An account as the terminal shows it. Scripts rely on its JSON form.

use proofup_app::view::{AccountKind, AccountRow};
use serde::Serialize;

use crate::output::printable;

/// The fields of an account without its secret.
#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Account {
    /// Never changes while the account exists.
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

    /// The kind, as shown in tables.
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

/// The kind, as written for scripts.
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
