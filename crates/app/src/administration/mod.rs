//! Administration: other people, looked up and looked after. Nothing of it is kept, in memory or on disk: what the window
//! shows is asked of the service each time.

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
