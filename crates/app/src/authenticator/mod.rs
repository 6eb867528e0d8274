//! The Authenticator page: accounts of the vault.

mod arrangement;
pub(crate) mod codes;
pub(crate) mod drafts;
mod export;
mod exporting;
mod importing;
mod pictures;
mod qr;
pub(crate) mod registrations;
mod trash;

use std::sync::{Arc, Mutex};

use jiff::Timestamp;
use proofup_client::Environment;
use proofup_otp::{Algorithm, Kind, OtpParams, Secret, is_name_too_long};
use proofup_vault::{Description, Entry, NewEntry, Vault};
use uuid::Uuid;

use self::{codes::ShownCode, drafts::Draft, importing::Importing};
use crate::{
    AppError, Change,
    clipboard::ClipboardLease,
    profile::Settings,
    status::{Scoped, ServiceClock, SnapshotStore, StatusPublisher},
    vault::VaultSession,
    view::{
        AccountEdit, AccountKind, AccountRow, AuthenticatorView, HashAlgorithm, MOST_NOTE_CHARACTERS,
        MOST_TAG_CHARACTERS, MOST_TAGS, ManualAccount, QuarantinedRow,
    },
};

/// The accounts on the Authenticator page.
pub struct Authenticator {
    vault: Arc<VaultSession>,
    settings: Arc<Settings>,
    publisher: Arc<StatusPublisher>,
    snapshots: Arc<SnapshotStore>,
    clock: Arc<ServiceClock>,
    clipboard: Arc<ClipboardLease>,
    environment: Arc<dyn Environment>,
    shown_codes: Arc<Scoped<Vec<ShownCode>>>,
    drafts: Arc<Scoped<Vec<Draft>>>,
    importing: Arc<Scoped<Importing>>,
    /// Registrations that a service no longer knows.
    refused: Mutex<Vec<String>>,
}

/// The parts that it uses.
pub(crate) struct AuthenticatorParts {
    pub(crate) vault: Arc<VaultSession>,
    pub(crate) settings: Arc<Settings>,
    pub(crate) publisher: Arc<StatusPublisher>,
    pub(crate) snapshots: Arc<SnapshotStore>,
    pub(crate) clock: Arc<ServiceClock>,
    pub(crate) clipboard: Arc<ClipboardLease>,
    pub(crate) environment: Arc<dyn Environment>,
}

impl Authenticator {
    pub(crate) fn new(parts: AuthenticatorParts) -> Self {
        let AuthenticatorParts { vault, settings, publisher, snapshots, clock, clipboard, environment } = parts;
        Self {
            shown_codes: vault.secrets().value(),
            drafts: vault.secrets().value(),
            importing: vault.secrets().value(),
            refused: Mutex::default(),
            vault,
            settings,
            publisher,
            snapshots,
            clock,
            clipboard,
            environment,
        }
    }

    /// The accounts, and the entries that could not be read.
    ///
    /// # Errors
    /// The vault is locked.
    pub async fn authenticator(&self) -> Result<AuthenticatorView, AppError> {
        let registrations = self.registrations();
        self.vault
            .with_vault(move |vault| {
                let row = |entry: &Entry| AccountRow { gone: registrations.lack(entry), ..AccountRow::from(entry) };
                let accounts = vault.read(|entries| entries.iter().map(row).collect())?;
                let quarantined = vault.quarantined()?.into_iter().map(|kept| QuarantinedRow {
                    id: kept.id,
                    name: kept.name,
                    detail: kept.reason,
                });
                let trashed = u32::try_from(vault.read_trash(<[_]>::len)?).unwrap_or(u32::MAX);
                Ok(AuthenticatorView { accounts, quarantined: quarantined.collect(), trashed })
            })
            .await
    }

    /// Adds a typed account.
    ///
    /// # Errors
    /// The account is invalid, or the vault cannot store it.
    pub async fn add_account(&self, typed: ManualAccount) -> Result<AccountRow, AppError> {
        let (issuer, account) = account_names(&typed.issuer, &typed.account)?;
        let secret = Secret::from_base32(&typed.secret)?;
        let kind = match typed.kind {
            AccountKind::Totp => Kind::Totp { period: u64::from(typed.period) },
            AccountKind::Hotp => Kind::Hotp { counter: typed.counter },
            AccountKind::Steam => Kind::Steam,
        };
        let params = OtpParams::new(secret, kind, typed.algorithm.into(), u64::from(typed.digits))?;
        self.add_entry(NewEntry { issuer, account, params, organisation: None }).await
    }

    /// Changes names, note and tags of an account.
    ///
    /// # Errors
    /// A value is invalid, or the vault cannot store it.
    pub async fn edit_account(&self, id: &str, edit: AccountEdit) -> Result<AccountRow, AppError> {
        let (issuer, account) = account_names(&edit.issuer, &edit.account)?;
        let note = edit.note.trim().to_owned();
        if note.chars().count() > MOST_NOTE_CHARACTERS {
            return Err(AppError::NoteTooLong);
        }
        let tags = clean_tags(&edit.tags)?;
        let (id, now) = (entry_id(id)?, self.environment.now());
        self.change_vault(move |vault| {
            vault.describe(id, Description { issuer, account, note, tags }, now)?;
            Ok(AccountRow::from(&vault.entry(id)?))
        })
        .await
    }

    pub(crate) async fn add_entry(&self, new: NewEntry) -> Result<AccountRow, AppError> {
        let now = self.environment.now();
        self.change_vault(move |vault| {
            let id = vault.add(new, now)?;
            Ok(AccountRow::from(&vault.entry(id)?))
        })
        .await
    }

    /// Changes the vault, and informs the pages.
    pub(crate) async fn change_vault<T: Send + 'static>(
        &self,
        change: impl FnOnce(&Vault) -> Result<T, proofup_vault::VaultError> + Send + 'static,
    ) -> Result<T, AppError> {
        let value = self.vault.with_vault(change).await?;
        self.publisher.announce(Change::Authenticator);
        Ok(value)
    }
}

/// Validates names from a form: at least one is not empty, and neither is too long.
pub(crate) fn account_names(issuer: &str, account: &str) -> Result<(String, String), AppError> {
    let (issuer, account) = (proofup_text::name(issuer), proofup_text::name(account));
    if issuer.is_empty() && account.is_empty() {
        return Err(AppError::AccountNameEmpty);
    }
    if [&issuer, &account].into_iter().any(|name| is_name_too_long(name)) {
        return Err(AppError::AccountNameTooLong);
    }
    Ok((issuer, account))
}

/// Validates tags from a form: none empty, none twice, none too long, not too many.
pub(crate) fn clean_tags(typed: &[String]) -> Result<Vec<String>, AppError> {
    let mut tags: Vec<String> = Vec::new();
    for tag in typed.iter().map(|tag| proofup_text::name(tag)).filter(|tag| !tag.is_empty()) {
        if tag.chars().count() > MOST_TAG_CHARACTERS {
            return Err(AppError::TagTooLong);
        }
        if !tags.iter().any(|had| had.to_lowercase() == tag.to_lowercase()) {
            tags.push(tag);
        }
    }
    if tags.len() > MOST_TAGS {
        return Err(AppError::TagsTooMany);
    }
    Ok(tags)
}

/// The vault's id of an account. An invalid id belongs to no account.
pub(crate) fn entry_id(id: &str) -> Result<Uuid, AppError> {
    id.parse().map_err(|_| AppError::AccountGone)
}

/// The vault's ids of accounts.
pub(crate) fn entry_ids(ids: &[String]) -> Result<Vec<Uuid>, AppError> {
    ids.iter().map(|id| entry_id(id)).collect()
}

impl From<&Entry> for AccountRow {
    fn from(entry: &Entry) -> Self {
        let params = &entry.params;
        Self {
            id: entry.id.to_string(),
            issuer: entry.issuer.clone(),
            account: entry.account.clone(),
            kind: params.kind().into(),
            period: params.period().and_then(|period| u32::try_from(period).ok()),
            digits: params.digits(),
            own_organization: entry.organisation.is_some(),
            gone: false,
            pinned: entry.pinned,
            note: entry.note.clone(),
            tags: entry.tags.clone(),
            picture: entry.picture.is_some().then(|| entry.changed_at.as_millisecond()),
            used: entry.used_at.map(Timestamp::as_millisecond),
            uses: entry.uses,
        }
    }
}

impl From<Kind> for AccountKind {
    fn from(kind: Kind) -> Self {
        match kind {
            Kind::Totp { .. } => Self::Totp,
            Kind::Hotp { .. } => Self::Hotp,
            Kind::Steam => Self::Steam,
        }
    }
}

impl From<HashAlgorithm> for Algorithm {
    fn from(algorithm: HashAlgorithm) -> Self {
        match algorithm {
            HashAlgorithm::SHA1 => Self::Sha1,
            HashAlgorithm::SHA256 => Self::Sha256,
            HashAlgorithm::SHA512 => Self::Sha512,
        }
    }
}

impl From<Algorithm> for HashAlgorithm {
    fn from(algorithm: Algorithm) -> Self {
        match algorithm {
            Algorithm::Sha1 => Self::SHA1,
            Algorithm::Sha256 => Self::SHA256,
            Algorithm::Sha512 => Self::SHA512,
        }
    }
}
