//! The person's own part of the sign-in log, and what to do about a row that was not them.

use proofup_api::{SignInKind, SignIns, SignInsRequest};
use reqwest::Method;

use super::with_id;
use crate::{ClientError, Session};

#[expect(clippy::missing_errors_doc, reason = "every call can come to every `ClientError`, and to no other")]
impl Session {
    /// A page of the log, the newest row first.
    pub async fn sign_ins(&self, request: &SignInsRequest) -> Result<SignIns, ClientError> {
        let mut path = format!("/v1/me/signIns?kind={}", request.kind.unwrap_or(SignInKind::All));
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

    /// Begins to register anew. The session reaches only that until it is completed or cancelled.
    pub async fn begin_registration(&self) -> Result<(), ClientError> {
        self.order(Method::POST, "/v1/me/registration:begin", None::<&()>).await?;
        self.renew_reach();
        Ok(())
    }
}
