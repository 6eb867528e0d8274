//! The overview and the usage report: figures.

use proofup_api::{Overview, UsageReport};
use proofup_client::Session;

use super::Administration;
use crate::AppError;

impl Administration {
    /// How the organisation and its service stand.
    ///
    /// # Errors
    /// Any fault of a call to the service.
    pub async fn overview(&self) -> Result<Overview, AppError> {
        self.service.confirmed_call(|session: Session| async move { session.overview().await }).await
    }

    /// People by state, texts and calls by month, and app passwords that seem to be unused.
    ///
    /// # Errors
    /// Any fault of a call to the service.
    pub async fn usage_report(&self) -> Result<UsageReport, AppError> {
        self.service.confirmed_call(|session: Session| async move { session.usage_report().await }).await
    }
}
