//! The values that the app needs at its start.

use std::{io, path::PathBuf, sync::Arc};

use proofup_api::SecretText;
use proofup_client::Environment;
use proofup_vault::{SecretStore, WorkFactor};

use crate::{Clipboard, HostInfo};

/// Gives the vault's passphrase when there is no person to ask, like in backup programs. It may block.
pub type PassphraseSource = Arc<dyn Fn() -> io::Result<SecretText> + Send + Sync>;

/// The source of the service's address.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ServiceSource {
    /// The settings.
    Settings,
    /// The settings; if they have none, the address that an administrator deployed on this computer.
    Deployed(String),
    /// This address. It overrides the settings.
    Fixed(String),
    /// The embedded service; [`crate::ServiceConnection::embedded_service_started`] gives its address.
    Embedded,
}

/// The values that the app cannot find by itself.
pub struct Setup {
    /// The folder of its files. The first write creates it.
    pub data_folder: PathBuf,
    /// The OS keyring, or none.
    pub secret_store: Arc<dyn SecretStore>,
    /// Time and randomness.
    pub environment: Arc<dyn Environment>,
    /// The clipboard.
    pub clipboard: Arc<dyn Clipboard>,
    /// This computer.
    pub host: HostInfo,
    /// The source of the service's address.
    pub service: ServiceSource,
    /// The vault's passphrase, when there is no person to ask.
    pub passphrase: Option<PassphraseSource>,
    /// The cost of trying a passphrase that is set from now on: [`WorkFactor::STANDARD`], except in tests.
    pub passphrase_cost: WorkFactor,
    /// The app's own version.
    pub version: String,
}
