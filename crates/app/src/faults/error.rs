//! What can go wrong in a use case.

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
    /// The service did not do it.
    #[error(transparent)]
    Service(#[from] ClientError),
    /// The vault did not do it.
    #[error(transparent)]
    Vault(#[from] VaultError),
    /// A link or a picture gives no account.
    #[error(transparent)]
    TokenFile(#[from] TokenFileError),
    /// Nothing of an export file can be looked at.
    #[error(transparent)]
    Import(#[from] ImportError),
    /// An entry of an export file cannot be used.
    #[error(transparent)]
    ImportEntry(#[from] EntryFault),
    /// What was read of a file was forgotten.
    #[error("there is no such import")]
    ImportGone,
    /// The import was given up.
    #[error("the import was cancelled")]
    ImportCancelled,
    /// A typed account cannot be one.
    #[error(transparent)]
    Otp(#[from] OtpError),
    /// The service's address is none.
    #[error(transparent)]
    Address(#[from] AddressFault),
    /// There is no sign-in to go on with.
    #[error("the sign-in is over")]
    SignInOver,
    /// The new passphrase is too short to protect anything.
    #[error("the passphrase is too short")]
    PassphraseTooShort,
    /// The folder that the vault was moved to is not there now.
    #[error("the folder of the vault is not there")]
    VaultFolderMissing,
    /// A folder was not named in full.
    #[error("the folder is not named in full")]
    FolderNotAbsolute,
    /// A folder's name holds bytes that are no text.
    #[error("the folder's name is no text")]
    FolderNotText,
    /// The account has neither issuer nor name.
    #[error("the account has no name")]
    AccountNameEmpty,
    /// A name is longer than the form takes.
    #[error("the account's name is too long")]
    AccountNameTooLong,
    /// A note is longer than is kept.
    #[error("the note is too long")]
    NoteTooLong,
    /// A tag is longer than is kept.
    #[error("a tag is too long")]
    TagTooLong,
    /// An account has more tags than are kept.
    #[error("too many tags")]
    TagsTooMany,
    /// The file for an account's picture is too large.
    #[error("the picture is too large")]
    IconTooLarge,
    /// The file for an account's picture is none.
    #[error("the picture cannot be read")]
    IconUnreadable,
    /// No account has this id any more.
    #[error("there is no such account")]
    AccountGone,
    /// The draft was forgotten.
    #[error("there is no such draft")]
    DraftGone,
    /// The set-up of a mobile app was forgotten.
    #[error("there is no such set-up")]
    SetupGone,
    /// The key of this computer as a device can neither be kept nor read.
    #[error("the key of this device is not available")]
    DeviceKeyUnavailable,
    /// What was typed or pasted activates nothing.
    #[error("this is no activation link")]
    ActivationInvalid,
    /// The request to approve waits no more.
    #[error("there is no such request")]
    RequestGone,
    /// The app password is no longer at hand.
    #[error("the app password is no longer shown")]
    AppPasswordGone,
    /// There is no code to copy.
    #[error("the account shows no code")]
    NoCodeShown,
    /// The settings file could not be written.
    #[error("the settings could not be written: {0}")]
    SettingsNotSaved(#[source] io::Error),
    /// The passphrase could not be had from where the environment says.
    #[error("the passphrase could not be read: {0}")]
    PassphraseSource(#[source] io::Error),
    /// The clipboard holds no picture.
    #[error("there is no picture in the clipboard")]
    NoPictureCopied,
    /// No QR code of the picture holds a link of Proofup's own.
    #[error("no QR code in this picture holds a link of this app")]
    PictureWithoutLink,
    /// The desktop gave no picture of the screen.
    #[error("no picture of the screen: {0}")]
    NoScreen(String),
    /// Whoever was asked for a picture of the screen said no.
    #[error("the picture of the screen was refused")]
    ScreenRefused,
    /// Keys that are no shortcut.
    #[error("these keys are no shortcut: {}", .0.as_str())]
    ShortcutInvalid(ShortcutFault),
    /// Another program has the shortcut.
    #[error("another program has the shortcut")]
    ShortcutTaken,
    /// The person said no to the desktop's question about the shortcut, or nothing at all.
    #[error("the shortcut was refused")]
    ShortcutRefused,
    /// The desktop gives no shortcut.
    #[error("no shortcut from this desktop: {0}")]
    ShortcutUnavailable(String),
    /// Whether the app starts with the session could not be changed.
    #[error("the start with the session could not be changed: {0}")]
    SessionStart(#[source] io::Error),
    /// The clipboard refused.
    #[error("the clipboard refused: {0}")]
    Clipboard(String),
    /// The service inside this process could not be started or stopped.
    #[error("the embedded service: {0}")]
    EmbeddedService(String),
    /// A blocking call did not come back: a fault of the app.
    #[error("a part of the app failed")]
    Failed,
}
