//! The errors of the use cases.

use std::io;

use proofup_client::{AddressFault, ClientError};
use proofup_otp::OtpError;
use proofup_token_files::{EntryFault, ImportError, TokenFileError};
use proofup_vault::VaultError;
use thiserror::Error;

use crate::view::ShortcutFault;

/// Every error of the app. [`crate::App::fault`] gives each its stable code.
#[derive(Debug, Error)]
pub enum AppError {
    /// An error of the service.
    #[error(transparent)]
    Service(#[from] ClientError),
    /// An error of the vault.
    #[error(transparent)]
    Vault(#[from] VaultError),
    /// A link or a picture contains no account.
    #[error(transparent)]
    TokenFile(#[from] TokenFileError),
    /// No entry of an export file can be read.
    #[error(transparent)]
    Import(#[from] ImportError),
    /// An entry of an export file cannot be used.
    #[error(transparent)]
    ImportEntry(#[from] EntryFault),
    /// The content of the import file was forgotten.
    #[error("there is no such import")]
    ImportGone,
    /// The person cancelled the import.
    #[error("the import was cancelled")]
    ImportCancelled,
    /// A typed account is invalid.
    #[error(transparent)]
    Otp(#[from] OtpError),
    /// The address of the service is invalid.
    #[error(transparent)]
    Address(#[from] AddressFault),
    /// There is no sign-in to continue.
    #[error("the sign-in is over")]
    SignInOver,
    /// The new passphrase is too short to be safe.
    #[error("the passphrase is too short")]
    PassphraseTooShort,
    /// The folder of the moved vault is missing.
    #[error("the folder of the vault is missing")]
    VaultFolderMissing,
    /// The path of a folder is not absolute.
    #[error("the path of the folder is not absolute")]
    FolderNotAbsolute,
    /// The name of a folder is not Unicode text.
    #[error("the folder's name is not text")]
    FolderNotText,
    /// The account has neither issuer nor name.
    #[error("the account has no name")]
    AccountNameEmpty,
    /// A name is longer than allowed.
    #[error("the account's name is too long")]
    AccountNameTooLong,
    /// A note is longer than allowed.
    #[error("the note is too long")]
    NoteTooLong,
    /// A tag is longer than allowed.
    #[error("a tag is too long")]
    TagTooLong,
    /// An account has more tags than allowed.
    #[error("too many tags")]
    TagsTooMany,
    /// The file for an account's picture is too large.
    #[error("the picture is too large")]
    IconTooLarge,
    /// The file for an account's picture is not a picture.
    #[error("the picture cannot be read")]
    IconUnreadable,
    /// There is no account with this id.
    #[error("there is no such account")]
    AccountGone,
    /// The draft was forgotten.
    #[error("there is no such draft")]
    DraftGone,
    /// The set-up of a mobile app was forgotten.
    #[error("there is no such set-up")]
    SetupGone,
    /// The key of this computer as a device can be neither stored nor read.
    #[error("the key of this device is not available")]
    DeviceKeyUnavailable,
    /// The typed or pasted text is not an activation link.
    #[error("this is not an activation link")]
    ActivationInvalid,
    /// The request no longer waits.
    #[error("there is no such request")]
    RequestGone,
    /// The token of a program is no longer shown.
    #[error("the access token is no longer shown")]
    AccessTokenGone,
    /// The app password is no longer shown.
    #[error("the app password is no longer shown")]
    AppPasswordGone,
    /// There is no code to copy.
    #[error("the account shows no code")]
    NoCodeShown,
    /// The settings file could not be written.
    #[error("the settings could not be written: {0}")]
    SettingsNotSaved(#[source] io::Error),
    /// The passphrase from the environment could not be read.
    #[error("the passphrase could not be read: {0}")]
    PassphraseSource(#[source] io::Error),
    /// The clipboard contains no picture.
    #[error("there is no picture in the clipboard")]
    NoPictureCopied,
    /// No QR code of the picture contains a link of Proofup.
    #[error("no QR code in this picture contains a link of this app")]
    PictureWithoutLink,
    /// The desktop gave no screenshot.
    #[error("no screenshot: {0}")]
    NoScreen(String),
    /// The person refused the screenshot.
    #[error("the screenshot was refused")]
    ScreenRefused,
    /// The keys are not a valid shortcut.
    #[error("these keys are not a shortcut: {}", .0.as_str())]
    ShortcutInvalid(ShortcutFault),
    /// Another program has the shortcut.
    #[error("another program has the shortcut")]
    ShortcutTaken,
    /// The person refused the desktop's question about the shortcut, or did not answer.
    #[error("the shortcut was refused")]
    ShortcutRefused,
    /// The desktop supports no shortcut.
    #[error("no shortcut from this desktop: {0}")]
    ShortcutUnavailable(String),
    /// The start with the session could not be switched on or off.
    #[error("the start with the session could not be changed: {0}")]
    SessionStart(#[source] io::Error),
    /// The clipboard failed.
    #[error("the clipboard failed: {0}")]
    Clipboard(String),
    /// The service inside this process could not be started or stopped.
    #[error("the embedded service: {0}")]
    EmbeddedService(String),
    /// A blocking call panicked: a bug in the app.
    #[error("a part of the app failed")]
    Failed,
}
