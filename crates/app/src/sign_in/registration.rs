//! The registration: started, completed, cancelled, and started again.

use proofup_api::{AuthenticationMethod, RegistrationReason};
use proofup_client::Session;

use super::SignIn;
use crate::AppError;

impl SignIn {
    /// Completes the registration. A person who registers again does a second step first if the last one is too old.
    ///
    /// # Errors
    /// No method is verified yet, or any fault of a call to the service.
    pub async fn complete_registration(&self) -> Result<(), AppError> {
        self.service.confirmed_call(|session: Session| async move { session.complete_registration().await }).await?;
        self.service.forget_person();
        self.service.link.try_now.notify_one();
        self.sync().await
    }

    /// Cancels the registration; its methods are removed, here and at the service.
    ///
    /// # Errors
    /// Any fault of a call to the service.
    pub async fn cancel_registration(&self) -> Result<(), AppError> {
        self.discard_registration().await?;
        self.service.forget_person();
        self.service.link.try_now.notify_one();
        self.sync().await
    }

    /// Starts the wizard without methods: an earlier run may have ended with the program, and its methods would be
    /// registered too. A registration that the person started is not discarded, because that would cancel it.
    ///
    /// # Errors
    /// Any fault of a call to the service.
    pub async fn begin_wizard(&self) -> Result<(), AppError> {
        let me = self.service.call(async |session| session.me().await).await?;
        let own_wish = me.registration.reasons.contains(&RegistrationReason::RegistersAnew);
        if !me.registration.required || own_wish {
            return Ok(());
        }
        self.discard_registration().await
    }

    /// Removes the methods of this registration at the service, and then their accounts and keys from this computer.
    /// During a registration the service lists no other methods.
    pub(crate) async fn discard_registration(&self) -> Result<(), AppError> {
        let discard = async |session: Session| {
            let provisional = session.methods().await?;
            session.cancel_registration().await?;
            Ok(provisional)
        };
        for method in self.service.call(discard).await? {
            match method {
                AuthenticationMethod::SoftwareOath(app) => self.authenticator.remove_own_registration(app.id).await?,
                AuthenticationMethod::Authenticator(device) => self.approvals.remove_device(&device.id).await?,
                AuthenticationMethod::Phone(_) | AuthenticationMethod::HardwareOath(_) => {}
            }
        }
        Ok(())
    }

    /// Starts the wizard for a registered person: the old methods work until the registration is completed, and are
    /// then removed.
    ///
    /// # Errors
    /// Any fault of a call to the service.
    pub async fn register_again(&self) -> Result<(), AppError> {
        self.service.confirmed_call(|session: Session| async move { session.begin_registration().await }).await?;
        self.service.forget_person();
        self.service.link.try_now.notify_one();
        self.sync().await
    }
}
