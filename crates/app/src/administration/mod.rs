//! Administration of other people. The app keeps none of this data, in memory or on disk: it asks the service each
//! time.

mod access_tokens;
mod log;
mod log_export;
mod people;
mod settings;
mod tokens;
mod usage;

pub use self::log_export::LogFormat;

use std::sync::Arc;

use proofup_client::Environment;

use self::access_tokens::ShownAccessToken;
use self::tokens::Upload;
use crate::{clipboard::ClipboardLease, service::ServiceConnection, status::Scoped};

/// The administration pages.
pub struct Administration {
    service: Arc<ServiceConnection>,
    /// The list of hardware tokens that is about to be imported.
    upload: Arc<Scoped<Option<Upload>>>,
    /// The token of a program that is shown now.
    shown: Arc<Scoped<Option<ShownAccessToken>>>,
    clipboard: Arc<ClipboardLease>,
    environment: Arc<dyn Environment>,
}

impl Administration {
    pub(crate) fn new(
        service: Arc<ServiceConnection>,
        clipboard: Arc<ClipboardLease>,
        environment: Arc<dyn Environment>,
    ) -> Self {
        let (upload, shown) = (service.person().value(), service.person().value());
        Self { service, upload, shown, clipboard, environment }
    }
}
