//! The enforced registration: its methods work only after it is complete.

use reqwest::Method;

use crate::{ClientError, Session};

#[expect(clippy::missing_errors_doc, reason = "every call can fail with every `ClientError`, and with nothing else")]
impl Session {
    /// Completes the registration. The next access token of the session gives full access.
    pub async fn complete_registration(&self) -> Result<(), ClientError> {
        self.order(Method::POST, "/v1/me/registration:complete", None::<&()>).await?;
        self.renew_scopes();
        Ok(())
    }

    /// Cancels the registration and removes its methods.
    pub async fn cancel_registration(&self) -> Result<(), ClientError> {
        self.order(Method::DELETE, "/v1/me/registration", None::<&()>).await?;
        self.renew_scopes();
        Ok(())
    }
}
