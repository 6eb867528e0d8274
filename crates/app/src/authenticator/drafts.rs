//! Accounts from links and pictures before they are added. The page sees names; the secrets stay here.

use proofup_otp::OtpParams;
use proofup_token_files::{
    Link, MigrationPart, OtpAuth, ParsedLink, TokenFileError, Warning, links_in_picture, links_in_pixels, links_in_text,
};
use proofup_vault::{Entry, NewEntry};

use super::Authenticator;
use crate::profile::unique_name;
use crate::{
    AppError,
    authenticator::account_names,
    clipboard::Pixels,
    view::{AccountDraft, AccountRow, DraftWarning, ExportPart, Fault, Found, Language},
};

/// Beyond this number the oldest drafts are forgotten; a long list still fits.
const MOST_DRAFTS: usize = 20_000;

/// The parameter of a fault with the number of its entry, from 1.
const ENTRY: &str = "entry";

/// An account that waits for a decision.
pub(crate) struct Draft {
    id: String,
    account: OtpAuth,
}

impl Authenticator {
    /// Reads `otpauth` links, one a line, and parts of exports in `otpauth-migration` links. Adds nothing.
    ///
    /// # Errors
    /// The error of the first link, if no link can be used.
    pub async fn drafts_from_link(&self, links: &str) -> Result<Found, AppError> {
        self.found(links_in_text(links)).await
    }

    /// Reads the QR codes of a picture. Adds nothing.
    ///
    /// # Errors
    /// The picture is invalid, or its only code is.
    pub async fn drafts_from_picture(&self, bytes: Vec<u8>) -> Result<Found, AppError> {
        let links = tokio::task::spawn_blocking(move || links_in_picture(&bytes));
        self.found(links.await.map_err(|_| AppError::Failed)??).await
    }

    /// Reads the QR codes of the picture in the clipboard. Adds nothing.
    ///
    /// # Errors
    /// [`AppError::NoPictureCopied`], and those of [`Authenticator::drafts_from_picture`].
    pub async fn drafts_from_clipboard(&self) -> Result<Found, AppError> {
        let lease = self.clipboard.clone();
        let links = tokio::task::spawn_blocking(move || {
            let Pixels { width, height, rgba } = lease.picture().ok_or(AppError::NoPictureCopied)?;
            Ok::<_, AppError>(links_in_pixels(width, height, &rgba)?)
        });
        self.found(links.await.map_err(|_| AppError::Failed)??).await
    }

    /// Makes drafts of good links. Each error has the number of its entry; if it is the only entry, the error is the
    /// result.
    async fn found(&self, links: Vec<Result<Link, TokenFileError>>) -> Result<Found, AppError> {
        let mut reading = Reading::default();
        for link in links {
            match link {
                Ok(Link::Account(account)) => drop(self.entry(Ok(account), &mut reading).await),
                Ok(Link::Part(part)) => self.part(part, &mut reading).await,
                Err(error) => drop(self.entry(Err(error), &mut reading).await),
            }
        }
        let Reading { mut found, refused, entries, .. } = reading;
        if found.drafts.is_empty() {
            let first = refused.into_iter().next().map(|(_, error)| error);
            return Err(first.unwrap_or(TokenFileError::NotALink).into());
        }
        found.refused = refused.into_iter().map(|(number, error)| self.fault_of(number, entries, error)).collect();
        Ok(found)
    }

    /// A fault with the number of its entry.
    fn fault_of(&self, number: u32, entries: u32, error: TokenFileError) -> Fault {
        let mut fault = crate::faults::fault(&error.into(), self.environment.now());
        if entries > 1 {
            fault.params.insert(ENTRY.to_owned(), number.into());
        }
        fault
    }

    /// The accounts of one part of an export. The same part once more is passed over; another export may have the same number.
    async fn part(&self, part: MigrationPart, reading: &mut Reading) {
        if reading.parts.contains(&part) {
            return;
        }
        reading.parts.push(part.clone());
        let MigrationPart { export, part, parts, accounts } = part;
        let mut draft_ids = Vec::new();
        for account in accounts {
            draft_ids.extend(self.entry(account, reading).await);
        }
        reading.found.exports.push(ExportPart { export, part, parts, draft_ids });
    }

    /// Reads one entry; returns the id of its draft.
    async fn entry(&self, entry: Result<ParsedLink, TokenFileError>, reading: &mut Reading) -> Option<String> {
        reading.entries += 1;
        match entry {
            Ok(parsed) => {
                let draft = self.draft(parsed, reading).await;
                let id = draft.draft_id.clone();
                reading.found.drafts.push(draft);
                Some(id)
            }
            Err(error) => {
                reading.refused.push((reading.entries, error));
                None
            }
        }
    }

    /// Adds a draft under these names.
    ///
    /// # Errors
    /// [`AppError::DraftGone`], the names are invalid, or the vault cannot store it. The draft stays.
    pub async fn add_draft(&self, draft_id: &str, issuer: &str, account: &str) -> Result<AccountRow, AppError> {
        let (issuer, account) = account_names(issuer, account)?;
        let params = {
            let drafts = self.drafts.lock();
            drafts.iter().find(|draft| draft.id == draft_id).map(|draft| draft.account.params.clone())
        };
        let params = params.ok_or(AppError::DraftGone)?;
        let row = self.add_entry(NewEntry { issuer, account, params, organisation: None }).await?;
        self.discard_draft(draft_id);
        Ok(row)
    }

    /// Forgets a draft.
    pub fn discard_draft(&self, draft_id: &str) {
        self.drafts.lock().retain(|draft| draft.id != draft_id);
    }

    async fn draft(&self, parsed: ParsedLink, reading: &mut Reading) -> AccountDraft {
        let ParsedLink { mut otp_auth, warnings } = parsed;
        let mut warnings: Vec<_> = warnings.iter().map(DraftWarning::from).collect();
        let wanted = otp_auth.params.clone();
        let known = move |entries: &[Entry]| {
            let is_there = entries.iter().any(|entry| makes_the_same_codes(&entry.params, &wanted));
            (is_there, entries.iter().map(|entry| entry.account.clone()).collect::<Vec<_>>())
        };
        // A locked vault cannot tell; adding will.
        let (is_there, mut names) = self.vault.with_vault(move |vault| vault.read(known)).await.unwrap_or_default();
        // Compared as they are read: a name that is made differs each time.
        let already_there = is_there || reading.seen.contains(&otp_auth);
        reading.seen.push(otp_auth.clone());
        if otp_auth.issuer.is_empty() && otp_auth.account.is_empty() {
            names.extend(reading.found.drafts.iter().map(|draft| draft.account.clone()));
            otp_auth.account = account_name(self.settings.language(), reading.entries, &names);
            warnings.push(DraftWarning::NameMissing);
        }
        let id = unique_name(&*self.environment);
        let view = AccountDraft {
            draft_id: id.clone(),
            number: reading.entries,
            issuer: otp_auth.issuer.clone(),
            account: otp_auth.account.clone(),
            kind: otp_auth.params.kind().into(),
            algorithm: otp_auth.params.algorithm().into(),
            digits: otp_auth.params.digits(),
            period: otp_auth.params.period().and_then(|period| u32::try_from(period).ok()),
            already_there,
            warnings,
        };
        let mut drafts = self.drafts.lock();
        if drafts.len() >= MOST_DRAFTS {
            drafts.remove(0);
        }
        drafts.push(Draft { id, account: otp_auth });
        view
    }
}

/// The state of reading a list, an export or a picture.
#[derive(Default)]
struct Reading {
    found: Found,
    refused: Vec<(u32, TokenFileError)>,
    /// The number of entries, good and bad.
    entries: u32,
    seen: Vec<OtpAuth>,
    parts: Vec<MigrationPart>,
}

/// A name for an account that has none: its number in the input, or the next free number.
pub(super) fn account_name(language: Language, place: u32, taken: &[String]) -> String {
    let word = match language {
        Language::English | Language::Dutch => "Account",
        Language::TraditionalChinese => "帳戶",
        Language::SimplifiedChinese => "帐户",
    };
    let is_free = |name: &String| !taken.contains(name);
    (place..=u32::MAX).map(|number| format!("{word} {number}")).find(is_free).unwrap_or_default()
}

/// Whether two accounts make the same codes, under any names.
fn makes_the_same_codes(own: &OtpParams, other: &OtpParams) -> bool {
    own.secret() == other.secret()
        && own.algorithm() == other.algorithm()
        && own.digits() == other.digits()
        && own.period() == other.period()
}

impl From<&Warning> for DraftWarning {
    fn from(warning: &Warning) -> Self {
        match warning {
            Warning::IssuersDiffer { .. } => Self::IssuerDiffers,
            Warning::CounterMissing => Self::CounterMissing,
            Warning::SecretLengthOdd => Self::SecretLengthOdd,
            Warning::NameNotUtf8 => Self::NameNotUtf8,
            Warning::SecretsDiffer => Self::SecretsDiffer,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::account_name;
    use crate::view::Language;

    #[test]
    fn an_account_without_a_name_is_named_by_its_number() {
        assert_eq!(account_name(Language::English, 2, &[]), "Account 2");
        let taken = ["Account 2".to_owned(), "Account 3".to_owned()];
        assert_eq!(account_name(Language::English, 2, &taken), "Account 4");
        assert_eq!(account_name(Language::TraditionalChinese, 1, &taken), "帳戶 1");
    }
}
