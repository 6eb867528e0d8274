//! The sign-in log for administrators and auditors.

use proofup_api::{
    AdminSignIns, AdminSignInsRequest, Blocks, BlocksRequest, CheckLog, LogCheck, LogPlace, PersonBypass,
};
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

    /// Checks a part of the log: from the oldest row, or behind the place where the part before ended.
    pub async fn check_log(&self, after: Option<LogPlace>) -> Result<LogCheck, AppError> {
        let body = &CheckLog { after };
        self.service.confirmed_call(|session: Session| async move { session.check_log(body).await }).await
    }

    /// A page of everybody's blocks, the newest first.
    pub async fn blocks(&self, request: &BlocksRequest) -> Result<Blocks, AppError> {
        self.service.confirmed_call(|session: Session| async move { session.blocks(request).await }).await
    }

    /// Everybody's one-time bypasses that are open.
    pub async fn bypasses(&self) -> Result<Vec<PersonBypass>, AppError> {
        self.service.confirmed_call(|session: Session| async move { session.bypasses().await }).await
    }

    /// The newest sign-ins of a person.
    pub async fn person_sign_ins(&self, upn: &str) -> Result<AdminSignIns, AppError> {
        let request =
            AdminSignInsRequest { user: Some(upn.to_owned()), top: Some(OF_PERSON), ..AdminSignInsRequest::default() };
        self.admin_sign_ins(request).await
    }
}
