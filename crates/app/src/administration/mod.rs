//! Administration of other people. The app keeps none of this data, in memory or on disk: it asks the service each
//! time.

mod log;
mod people;
mod usage;

use std::sync::Arc;

use crate::service::ServiceConnection;

/// The administration pages.
pub struct Administration {
    service: Arc<ServiceConnection>,
}

impl Administration {
    pub(crate) fn new(service: Arc<ServiceConnection>) -> Self {
        Self { service }
    }
}
