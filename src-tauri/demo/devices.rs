//! The demo phone as an authenticator device. It has keys of its own, and calls the service like any other device.

use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use proofup_app::{
    ActivateAuthenticator, App, AppError, ApprovalPurpose, ApprovalRequest, Choice, ClientError, Device, DeviceKey,
    Environment, SecretText, Service, ServiceAddress,
    view::{ApprovalChoice, PhoneNotification},
};
use proofup_service::demo;
use tauri::{AppHandle, Manager, Runtime, async_runtime};

use super::{Demo, phone_keys::PhoneKeys};
use crate::{
    environment::SystemEnvironment,
    windows::{self, DEMO_PHONE},
};

/// How often a phone that cannot reach the service tries again.
const RETRY: Duration = Duration::from_secs(2);

/// The devices on the phone, one for each registration.
#[derive(Clone)]
pub(super) struct Devices {
    held: Arc<Mutex<Vec<Held>>>,
    keys: PhoneKeys,
}

struct Held {
    id: String,
    device: Device,
    waiting: Vec<ApprovalRequest>,
}

impl Devices {
    pub(super) fn new(keys: PhoneKeys) -> Self {
        Self { held: Arc::default(), keys }
    }

    /// Starts with the registration of the demo data, and with those that were added since.
    pub(super) fn begin<R: Runtime>(&self, handle: &AppHandle<R>, address: &str) -> Result<(), AppError> {
        self.lock().clear();
        let registered = demo::device();
        self.hold(handle, address, registered.id, DeviceKey::from_seed(&registered.key))?;
        for (id, key) in self.keys.all() {
            self.hold(handle, address, &id, key)?;
        }
        Ok(())
    }

    /// The waiting requests on the phone.
    pub(super) fn notifications(&self) -> Vec<PhoneNotification> {
        self.lock().iter().flat_map(|held| held.waiting.iter().map(notification)).collect()
    }

    /// Presses a button of a notification.
    pub(super) async fn decide(
        &self,
        id: &str,
        choice: ApprovalChoice,
        number: Option<String>,
    ) -> Result<(), AppError> {
        let device = {
            let held = self.lock();
            let asked = held.iter().find(|held| held.waiting.iter().any(|request| request.id == id));
            asked.map(|held| held.device.clone())
        };
        let device = device.ok_or(AppError::RequestGone)?;
        let choice = match choice {
            ApprovalChoice::Approve => Choice::Approve { number: number.unwrap_or_default() },
            ApprovalChoice::Deny => Choice::Deny,
            ApprovalChoice::ReportFraud => Choice::ReportFraud,
        };
        Ok(device.decide(id, &choice).await?)
    }

    /// Scans the QR code in the main window.
    pub(super) async fn scan<R: Runtime>(
        &self,
        handle: &AppHandle<R>,
        app: &App,
        address: &str,
    ) -> Result<(), AppError> {
        let link = app.security_info().shown_activation_link().ok_or(AppError::SetupGone)?;
        let code = code_in(link.expose()).ok_or(AppError::ActivationInvalid)?;
        let key = DeviceKey::generate(&SystemEnvironment);
        let body = ActivateAuthenticator {
            code,
            device_name: "Demo phone".to_owned(),
            platform: "Proofup".to_owned(),
            public_key: key.public_key(),
        };
        let activated = service(address)?.activate(&body).await?;
        self.keys.add(&activated.device_id, &key);
        self.hold(handle, address, &activated.device_id, key)
    }

    fn hold<R: Runtime>(&self, handle: &AppHandle<R>, address: &str, id: &str, key: DeviceKey) -> Result<(), AppError> {
        let device = Device::new(service(address)?, id.to_owned(), key);
        self.lock().push(Held { id: id.to_owned(), device: device.clone(), waiting: Vec::new() });
        let (devices, handle, id) = (self.clone(), handle.clone(), id.to_owned());
        async_runtime::spawn(async move { devices.watch(&handle, &id, device).await });
        Ok(())
    }

    /// Follows a device's requests until its registration is gone.
    async fn watch<R: Runtime>(&self, handle: &AppHandle<R>, id: &str, device: Device) {
        while self.lock().iter().any(|held| held.id == id) {
            match self.listen(handle, id, &device).await {
                Err(ClientError::Problem { code, .. }) if code.as_str() == "not_an_activated_account" => {
                    self.lock().retain(|held| held.id != id);
                    self.keys.remove(id);
                    return self.tell(handle);
                }
                Err(error) => {
                    tracing::debug!(%error, "the event stream of the demo phone broke");
                    self.take_in(handle, id, Vec::new());
                }
                Ok(()) => {}
            }
            tokio::time::sleep(RETRY).await;
        }
    }

    async fn listen<R: Runtime>(&self, handle: &AppHandle<R>, id: &str, device: &Device) -> Result<(), ClientError> {
        let mut events = device.events().await?;
        self.take_in(handle, id, device.requests().await?);
        while events.next().await?.is_some() {
            self.take_in(handle, id, device.requests().await?);
        }
        Ok(())
    }

    fn take_in<R: Runtime>(&self, handle: &AppHandle<R>, id: &str, waiting: Vec<ApprovalRequest>) {
        let changed = {
            let mut held = self.lock();
            match held.iter_mut().find(|held| held.id == id) {
                Some(held) if held.waiting != waiting => {
                    held.waiting = waiting;
                    true
                }
                _ => false,
            }
        };
        if changed {
            self.tell(handle);
        }
    }

    fn tell<R: Runtime>(&self, handle: &AppHandle<R>) {
        windows::tell(handle, DEMO_PHONE, "phone-notifications", ());
        if self.lock().iter().any(|held| !held.waiting.is_empty()) {
            handle.state::<Demo>().show_phone(handle, false);
        }
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, Vec<Held>> {
        self.held.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn service(address: &str) -> Result<Service, AppError> {
    let environment: Arc<dyn Environment> = Arc::new(SystemEnvironment);
    Ok(Service::new(address.parse::<ServiceAddress>()?, environment)?)
}

/// The code in an activation link; the demo phone knows the address.
fn code_in(link: &str) -> Option<SecretText> {
    let (_, query) = link.split_once('?')?;
    query.split('&').find_map(|field| field.strip_prefix("code=")).map(SecretText::new)
}

fn notification(request: &ApprovalRequest) -> PhoneNotification {
    PhoneNotification {
        id: request.id.clone(),
        test: request.purpose == ApprovalPurpose::Test,
        account: request.user_principal_name.clone(),
        caller: request.caller.clone(),
        application: request.application.clone(),
        client_address: request.client_address.clone(),
    }
}
