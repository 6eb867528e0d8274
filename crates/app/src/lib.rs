//! What the app does, without a window: use cases over the vault and the service.
//!
//! [`App`] is told where its files are, what keeps secrets, what time it is and where chance comes from ([`Setup`]); it
//! reads none of these by itself. What it answers are the plain values of [`view`], what it throws is [`AppError`], and
//! [`App::fault`] turns that into the stable code that the window has words for.

mod activity;
mod app;
mod app_passwords;
mod arranging;
mod at_hand;
mod authenticator;
mod auto_lock;
mod board;
mod clipboard;
mod codes;
mod computer;
mod connection;
mod device_names;
mod devices;
mod drafts;
mod error;
mod export;
mod faults;
mod hardware_tokens;
mod icons;
mod kept_session;
mod known;
mod mobile_app;
mod opened_links;
mod own_accounts;
mod own_code;
mod place;
mod renaming;
mod security_info;
mod service_link;
mod service_offer;
mod settings;
mod setup;
mod shortcut;
mod show_qr;
mod sight;
mod sign_in;
mod step_up;
mod stopped_page;
mod trash;
mod tray;
mod vault_desk;
mod vault_door;
mod vault_homes;
mod vault_keys;
mod vault_places;

pub mod view;

// # The app
pub use app::App;
pub use board::Change;
pub use error::AppError;
pub use shortcut::{Shortcut, ShortcutFault, ShortcutKey};
pub use stopped_page::StoppedPageWords;
pub use tray::{TrayChoice, TrayItem};

// # What is passed in
pub use clipboard::{Clipboard, Pixels};
pub use computer::Computer;
pub use opened_links::MOST_LINK_BYTES;
pub use place::{DATA_FOLDER_NAME, Place};
pub use proofup_client::World;
pub use proofup_vault::{KeyringTimeLimits, NoKeyring, OsKeyring, SecretStore};
pub use setup::{PassphraseSource, ServiceSource, Setup};

// # A device of its own, as the demo phone is one
pub use proofup_api::{ActivateAuthenticator, ApprovalPurpose, ApprovalRequest};
pub use proofup_client::{Choice, ClientError, Device, DeviceKey, Service, ServiceAddress};

// # Words of the service that commands take
pub use proofup_api::{
    ActivityKind, AuthenticatorSetUp, MethodType, PhoneType, SecretText, TestStarted, VerificationStarted, VerifyBy,
};
