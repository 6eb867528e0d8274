//! Administration of other people. The app keeps none of this data, in memory or on disk: it asks the service each
//! time.

mod log;
mod people;
mod settings;
mod tokens;
mod usage;

use std::sync::Arc;

use proofup_client::Environment;

use self::tokens::Upload;
use crate::{service::ServiceConnection, status::Scoped};

/// The administration pages.
pub struct Administration {
    service: Arc<ServiceConnection>,
    /// The list of hardware tokens that is about to be imported.
    upload: Arc<Scoped<Option<Upload>>>,
    environment: Arc<dyn Environment>,
}

impl Administration {
    pub(crate) fn new(service: Arc<ServiceConnection>, environment: Arc<dyn Environment>) -> Self {
        let upload = service.person().value();
        Self { service, upload, environment }
    }
}
