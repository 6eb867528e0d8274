//! The signed-in person, their methods, preference and remembered devices.

use proofup_api::{AuthenticationMethod, ChangePassword, Listing, Me, MethodType, SignInPreferences, TrustedDevice};
use reqwest::Method;

use super::with_id;
use crate::{ClientError, Session};

const PREFERENCES: &str = "/v1/me/authentication/signInPreferences";
const TRUSTED_DEVICES: &str = "/v1/me/trustedDevices";

#[expect(clippy::missing_errors_doc, reason = "every call can fail with every `ClientError`, and with nothing else")]
impl Session {
    /// The person, what they have to do, and what they may do.
    pub async fn me(&self) -> Result<Me, ClientError> {
        self.get("/v1/me").await
    }

    /// All registered methods.
    pub async fn methods(&self) -> Result<Vec<AuthenticationMethod>, ClientError> {
        Ok(self.get::<Listing<_>>("/v1/me/authentication/methods").await?.value)
    }

    /// The preferred option.
    pub async fn preferred_method(&self) -> Result<Option<MethodType>, ClientError> {
        let preferences = self.get::<SignInPreferences>(PREFERENCES).await?;
        Ok(preferences.user_preferred_method_for_secondary_authentication)
    }

    /// Chooses the preferred option.
    pub async fn set_preferred_method(&self, method: MethodType) -> Result<(), ClientError> {
        let preferences = SignInPreferences { user_preferred_method_for_secondary_authentication: Some(method) };
        self.order(Method::PATCH, PREFERENCES, Some(&preferences)).await
    }

    /// Changes the password. Other sessions and remembered devices end; app passwords stay if the person wants that.
    pub async fn change_password(&self, body: &ChangePassword) -> Result<(), ClientError> {
        self.order(Method::POST, "/v1/me/changePassword", Some(body)).await
    }

    /// The remembered devices; one of them may be this computer.
    pub async fn trusted_devices(&self) -> Result<Vec<TrustedDevice>, ClientError> {
        Ok(self.get_as_device::<Listing<_>>(TRUSTED_DEVICES).await?.value)
    }

    /// *Restore multi-factor authentication on previously trusted devices*: forgets all of them.
    pub async fn forget_trusted_devices(&self) -> Result<(), ClientError> {
        self.order(Method::DELETE, TRUSTED_DEVICES, None::<&()>).await
    }

    /// Forgets one of them.
    pub async fn forget_trusted_device(&self, id: &str) -> Result<(), ClientError> {
        self.order(Method::DELETE, &with_id("/v1/me/trustedDevices/", id, ""), None::<&()>).await
    }
}
