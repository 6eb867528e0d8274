//! What links and pictures would add: the page sees names, the seeds wait here.

use proofup_token_files::{
    Link, MigrationPart, OtpAuth, ParsedLink, TokenFileError, Warning, links_in_picture, links_in_pixels,
};
use proofup_vault::{Entry, NewEntry};

use crate::{
    App, AppError,
    authenticator::account_names,
    clipboard::Pixels,
    view::{AccountDraft, AccountRow, DraftWarning, ExportPart, Found},
};

/// Older drafts are forgotten beyond this: an export of many parts waits whole.
const MOST_DRAFTS: usize = 1_000;

/// An account that waits for a decision.
pub(crate) struct Draft {
    id: String,
    account: OtpAuth,
}

impl App {
    /// Reads an `otpauth` link, or the part of an export in an `otpauth-migration` link. Nothing is added.
    ///
    /// # Errors
    /// What is wrong with the link.
    pub async fn drafts_from_link(&self, link: &str) -> Result<Found, AppError> {
        self.found(vec![Link::parse(link)]).await
    }

    /// Reads the QR codes of a picture. Nothing is added.
    ///
    /// # Errors
    /// What is wrong with the picture, or with the only code in it.
    pub async fn drafts_from_picture(&self, bytes: Vec<u8>) -> Result<Found, AppError> {
        let links = tokio::task::spawn_blocking(move || links_in_picture(&bytes));
        self.found(links.await.map_err(|_| AppError::Failed)??).await
    }

    /// Reads the QR codes of the picture in the clipboard. Nothing is added.
    ///
    /// # Errors
    /// [`AppError::NoPictureCopied`], and those of [`App::drafts_from_picture`].
    pub async fn drafts_from_clipboard(&self) -> Result<Found, AppError> {
        let lending = self.lending();
        let links = tokio::task::spawn_blocking(move || {
            let Pixels { width, height, rgba } = lending.picture().ok_or(AppError::NoPictureCopied)?;
            Ok::<_, AppError>(links_in_pixels(width, height, &rgba)?)
        });
        self.found(links.await.map_err(|_| AppError::Failed)??).await
    }

    /// Good links become drafts; with none at all, the first fault is the answer.
    async fn found(&self, links: Vec<Result<Link, TokenFileError>>) -> Result<Found, AppError> {
        let (mut found, mut refused) = (Found::default(), Vec::new());
        for link in links {
            match link {
                Ok(Link::Account(account)) => found.drafts.push(self.draft(account).await),
                Ok(Link::Part(part)) => self.part_found(part, &mut found, &mut refused).await,
                Err(error) => refused.push(error),
            }
        }
        if found.drafts.is_empty()
            && let Some(first) = refused.first()
        {
            return Err(first.clone().into());
        }
        found.refused = refused.into_iter().map(|error| self.fault(&error.into())).collect();
        Ok(found)
    }

    /// The accounts of one part of an export; the same part once more is passed over.
    async fn part_found(&self, part: MigrationPart, found: &mut Found, refused: &mut Vec<TokenFileError>) {
        let MigrationPart { export, part, parts, accounts } = part;
        if found.exports.iter().any(|known| (known.export, known.part) == (export, part)) {
            return;
        }
        let mut draft_ids = Vec::new();
        for account in accounts {
            match account {
                Ok(account) => {
                    let draft = self.draft(account).await;
                    draft_ids.push(draft.draft_id.clone());
                    found.drafts.push(draft);
                }
                Err(error) => refused.push(error),
            }
        }
        found.exports.push(ExportPart { export, part, parts, draft_ids });
    }

    /// Adds a draft under these names.
    ///
    /// # Errors
    /// [`AppError::DraftGone`], what is wrong with the names, or that the vault cannot keep it. The draft stays.
    pub async fn add_draft(&self, draft_id: &str, issuer: &str, account: &str) -> Result<AccountRow, AppError> {
        let (issuer, account) = account_names(issuer, account)?;
        let params = {
            let drafts = self.drafts();
            drafts.iter().find(|draft| draft.id == draft_id).map(|draft| draft.account.params.clone())
        };
        let params = params.ok_or(AppError::DraftGone)?;
        let row = self.add_entry(NewEntry { issuer, account, params, organisation: None }).await?;
        self.discard_draft(draft_id);
        Ok(row)
    }

    /// Forgets a draft.
    pub fn discard_draft(&self, draft_id: &str) {
        self.drafts().retain(|draft| draft.id != draft_id);
    }

    async fn draft(&self, parsed: ParsedLink) -> AccountDraft {
        let ParsedLink { otp_auth, warnings } = parsed;
        let wanted = otp_auth.clone();
        let is_there = move |entries: &[Entry]| entries.iter().any(|entry| is_same(entry, &wanted));
        // A vault that is closed does not tell; adding will.
        let already_there = self.with_vault(move |vault| vault.read(is_there)).await.unwrap_or(false);
        let id = self.unique();
        let view = AccountDraft {
            draft_id: id.clone(),
            issuer: otp_auth.issuer.clone(),
            account: otp_auth.account.clone(),
            kind: otp_auth.params.kind().into(),
            algorithm: otp_auth.params.algorithm().into(),
            digits: otp_auth.params.digits(),
            period: otp_auth.params.period().and_then(|period| u32::try_from(period).ok()),
            already_there,
            warnings: warnings.iter().map(DraftWarning::from).collect(),
        };
        let mut drafts = self.drafts();
        if drafts.len() >= MOST_DRAFTS {
            drafts.remove(0);
        }
        drafts.push(Draft { id, account: otp_auth });
        view
    }
}

/// Makes the same codes, whatever it is called.
fn is_same(entry: &Entry, account: &OtpAuth) -> bool {
    let (own, other) = (&entry.params, &account.params);
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
        }
    }
}
