//! Calls of administrators and the help desk.

use proofup_api::{
    AdminActions, AdminActionsRequest, AdminSignIns, AdminSignInsRequest, AdminUser, AdminUserDetails, Blocks,
    BlocksRequest, BulkRequest, BulkResult, CallerVerification, ChangeUser, CheckLog, ConfirmCaller, Listing, LogCheck,
    Overview, People, PeopleRequest, PersonBypass, Role, SetRoles, SettingsDetails, SettingsEffect, SettingsPatch,
    UsageReport, UserAction, UserActionBody, VerifyCaller,
};
use reqwest::Method;
use serde::Serialize;
use serde_json::Value;

use super::with_id;
use crate::{ClientError, Download, Session};

const USERS: &str = "/v1/admin/users";
const USER: &str = "/v1/admin/users/";

#[expect(clippy::missing_errors_doc, reason = "every call can fail with every `ClientError`, and with nothing else")]
impl Session {
    /// A page of people.
    pub async fn people(&self, request: &PeopleRequest) -> Result<People, ClientError> {
        self.get(&with_query(USERS, request)).await
    }

    /// One person with methods, locks and blocks.
    pub async fn person(&self, upn: &str) -> Result<AdminUserDetails, ClientError> {
        self.get(&with_id(USER, upn, "")).await
    }

    /// Gives a person a state.
    pub async fn set_mfa_state(&self, upn: &str, change: &ChangeUser) -> Result<AdminUser, ClientError> {
        self.send(Method::PATCH, &with_id(USER, upn, ""), change).await
    }

    /// Carries out one action on a person.
    pub async fn act_on_person(&self, upn: &str, action: UserAction, body: &UserActionBody) -> Result<(), ClientError> {
        let action = serde_json::to_value(action).ok();
        let action = action.as_ref().and_then(Value::as_str).unwrap_or_default();
        self.order(Method::POST, &with_id(USER, upn, &format!(":{action}")), Some(body)).await
    }

    /// Carries out one action on many people, or looks at them and counts.
    pub async fn change_people(&self, request: &BulkRequest, dry_run: bool) -> Result<BulkResult, ClientError> {
        self.send(Method::POST, &format!("{USERS}:bulk?dryRun={dry_run}"), request).await
    }

    /// Asks a phone of a person whether they talk to who asks.
    pub async fn verify_caller(&self, upn: &str, body: &VerifyCaller) -> Result<CallerVerification, ClientError> {
        self.send(Method::POST, &with_id(USER, upn, "/callerVerifications"), body).await
    }

    /// What came of such a question.
    pub async fn caller_verification(&self, upn: &str, id: &str) -> Result<CallerVerification, ClientError> {
        self.get(&with_id(&with_id(USER, upn, "/callerVerifications/"), id, "")).await
    }

    /// Tells the word that the caller read back, or that the office phone was called back.
    pub async fn confirm_caller(
        &self,
        upn: &str,
        id: &str,
        body: &ConfirmCaller,
    ) -> Result<CallerVerification, ClientError> {
        let path = with_id(&with_id(USER, upn, "/callerVerifications/"), id, ":confirm");
        self.send(Method::POST, &path, body).await
    }

    /// Takes an open one-time bypass back.
    pub async fn withdraw_bypass(&self, upn: &str) -> Result<(), ClientError> {
        self.order(Method::DELETE, &with_id(USER, upn, "/oneTimeBypass"), None::<&()>).await
    }

    /// Sets the roles of a person: those that are not named are removed.
    pub async fn set_roles(
        &self,
        upn: &str,
        roles: Vec<Role>,
        reason: Option<String>,
    ) -> Result<AdminUser, ClientError> {
        self.send(Method::PUT, &with_id(USER, upn, "/roles"), &SetRoles { roles, reason }).await
    }

    /// A page of the actions of administrators, the newest first.
    pub async fn admin_actions(&self, request: &AdminActionsRequest) -> Result<AdminActions, ClientError> {
        self.get(&with_query("/v1/admin/actions", request)).await
    }

    /// A page of the sign-ins of all people.
    pub async fn admin_sign_ins(&self, request: &AdminSignInsRequest) -> Result<AdminSignIns, ClientError> {
        self.get(&with_query("/v1/admin/signIns", request)).await
    }

    /// Everybody's sign-ins that fit as CSV, however many they are.
    pub async fn sign_ins_as_csv(&self, request: &AdminSignInsRequest) -> Result<Download, ClientError> {
        self.download(&with_query("/v1/admin/signIns", request), "text/csv").await
    }

    /// Checks a part of the sign-in log.
    pub async fn check_log(&self, body: &CheckLog) -> Result<LogCheck, ClientError> {
        self.send(Method::POST, "/v1/admin/signIns:verify", body).await
    }

    /// A page of everybody's blocks, the newest first.
    pub async fn blocks(&self, request: &BlocksRequest) -> Result<Blocks, ClientError> {
        self.get(&with_query("/v1/admin/blocks", request)).await
    }

    /// Everybody's one-time bypasses that are open.
    pub async fn bypasses(&self) -> Result<Vec<PersonBypass>, ClientError> {
        Ok(self.get::<Listing<_>>("/v1/admin/oneTimeBypasses").await?.value)
    }

    /// Every setting of the organisation with its default and bounds.
    pub async fn settings_details(&self) -> Result<SettingsDetails, ClientError> {
        self.get("/v1/admin/settings/details").await
    }

    /// What changes of settings would do. Nothing is changed.
    pub async fn preview_settings(&self, changes: &SettingsPatch) -> Result<Vec<SettingsEffect>, ClientError> {
        let found: Listing<SettingsEffect> = self.send(Method::POST, "/v1/admin/settings:preview", changes).await?;
        Ok(found.value)
    }

    /// Changes settings, if nobody has changed them since this version was read.
    pub async fn change_settings(&self, version: i64, changes: &SettingsPatch) -> Result<(), ClientError> {
        self.send_at_version::<SettingsPatch>(Method::PATCH, "/v1/admin/settings", version, changes).await.map(drop)
    }

    /// How the organisation and its service stand, in figures.
    pub async fn overview(&self) -> Result<Overview, ClientError> {
        self.get("/v1/admin/overview").await
    }

    /// A summary of how the service is used.
    pub async fn usage_report(&self) -> Result<UsageReport, ClientError> {
        self.get("/v1/admin/reports/usage").await
    }
}

/// A path with the fields of a request as its query.
pub(super) fn with_query<T: Serialize>(path: &str, request: &T) -> String {
    let fields = match serde_json::to_value(request) {
        Ok(Value::Object(fields)) => fields,
        _ => serde_json::Map::new(),
    };
    let mut path = path.to_owned();
    for (index, (name, value)) in fields.into_iter().enumerate() {
        let text = match value {
            Value::String(text) => text,
            other => other.to_string(),
        };
        let sign = if index == 0 { '?' } else { '&' };
        path = with_id(&format!("{path}{sign}{name}="), &text, "");
    }
    path
}

#[cfg(test)]
mod tests {
    use proofup_api::{MfaState, PeopleRequest};

    use super::with_query;

    #[test]
    fn a_search_text_cannot_add_another_field() {
        let request = PeopleRequest {
            search: Some("a&b =é".to_owned()),
            state: Some(MfaState::Enabled),
            top: Some(20),
            ..PeopleRequest::default()
        };
        assert_eq!(with_query("/p", &request), "/p?search=a%26b%20%3D%C3%A9&state=enabled&top=20");
        assert_eq!(with_query("/p", &PeopleRequest::default()), "/p");
    }
}
