//! People: the list, one person, and actions on them.

use proofup_api::{
    AdminActions, AdminActionsRequest, AdminUserDetails, BulkRequest, BulkResult, CallerVerification, ChangeUser,
    ConfirmCaller, People, PeopleRequest, Role, SecretText, UserAction, UserActionBody, VerifyCaller,
};
use proofup_client::Session;

use super::Administration;
use crate::AppError;

#[expect(clippy::missing_errors_doc, reason = "every call can come to every fault of a call to the service")]
impl Administration {
    /// A page of people.
    pub async fn people(&self, request: PeopleRequest) -> Result<People, AppError> {
        let ask = |session: Session| {
            let request = request.clone();
            async move { session.people(&request).await }
        };
        self.service.confirmed_call(ask).await
    }

    /// One person.
    pub async fn person(&self, upn: &str) -> Result<AdminUserDetails, AppError> {
        self.service.confirmed_call(|session: Session| async move { session.person(upn).await }).await
    }

    /// Sets the state of a person.
    pub async fn set_person_state(&self, upn: &str, change: &ChangeUser) -> Result<(), AppError> {
        self.service
            .confirmed_call(|session: Session| async move { session.set_mfa_state(upn, change).await })
            .await
            .map(drop)
    }

    /// Carries out an action on a person.
    pub async fn act_on_person(&self, upn: &str, action: UserAction, body: &UserActionBody) -> Result<(), AppError> {
        self.service
            .confirmed_call(|session: Session| async move { session.act_on_person(upn, action, body).await })
            .await
    }

    /// Carries out one action on many people, or looks at them and counts.
    pub async fn change_people(&self, request: &BulkRequest, dry_run: bool) -> Result<BulkResult, AppError> {
        self.service
            .confirmed_call(|session: Session| async move { session.change_people(request, dry_run).await })
            .await
    }

    /// Asks a phone of a person whether they talk to who asks.
    pub async fn verify_caller(&self, upn: &str, body: &VerifyCaller) -> Result<CallerVerification, AppError> {
        self.service.confirmed_call(|session: Session| async move { session.verify_caller(upn, body).await }).await
    }

    /// What came of such a question.
    pub async fn caller_verification(&self, upn: &str, id: &str) -> Result<CallerVerification, AppError> {
        self.service.confirmed_call(|session: Session| async move { session.caller_verification(upn, id).await }).await
    }

    /// Passes on the word that the caller read back; `None` says that the office phone was called back.
    pub async fn confirm_caller(
        &self,
        upn: &str,
        id: &str,
        word: Option<SecretText>,
    ) -> Result<CallerVerification, AppError> {
        let body = &ConfirmCaller { word };
        self.service.confirmed_call(|session: Session| async move { session.confirm_caller(upn, id, body).await }).await
    }

    /// Withdraws an open one-time bypass.
    pub async fn withdraw_bypass(&self, upn: &str) -> Result<(), AppError> {
        self.service.confirmed_call(|session: Session| async move { session.withdraw_bypass(upn).await }).await
    }

    /// Sets the roles of a person: those that are not named are removed.
    pub async fn set_person_roles(&self, upn: &str, roles: &[Role], reason: Option<&str>) -> Result<(), AppError> {
        let set = |session: Session| {
            let (roles, reason) = (roles.to_vec(), reason.map(str::to_owned));
            async move { session.set_roles(upn, roles, reason).await }
        };
        self.service.confirmed_call(set).await.map(drop)
    }

    /// A page of the actions of administrators, the newest first.
    pub async fn admin_actions(&self, request: &AdminActionsRequest) -> Result<AdminActions, AppError> {
        self.service.confirmed_call(|session: Session| async move { session.admin_actions(request).await }).await
    }
}
