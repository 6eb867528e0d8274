//! The forced registration: nothing of it counts until it is complete.

use reqwest::Method;

use crate::{ClientError, Session};

#[expect(clippy::missing_errors_doc, reason = "every call can come to every `ClientError`, and to no other")]
impl Session {
    /// Makes what was verified count. The session reaches everything from its next access token on.
    pub async fn complete_registration(&self) -> Result<(), ClientError> {
        self.order(Method::POST, "/v1/me/registration:complete", None::<&()>).await?;
        self.renew_reach();
        Ok(())
    }

    /// Drops what was verified; nothing half-registered survives.
    pub async fn cancel_registration(&self) -> Result<(), ClientError> {
        self.order(Method::DELETE, "/v1/me/registration", None::<&()>).await?;
        self.renew_reach();
        Ok(())
    }
}
