//! Codes for the page, with times of this computer's clock. Accounts of the person's own organisation use the clock of
//! its service, if it was measured; no other account does.

use std::collections::HashSet;

use jiff::{SignedDuration, Timestamp};
use proofup_otp::{Code, TimedCode};
use proofup_vault::{Entry, Vault, VaultError};
use uuid::Uuid;

use super::Authenticator;
use crate::{AppError, authenticator::entry_id, view::CodeRow};

/// The HOTP code that an account shows, kept for copying.
pub(crate) struct ShownCode {
    id: Uuid,
    code: Code,
}

/// The clocks that make codes.
#[derive(Debug, Clone, Copy)]
pub(crate) struct CodeClock {
    /// This computer's time.
    here: Timestamp,
    /// How far it is behind the service's.
    behind: SignedDuration,
}

impl CodeClock {
    /// The time for the code of this account, in Unix seconds.
    pub(crate) fn seconds_of(self, entry: &Entry) -> u64 {
        self.seconds(self.behind_of(entry))
    }

    /// The same for an account of the organisation that is not in the vault yet.
    pub(crate) fn seconds_of_organisation(self) -> u64 {
        self.seconds(self.behind)
    }

    fn seconds(self, behind: SignedDuration) -> u64 {
        let moment = self.here.saturating_add(behind).unwrap_or(Timestamp::MAX);
        u64::try_from(moment.as_second()).unwrap_or(0)
    }

    fn behind_of(self, entry: &Entry) -> SignedDuration {
        if entry.organisation.is_some() { self.behind } else { SignedDuration::ZERO }
    }
}

impl Authenticator {
    /// The codes of all time-based accounts.
    ///
    /// # Errors
    /// The vault is locked.
    pub async fn codes(&self) -> Result<Vec<CodeRow>, AppError> {
        self.codes_where(|_| true).await
    }

    /// The codes of some time-based accounts. Skips accounts that are gone.
    ///
    /// # Errors
    /// The vault is locked.
    pub async fn codes_of(&self, ids: &[String]) -> Result<Vec<CodeRow>, AppError> {
        let wanted: HashSet<Uuid> = ids.iter().filter_map(|id| id.parse().ok()).collect();
        self.codes_where(move |id| wanted.contains(&id)).await
    }

    async fn codes_where(&self, is_wanted: impl Fn(Uuid) -> bool + Send + 'static) -> Result<Vec<CodeRow>, AppError> {
        let clock = self.code_clock();
        let rows = move |entries: &[Entry]| {
            let wanted = entries.iter().filter(|entry| is_wanted(entry.id));
            wanted.filter_map(|entry| row(entry, clock.seconds_of(entry), clock.behind_of(entry))).collect()
        };
        self.vault.with_vault(move |vault| vault.read(rows)).await
    }

    /// The code of one account at a time in Unix seconds; without one, now by the account's clock. `None` for a
    /// counter-based account.
    ///
    /// # Errors
    /// There is no such account, or the vault is locked.
    pub async fn code_at(&self, id: &str, seconds: Option<u64>) -> Result<Option<CodeRow>, AppError> {
        let (id, clock) = (entry_id(id)?, self.code_clock());
        self.vault
            .with_vault(move |vault| {
                let entry = vault.entry(id)?;
                Ok(match seconds {
                    Some(seconds) => row(&entry, seconds, SignedDuration::ZERO),
                    None => row(&entry, clock.seconds_of(&entry), clock.behind_of(&entry)),
                })
            })
            .await
    }

    /// The next code of a counter-based account. The new counter is on the disk before the code is shown.
    ///
    /// # Errors
    /// There is no such account, it is not counter-based, or the vault cannot be saved.
    pub async fn next_hotp_code(&self, id: &str) -> Result<CodeRow, AppError> {
        let (id, now) = (entry_id(id)?, self.environment.now());
        let code = self.vault.with_vault(move |vault| vault.next_hotp_code(id, now)).await?;
        let row = CodeRow {
            id: id.to_string(),
            code: code.as_str().to_owned(),
            next_code: None,
            valid_from: None,
            valid_until: None,
        };
        let mut shown = self.shown_codes.lock();
        shown.retain(|other| other.id != id);
        shown.push(ShownCode { id, code });
        Ok(row)
    }

    /// Copies the code that an account shows now, or the one after it.
    ///
    /// # Errors
    /// There is no such account, it shows no code, or the clipboard failed.
    pub async fn copy_code(&self, id: &str, next: bool) -> Result<(), AppError> {
        let (id, clock) = (entry_id(id)?, self.code_clock());
        let by_time = move |vault: &Vault| -> Result<Option<TimedCode>, VaultError> {
            let entry = vault.entry(id)?;
            let seconds = clock.seconds_of(&entry);
            Ok(if next { entry.params.code_after(seconds) } else { entry.params.code_at(seconds) })
        };
        let code = match self.vault.with_vault(by_time).await? {
            Some(timed) => Some(timed.code),
            None => self.shown_codes.lock().iter().find(|shown| shown.id == id).map(|shown| shown.code.clone()),
        };
        let code = code.ok_or(AppError::NoCodeShown)?;
        self.clipboard.copy_secret(code.as_str()).await?;
        let now = self.environment.now();
        self.vault.with_vault(move |vault| vault.note_use(id, now)).await
    }

    /// The clocks for making codes now.
    pub(crate) fn code_clock(&self) -> CodeClock {
        CodeClock { here: self.environment.now(), behind: self.clock.offset() }
    }
}

fn row(entry: &Entry, seconds: u64, offset: SignedDuration) -> Option<CodeRow> {
    let (now, next) = (entry.params.code_at(seconds)?, entry.params.code_after(seconds)?);
    let local = |seconds: u64| i64::try_from(seconds).ok()?.checked_mul(1000)?.checked_sub(milliseconds(offset));
    Some(CodeRow {
        id: entry.id.to_string(),
        code: now.code.as_str().to_owned(),
        next_code: Some(next.code.as_str().to_owned()),
        valid_from: local(now.valid_from),
        valid_until: local(now.valid_until),
    })
}

fn milliseconds(offset: SignedDuration) -> i64 {
    i64::try_from(offset.as_millis()).unwrap_or(0)
}
