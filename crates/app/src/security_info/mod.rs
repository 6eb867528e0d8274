//! The additional security verification page: methods, preferred option, trusted devices, and the registration.

mod hardware_tokens;
pub(crate) mod mobile_app;
mod names;
mod push_setup;

use self::mobile_app::PendingApp;
use self::push_setup::PendingDevice;
use crate::approvals::Approvals;
use crate::authenticator::Authenticator;
use crate::clipboard::ClipboardLease;
use crate::profile::Settings;
use crate::service::ServiceConnection;
use crate::status::Scoped;
use crate::status::SnapshotStore;
use crate::status::StatusPublisher;
use crate::vault::VaultSession;
use proofup_api::{
    AddPhone, AuthenticationMethod, ChangePassword, Me, MethodType, PhoneMethod, PhoneType, SecretText,
    VerificationStarted, VerifyBy,
};
use proofup_client::Environment;
use proofup_client::{ClientError, Session};
use std::sync::Arc;

use crate::{
    AppError, Change,
    view::{SecurityInfoView, SignedInPerson},
};

/// The additional security verification page: verification methods, preferred option, trusted devices.
pub struct SecurityInfo {
    service: Arc<ServiceConnection>,
    settings: Arc<Settings>,
    publisher: Arc<StatusPublisher>,
    snapshots: Arc<SnapshotStore>,
    vault: Arc<VaultSession>,
    authenticator: Arc<Authenticator>,
    approvals: Arc<Approvals>,
    clipboard: Arc<ClipboardLease>,
    environment: Arc<dyn Environment>,
    pending_apps: Arc<Scoped<Vec<PendingApp>>>,
    pending_devices: Arc<Scoped<Vec<PendingDevice>>>,
}

/// The parts that it uses.
pub(crate) struct SecurityInfoParts {
    pub(crate) service: Arc<ServiceConnection>,
    pub(crate) settings: Arc<Settings>,
    pub(crate) publisher: Arc<StatusPublisher>,
    pub(crate) snapshots: Arc<SnapshotStore>,
    pub(crate) vault: Arc<VaultSession>,
    pub(crate) authenticator: Arc<Authenticator>,
    pub(crate) approvals: Arc<Approvals>,
    pub(crate) clipboard: Arc<ClipboardLease>,
    pub(crate) environment: Arc<dyn Environment>,
}

impl SecurityInfo {
    pub(crate) fn new(parts: SecurityInfoParts) -> Self {
        let SecurityInfoParts {
            service,
            settings,
            publisher,
            snapshots,
            vault,
            authenticator,
            approvals,
            clipboard,
            environment,
        } = parts;
        let (pending_apps, pending_devices) = (service.person().value(), service.person().value());
        Self {
            service,
            settings,
            publisher,
            snapshots,
            vault,
            authenticator,
            approvals,
            clipboard,
            environment,
            pending_apps,
            pending_devices,
        }
    }

    /// The content of the page. Without the service, the last known content.
    ///
    /// # Errors
    /// The service cannot be reached, and no content is known.
    pub async fn security_info(&self) -> Result<SecurityInfoView, AppError> {
        let known = self.snapshots.current().security_info;
        if let (Some(known), true) = (&known, self.publisher.is_offline()) {
            return Ok(known.clone());
        }
        match self.fetch_security_info().await {
            Ok(view) => {
                self.tell_synced(&view);
                Ok(view)
            }
            Err(AppError::Service(error)) if error.is_unreachable() => known.ok_or(AppError::Service(error)),
            Err(other) => Err(other),
        }
    }

    /// Adds a phone or changes its number: sends a code, or calls. The number is saved after its verification. Without
    /// a number, the one that the organisation set is verified.
    ///
    /// # Errors
    /// The number is invalid, or any fault of a call to the service.
    pub async fn start_phone(
        &self,
        phone_type: PhoneType,
        phone_number: &str,
        verify_by: VerifyBy,
    ) -> Result<VerificationStarted, AppError> {
        let phone = AddPhone { phone_type, phone_number: phone_number.trim().to_owned(), verify_by };
        let phone = &phone;
        let start = |session: Session| async move {
            match phone_id(&session, phone_type).await? {
                Some(id) if !phone.phone_number.is_empty() => session.change_phone(&id, phone).await,
                _ => session.add_phone(phone).await,
            }
        };
        self.service.confirmed_call(start).await
    }

    /// Saves the number with the code that was sent to it.
    ///
    /// # Errors
    /// The code is wrong, or any fault of a call to the service.
    pub async fn verify_phone(&self, verification_id: &str, code: SecretText) -> Result<(), AppError> {
        let code = &code;
        let verify = |session: Session| async move { session.verify_phone(verification_id, code.clone()).await };
        self.service.confirmed_call(verify).await
    }

    /// Whether the person has confirmed the verification call: then the number is saved.
    ///
    /// # Errors
    /// The call failed or was refused, or any fault of a call to the service.
    pub async fn phone_verified(&self, verification_id: &str) -> Result<bool, AppError> {
        self.service.call(async |session| session.phone_verified(verification_id).await).await
    }

    /// Removes a phone.
    ///
    /// # Errors
    /// It is the last method, or any fault of a call to the service.
    pub async fn delete_phone(&self, phone_type: PhoneType) -> Result<(), AppError> {
        let delete = |session: Session| async move {
            match phone_id(&session, phone_type).await? {
                Some(id) => session.delete_phone(&id).await,
                // It was removed in the meantime.
                None => Ok(()),
            }
        };
        self.service.confirmed_call(delete).await
    }

    /// Sets the preferred option, after a fresh second step.
    ///
    /// # Errors
    /// The method is not registered or not allowed, or any fault of a call to the service.
    pub async fn set_preferred(&self, method: MethodType) -> Result<(), AppError> {
        self.service.confirmed_call(|session: Session| async move { session.set_preferred_method(method).await }).await
    }

    /// *Restore multi-factor authentication on previously trusted devices*.
    ///
    /// # Errors
    /// Any fault of a call to the service.
    pub async fn restore_mfa(&self) -> Result<(), AppError> {
        self.service.call(async |session| session.forget_trusted_devices().await).await
    }

    /// Changes the password, after a fresh second step. App passwords are deleted unless the person keeps them.
    ///
    /// # Errors
    /// A password is wrong or invalid, or any fault of a call to the service.
    pub async fn change_password(
        &self,
        current_password: SecretText,
        new_password: SecretText,
        delete_app_passwords: bool,
    ) -> Result<(), AppError> {
        let body = &ChangePassword { current_password, new_password, delete_app_passwords };
        self.service.confirmed_call(|session: Session| async move { session.change_password(body).await }).await
    }

    pub(crate) async fn fetch_security_info(&self) -> Result<SecurityInfoView, AppError> {
        let fetch = async |session: Session| {
            let (me, methods) = tokio::try_join!(session.me(), session.methods())?;
            // While a registration is required, the session may not read the rest.
            let (preferred, trusted_devices) = if me.registration.required {
                (None, Vec::new())
            } else {
                tokio::try_join!(session.preferred_method(), session.trusted_devices())?
            };
            Ok((me, methods, preferred, trusted_devices))
        };
        let (me, methods, preferred, trusted_devices) = self.service.call(fetch).await?;
        let (mut phones, mut authenticator_apps) = (Vec::new(), Vec::new());
        let (mut hardware_tokens, mut authenticators) = (Vec::new(), Vec::new());
        for method in methods {
            match method {
                AuthenticationMethod::Phone(phone) => phones.push(phone),
                AuthenticationMethod::SoftwareOath(app) => authenticator_apps.push(app),
                AuthenticationMethod::HardwareOath(token) => hardware_tokens.push(token),
                AuthenticationMethod::Authenticator(device) => authenticators.push(device),
            }
        }
        let devices = authenticators.iter().map(|device| &device.id);
        let ids: Vec<_> = authenticator_apps.iter().map(|app| &app.id).chain(devices).cloned().collect();
        let kept_here = self.approvals.own_devices().into_iter().find(|id| ids.contains(id));
        let this_computer = kept_here.or(self.authenticator.own_registration(ids).await);
        let has_codes = !authenticator_apps.is_empty() || !hardware_tokens.is_empty() || !authenticators.is_empty();
        let mut usable = usable_methods(&me, &phones, has_codes);
        if !authenticators.is_empty() && me.policy.verification_methods.notification_through_mobile_app {
            usable.insert(0, MethodType::Push);
        }
        let synced = self.environment.now();
        let view = SecurityInfoView {
            me,
            phones,
            authenticator_apps,
            hardware_tokens,
            authenticators,
            this_computer,
            preferred,
            usable,
            trusted_devices,
            synced,
        };
        let before = self.snapshots.current().security_info.map(registered);
        self.snapshots.update(|known| known.security_info = Some(view.clone()));
        // The authenticator marks accounts that are no longer registered.
        if before.is_none_or(|before| before != registered(view.clone())) {
            self.publisher.announce(Change::Authenticator);
        }
        Ok(view)
    }

    pub(crate) fn tell_synced(&self, view: &SecurityInfoView) {
        self.publisher.update(|status| {
            status.last_synced = Some(view.synced);
            status.person = Some(SignedInPerson::from(&view.me));
        });
    }
}

/// The ids of the apps and devices.
fn registered(view: SecurityInfoView) -> Vec<String> {
    let devices = view.authenticators.into_iter().map(|device| device.id);
    view.authenticator_apps.into_iter().map(|app| app.id).chain(devices).collect()
}

/// The options that are registered and allowed, except notifications.
fn usable_methods(me: &Me, phones: &[PhoneMethod], has_codes: bool) -> Vec<MethodType> {
    let has = |wanted: PhoneType| phones.iter().any(|phone| phone.phone_type == wanted);
    let allowed = me.policy.verification_methods;
    let mut usable = Vec::new();
    if has_codes && allowed.code_from_mobile_app {
        usable.push(MethodType::Oath);
    }
    if has(PhoneType::Mobile) && allowed.text_message_to_phone {
        usable.push(MethodType::Sms);
    }
    for (phone_type, option) in [
        (PhoneType::Mobile, MethodType::VoiceMobile),
        (PhoneType::Office, MethodType::VoiceOffice),
        (PhoneType::AlternateMobile, MethodType::VoiceAlternateMobile),
    ] {
        if has(phone_type) && allowed.call_to_phone {
            usable.push(option);
        }
    }
    usable
}

async fn phone_id(session: &Session, wanted: PhoneType) -> Result<Option<String>, ClientError> {
    let methods = session.methods().await?;
    Ok(methods.into_iter().find_map(|method| match method {
        AuthenticationMethod::Phone(phone) if phone.phone_type == wanted => Some(phone.id),
        _ => None,
    }))
}
