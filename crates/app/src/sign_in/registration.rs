//! The registration: begun, completed, dropped, and begun anew.

use proofup_api::{AuthenticationMethod, RegistrationReason};
use proofup_client::Session;

use super::SignIn;
use crate::AppError;

impl SignIn {
    /// Makes the registration count. Who registers anew does a second step first if the last one is too old.
    ///
    /// # Errors
    /// That nothing is verified yet, or any fault of a call to the service.
    pub async fn complete_registration(&self) -> Result<(), AppError> {
        self.service.confirmed_call(|session: Session| async move { session.complete_registration().await }).await?;
        self.service.forget_person();
        self.service.link.try_now.notify_one();
        self.sync().await
    }

    /// Drops the registration; nothing of it survives, here or at the service.
    ///
    /// # Errors
    /// Any fault of a call to the service.
    pub async fn cancel_registration(&self) -> Result<(), AppError> {
        self.discard_registration().await?;
        self.service.forget_person();
        self.service.link.try_now.notify_one();
        self.sync().await
    }

    /// Begins the wizard with nothing: an earlier run of it may have ended with the program, and what was verified in it
    /// would count besides. Who registers anew by their own wish keeps it, since discarding it would end their wish.
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

    /// What was verified in this registration is forgotten by the service, and then its accounts and keys go from this
    /// computer. In a registration the service lists nothing else.
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

    /// Leads this session into the wizard: the methods of before count until it is completed, and are gone then.
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
