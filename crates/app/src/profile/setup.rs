//! What the app is given at its start.

use std::{io, path::PathBuf, sync::Arc};

use proofup_api::SecretText;
use proofup_client::Environment;
use proofup_vault::SecretStore;

use crate::{Clipboard, HostInfo};

/// Gives the vault's passphrase where nobody can be asked, as backup programs do it. It may block.
pub type PassphraseSource = Arc<dyn Fn() -> io::Result<SecretText> + Send + Sync>;

/// Where the service is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ServiceSource {
    /// At the address in the settings.
    Settings,
    /// The same; where the settings say nothing, at the address that an administrator left on this computer.
    Deployed(String),
    /// At this address. It overrides the settings.
    Fixed(String),
    /// In this process; its address comes with [`crate::ServiceConnection::embedded_service_started`].
    Embedded,
}

/// Everything that the app cannot know by itself.
pub struct Setup {
    /// Where its files are. It is made when something is written for the first time.
    pub data_folder: PathBuf,
    /// The OS keyring, or none.
    pub secret_store: Arc<dyn SecretStore>,
    /// Time and chance.
    pub environment: Arc<dyn Environment>,
    /// The clipboard.
    pub clipboard: Arc<dyn Clipboard>,
    /// This computer.
    pub host: HostInfo,
    /// Where the service is.
    pub service: ServiceSource,
    /// The vault's passphrase, where nobody can be asked.
    pub passphrase: Option<PassphraseSource>,
    /// The app's own version.
    pub version: String,
}
