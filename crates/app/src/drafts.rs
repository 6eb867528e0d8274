//! What links and pictures would add: the page sees names, the seeds wait here.

use proofup_token_files::{OtpAuth, ParsedLink, Warning, accounts_in_picture};
use proofup_vault::{Entry, NewEntry};

use crate::{
    App, AppError,
    authenticator::account_names,
    view::{AccountDraft, AccountRow, DraftWarning},
};

/// Older drafts are forgotten beyond this; nobody looks at more at once.
const MOST_DRAFTS: usize = 128;

/// An account that waits for a decision.
pub(crate) struct Draft {
    id: String,
    account: OtpAuth,
}

impl App {
    /// Reads an `otpauth` link. Nothing is added.
    ///
    /// # Errors
    /// What is wrong with the link.
    pub async fn draft_from_link(&self, link: &str) -> Result<AccountDraft, AppError> {
        let parsed = OtpAuth::parse(link)?;
        Ok(self.draft(parsed).await)
    }

    /// Reads the QR codes of a picture. Nothing is added.
    ///
    /// # Errors
    /// What is wrong with the picture, or with the only code in it.
    pub async fn drafts_from_picture(&self, bytes: Vec<u8>) -> Result<Vec<AccountDraft>, AppError> {
        let found = tokio::task::spawn_blocking(move || accounts_in_picture(&bytes));
        let (mut drafts, mut refused) = (Vec::new(), None);
        for account in found.await.map_err(|_| AppError::Failed)?? {
            match account {
                Ok(parsed) => drafts.push(self.draft(parsed).await),
                Err(error) => refused = refused.or(Some(error)),
            }
        }
        match refused {
            Some(error) if drafts.is_empty() => Err(error.into()),
            Some(error) => {
                tracing::info!(%error, "one code in the picture is no account");
                Ok(drafts)
            }
            None => Ok(drafts),
        }
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
