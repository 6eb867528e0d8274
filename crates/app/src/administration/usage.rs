//! The usage report.

use proofup_api::UsageReport;
use proofup_client::Session;

use super::Administration;
use crate::AppError;

impl Administration {
    /// People by state, texts and calls by month, and app passwords that seem to be unused.
    ///
    /// # Errors
    /// Any fault of a call to the service.
    pub async fn usage_report(&self) -> Result<UsageReport, AppError> {
        self.service.confirmed_call(|session: Session| async move { session.usage_report().await }).await
    }
}
