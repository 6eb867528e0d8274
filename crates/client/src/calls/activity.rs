//! The person's sign-ins and changes to their account, and the answers to a row that the person does not recognise.

use proofup_api::{Activity, ActivityKind, ActivityRequest};
use reqwest::Method;

use super::with_id;
use crate::{ClientError, Session};

#[expect(clippy::missing_errors_doc, reason = "every call can fail with every `ClientError`, and with nothing else")]
impl Session {
    /// A page of recent activity, the newest row first.
    pub async fn activity(&self, request: &ActivityRequest) -> Result<Activity, ClientError> {
        let mut path = format!("/v1/me/activity?kind={}", request.kind.unwrap_or(ActivityKind::All));
        if let Some(top) = request.top {
            path.push_str(&format!("&top={top}"));
        }
        if let Some(after) = &request.after {
            path = with_id(&format!("{path}&after="), after, "");
        }
        self.get(&path).await
    }

    /// Ends every other session of the person, and forgets the remembered devices.
    pub async fn revoke_sign_in_sessions(&self) -> Result<(), ClientError> {
        self.order(Method::POST, "/v1/me/revokeSignInSessions", None::<&()>).await
    }

    /// Begins to register again. Until that is completed or cancelled, the session may do nothing else.
    pub async fn begin_registration(&self) -> Result<(), ClientError> {
        self.order(Method::POST, "/v1/me/registration:begin", None::<&()>).await?;
        self.renew_scopes();
        Ok(())
    }
}
