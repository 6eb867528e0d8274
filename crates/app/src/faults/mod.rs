//! The one table from errors to the codes that the window explains. Every error has its line, so that a new error does
//! not compile without a code.

mod error;

pub use error::AppError;

mod accounts;
mod imports;
mod service;
mod vault;

use jiff::Timestamp;
use proofup_api::{ErrorCode, Params};
use proofup_client::{AddressFault, ClientError};
use serde_json::Value;

use crate::view::{Fault, LocalFault, MOST_NOTE_CHARACTERS, MOST_TAG_CHARACTERS, MOST_TAGS};

/// A code with its parameters, before the time is added.
pub(crate) struct Coded {
    code: &'static str,
    params: Params,
    correlation_id: Option<String>,
}

impl Coded {
    fn new(code: &'static str) -> Self {
        Self { code, params: Params::new(), correlation_id: None }
    }

    fn with(mut self, name: &str, value: impl Into<Value>) -> Self {
        self.params.insert(name.to_owned(), value.into());
        self
    }

    pub(crate) fn at(self, now: Timestamp) -> Fault {
        let Self { code, params, correlation_id } = self;
        Fault { code: code.to_owned(), params, correlation_id, time: now.as_millisecond() }
    }
}

impl From<LocalFault> for Coded {
    fn from(fault: LocalFault) -> Self {
        Self::new(fault.as_str())
    }
}

/// The code of any error.
pub(crate) fn code(error: &AppError) -> Coded {
    let local = |fault: LocalFault| Coded::from(fault);
    match error {
        AppError::Service(error) => service::code(error),
        AppError::Vault(error) => vault::code(error),
        AppError::TokenFile(error) => accounts::token_file_code(error),
        AppError::Otp(error) => accounts::otp_code(error),
        AppError::Import(error) => imports::import_code(error),
        AppError::ImportEntry(fault) => imports::entry_code(fault),
        AppError::ImportGone => local(LocalFault::ImportGone),
        AppError::ImportCancelled => local(LocalFault::ImportCancelled),
        AppError::Address(AddressFault::NotAUrl) => {
            local(LocalFault::ServiceAddressInvalid).with("reason", "not_a_url")
        }
        AppError::Address(AddressFault::NotHttps) => {
            local(LocalFault::ServiceAddressInvalid).with("reason", "not_https")
        }
        AppError::SignInOver => local(LocalFault::SignInOver),
        AppError::PassphraseTooShort => local(LocalFault::PassphraseTooShort),
        AppError::VaultFolderMissing => local(LocalFault::VaultFolderMissing),
        AppError::FolderNotAbsolute => local(LocalFault::FolderNotAbsolute),
        AppError::FolderNotText => local(LocalFault::FolderNotText),
        AppError::AccountNameEmpty => local(LocalFault::AccountNameEmpty),
        AppError::AccountNameTooLong => local(LocalFault::AccountNameTooLong),
        AppError::NoteTooLong => local(LocalFault::NoteTooLong).with("most", MOST_NOTE_CHARACTERS),
        AppError::TagTooLong => local(LocalFault::TagTooLong).with("most", MOST_TAG_CHARACTERS),
        AppError::TagsTooMany => local(LocalFault::TagsTooMany).with("most", MOST_TAGS),
        AppError::IconTooLarge => local(LocalFault::IconTooLarge),
        AppError::IconUnreadable => local(LocalFault::PictureUnreadable),
        AppError::AccountGone => local(LocalFault::AccountGone),
        AppError::DraftGone => local(LocalFault::DraftGone),
        AppError::SetupGone => local(LocalFault::SetupGone),
        AppError::DeviceKeyUnavailable => local(LocalFault::DeviceKeyUnavailable),
        AppError::ActivationInvalid => local(LocalFault::ActivationInvalid),
        AppError::RequestGone => Coded::new(ErrorCode::RequestExpired.as_str()),
        AppError::AccessTokenGone => local(LocalFault::AccessTokenGone),
        AppError::AppPasswordGone => local(LocalFault::AppPasswordGone),
        AppError::PictureWithoutLink => local(LocalFault::PictureWithoutLink),
        AppError::NoPictureCopied => local(LocalFault::ClipboardWithoutPicture),
        AppError::NoScreen(detail) => local(LocalFault::ScreenUnavailable).with("detail", detail.as_str()),
        AppError::ScreenRefused => local(LocalFault::ScreenRefused),
        AppError::NoCodeShown => local(LocalFault::CodeNotShown),
        AppError::SettingsNotSaved(error) => local(LocalFault::SettingsNotSaved).with("detail", error.to_string()),
        AppError::PassphraseSource(error) => local(LocalFault::PassphraseUnavailable).with("detail", error.to_string()),
        AppError::ShortcutInvalid(fault) => local(LocalFault::ShortcutInvalid).with("reason", fault.as_str()),
        AppError::ShortcutTaken => local(LocalFault::ShortcutTaken),
        AppError::ShortcutRefused => local(LocalFault::ShortcutRefused),
        AppError::ShortcutUnavailable(detail) => local(LocalFault::ShortcutUnavailable).with("detail", detail.as_str()),
        AppError::SessionStart(error) => local(LocalFault::SessionStartNotChanged).with("detail", error.to_string()),
        AppError::Clipboard(detail) => local(LocalFault::ClipboardUnavailable).with("detail", detail.as_str()),
        AppError::EmbeddedService(detail) => local(LocalFault::ServiceNotStarted).with("detail", detail.as_str()),
        AppError::Failed => local(LocalFault::AppFault),
    }
}

/// The code of a vault error, for the state of the vault.
pub(crate) fn vault_fault(error: &proofup_vault::VaultError) -> LocalFault {
    vault::fault(error)
}

/// Converts an error for the window, and logs it.
pub(crate) fn fault(error: &AppError, now: Timestamp) -> Fault {
    let fault = code(error).at(now);
    match error {
        AppError::Failed => tracing::error!(code = fault.code, %error, "a part of the app failed"),
        AppError::Service(ClientError::InvalidAnswer { .. }) | AppError::Vault(_) => {
            tracing::warn!(code = fault.code, %error, "a command failed");
        }
        _ => tracing::info!(code = fault.code, %error, "a command failed"),
    }
    fault
}
