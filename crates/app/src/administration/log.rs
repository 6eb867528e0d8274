//! The sign-in log for administrators and auditors.

use proofup_api::{AdminSignIns, AdminSignInsRequest};
use proofup_client::Session;

use super::Administration;
use crate::AppError;

/// How many sign-ins the page of a person shows.
const OF_PERSON: u32 = 20;

#[expect(clippy::missing_errors_doc, reason = "every call can come to every fault of a call to the service")]
impl Administration {
    /// A page of the sign-ins of all people, the newest first.
    pub async fn admin_sign_ins(&self, request: AdminSignInsRequest) -> Result<AdminSignIns, AppError> {
        let ask = |session: Session| {
            let request = request.clone();
            async move { session.admin_sign_ins(&request).await }
        };
        self.service.confirmed_call(ask).await
    }

    /// The newest sign-ins of a person.
    pub async fn person_sign_ins(&self, upn: &str) -> Result<AdminSignIns, AppError> {
        let request =
            AdminSignInsRequest { user: Some(upn.to_owned()), top: Some(OF_PERSON), ..AdminSignInsRequest::default() };
        self.admin_sign_ins(request).await
    }
}
