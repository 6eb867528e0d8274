//! Compares each account of a file with the vault.

use std::collections::HashMap;

use proofup_otp::{Kind, OtpParams};
use proofup_token_files::{EntryFault, Import, ImportedAccount, OtpAuth, RejectedEntry};
use proofup_vault::{Entry, VaultError};
use uuid::Uuid;

use crate::{
    AppError,
    authenticator::{Authenticator, drafts::account_name},
    faults,
    view::{ImportNoticeRow, ImportPreview, ImportRejected, ImportRow, ImportVerdict},
};

/// The verdict on one account of a file.
pub(super) struct Judged {
    pub(super) verdict: ImportVerdict,
    /// The account of the vault with the same codes.
    pub(super) existing: Option<Existing>,
    /// Another account has the same secret, but makes other codes.
    pub(super) shares_secret: bool,
    /// A name for an account that has none in the file.
    pub(super) made_name: Option<String>,
}

/// An account that exists already.
#[derive(Clone)]
pub(super) struct Existing {
    pub(super) id: Uuid,
    pub(super) issuer: String,
    pub(super) account: String,
    pub(super) counter: Option<u64>,
    /// It still has the names of an earlier file, so the person has not renamed it.
    follows_files: bool,
}

impl Existing {
    /// An earlier account in the same file.
    fn in_file(issuer: &str, account: &str) -> Self {
        let (issuer, account) = (issuer.to_owned(), account.to_owned());
        Self { id: Uuid::nil(), issuer, account, counter: None, follows_files: false }
    }

    pub(super) fn is_in_vault(&self) -> bool {
        !self.id.is_nil()
    }

    pub(super) fn is_called_otherwise(&self, own: &OtpAuth) -> bool {
        self.issuer != own.issuer || self.account != own.account
    }
}

/// The accounts of the vault by their secrets, for fast lookups.
struct Known(HashMap<Vec<u8>, Vec<(OtpParams, Existing)>>);

impl Known {
    fn of(entries: &[Entry]) -> Self {
        let mut known = Self(HashMap::with_capacity(entries.len()));
        for entry in entries {
            let follows_files = entry
                .imported_as
                .as_ref()
                .is_some_and(|[issuer, account]| (issuer, account) == (&entry.issuer, &entry.account));
            let (issuer, account) = (entry.issuer.clone(), entry.account.clone());
            let counter = counter(&entry.params);
            known.learn(&entry.params, Existing { id: entry.id, issuer, account, counter, follows_files });
        }
        known
    }

    fn learn(&mut self, params: &OtpParams, existing: Existing) {
        self.0.entry(params.secret().expose().to_vec()).or_default().push((params.clone(), existing));
    }

    fn with_secret_of(&self, params: &OtpParams) -> &[(OtpParams, Existing)] {
        self.0.get(params.secret().expose()).map_or(&[], Vec::as_slice)
    }
}

impl Drop for Known {
    fn drop(&mut self) {
        for (mut secret, _) in self.0.drain() {
            zeroize::Zeroize::zeroize(&mut secret);
        }
    }
}

pub(super) const fn counter(params: &OtpParams) -> Option<u64> {
    if let Kind::Hotp { counter } = params.kind() { Some(counter) } else { None }
}

/// Whether two make the same codes. Ignores the counter, which only tells how many codes were used.
fn makes_the_same_codes(one: &OtpParams, other: &OtpParams) -> bool {
    one.algorithm() == other.algorithm()
        && one.digits() == other.digits()
        && (one.kind() == other.kind() || (counter(one).is_some() && counter(other).is_some()))
}

impl Authenticator {
    /// Compares every account of a file with the vault and with the earlier accounts in the file.
    pub(super) async fn judge(&self, import: &Import) -> Result<Vec<Judged>, AppError> {
        let known = self
            .vault
            .with_vault(|vault| {
                vault.read(|entries| {
                    let names: Vec<_> = entries.iter().map(|entry| entry.account.clone()).collect();
                    (Known::of(entries), names)
                })
            })
            .await;
        let (mut known, mut names) = match known {
            // Without a vault, every account is new; adding creates a vault.
            Err(AppError::Vault(VaultError::PassphraseNeeded)) => (Known::of(&[]), Vec::new()),
            known => known?,
        };
        let language = self.settings.language();
        let judged = import.accounts.iter().map(|account| {
            let own = &account.otp_auth;
            let nameless = own.issuer.is_empty() && own.account.is_empty();
            let made_name = nameless.then(|| {
                let place = u32::try_from(account.index).unwrap_or(u32::MAX);
                let name = account_name(language, place, &names);
                names.push(name.clone());
                name
            });
            let judged = judge(account, &known, made_name);
            known.learn(&own.params, Existing::in_file(&own.issuer, &own.account));
            judged
        });
        Ok(judged.collect())
    }

    /// The preview for the page.
    pub(super) fn preview(&self, import: &Import, judged: &[Judged]) -> ImportPreview {
        let rows = import.accounts.iter().zip(judged).map(|(account, judged)| row(account, judged));
        let rejected = import.rejected.iter().map(|rejected| self.rejected(rejected));
        let notices = import.notices.iter().map(|notice| ImportNoticeRow {
            code: notice.kind.code().to_owned(),
            count: u32::try_from(notice.count).unwrap_or(u32::MAX),
        });
        ImportPreview {
            format: import.format.code().to_owned(),
            format_name: import.format.name().to_owned(),
            read: u32::try_from(import.entries()).unwrap_or(u32::MAX),
            entries: rows.collect(),
            rejected: rejected.collect(),
            notices: notices.collect(),
        }
    }

    fn rejected(&self, rejected: &RejectedEntry) -> ImportRejected {
        let RejectedEntry { index, name, fault } = rejected;
        let error = AppError::from(EntryFault::clone(fault));
        ImportRejected {
            number: u32::try_from(*index).unwrap_or(u32::MAX),
            name: name.clone(),
            fault: faults::fault(&error, self.environment.now()),
            message: fault.to_string(),
        }
    }
}

fn judge(account: &ImportedAccount, known: &Known, made_name: Option<String>) -> Judged {
    let own = &account.otp_auth;
    let with_secret = known.with_secret_of(&own.params);
    let mut same = with_secret.iter().filter(|(params, _)| makes_the_same_codes(params, &own.params));
    // An account in the vault can be changed; an earlier one in the file cannot.
    let existing = same.clone().find(|(_, existing)| existing.is_in_vault()).or_else(|| same.next());
    let existing = existing.map(|(_, existing)| existing.clone());
    let changes = existing.as_ref().filter(|existing| existing.is_in_vault()).is_some_and(|existing| {
        let renames = existing.follows_files && existing.is_called_otherwise(own) && made_name.is_none();
        renames || counter(&own.params) > existing.counter
    });
    let verdict = match (&existing, changes) {
        (None, _) => ImportVerdict::New,
        (Some(_), true) => ImportVerdict::Changes,
        (Some(_), false) => ImportVerdict::Same,
    };
    Judged { verdict, shares_secret: existing.is_none() && !with_secret.is_empty(), existing, made_name }
}

fn row(account: &ImportedAccount, judged: &Judged) -> ImportRow {
    let own = &account.otp_auth;
    let in_vault = judged.existing.as_ref().filter(|existing| existing.is_in_vault());
    let mut warnings: Vec<_> = account.warnings.iter().map(|warning| warning.code().to_owned()).collect();
    warnings.extend(judged.shares_secret.then(|| "shares_secret".to_owned()));
    warnings.extend(judged.made_name.is_some().then(|| "name_missing".to_owned()));
    warnings.extend(account.trashed.then(|| "trashed".to_owned()));
    ImportRow {
        number: u32::try_from(account.index).unwrap_or(u32::MAX),
        verdict: judged.verdict,
        issuer: own.issuer.clone(),
        account: judged.made_name.clone().unwrap_or_else(|| own.account.clone()),
        kind: own.params.kind().into(),
        algorithm: own.params.algorithm().into(),
        digits: own.params.digits(),
        period: own.params.period().and_then(|period| u32::try_from(period).ok()),
        counter: counter(&own.params),
        existing: in_vault.map(|existing| [existing.issuer.as_str(), &existing.account].join(" ").trim().to_owned()),
        renames: judged.made_name.is_none() && in_vault.is_some_and(|existing| existing.is_called_otherwise(own)),
        tags: account.tags.clone(),
        warnings,
    }
}
