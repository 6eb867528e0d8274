//! Connects every registration to its service: requests arrive as events, and a registration that is gone is marked.

use std::{sync::Arc, time::Duration};

use proofup_api::{ErrorCode, Event};
use proofup_client::{Backoff, ClientError, Device, Service, ServiceAddress};

use super::{Approvals, StoredRegistration, registration_file as kept};
use crate::{AppError, Change, view::DeviceState};

const FIRST_WAIT: Duration = Duration::from_millis(250);
const LONGEST_WAIT: Duration = Duration::from_secs(5);

impl Approvals {
    /// Reads the registrations and starts their watches. A registration without a readable key is tried again later.
    pub(crate) async fn start_devices(self: &Arc<Self>) {
        let devices = self.devices.clone();
        if tokio::task::spawn_blocking(move || devices.load()).await.is_err() {
            return;
        }
        let idle: Vec<_> = {
            let devices = &self.devices;
            let list = devices.list();
            let idle = list.iter().filter(|registration| {
                registration.watcher.is_none() || registration.state == DeviceState::KeyUnavailable
            });
            idle.map(|registration| registration.kept.clone()).collect()
        };
        for kept in idle {
            self.watch_device(kept);
        }
    }

    pub(super) fn watch_device(self: &Arc<Self>, kept: StoredRegistration) {
        let (approvals, id) = (self.clone(), kept.id.clone());
        let watcher = tokio::spawn(async move { approvals.watch_one(kept).await }).abort_handle();
        self.devices.change(&id, |registration| {
            if let Some(former) = registration.watcher.replace(watcher) {
                former.abort();
            }
        });
    }

    async fn watch_one(&self, kept: StoredRegistration) {
        let mut backoff = Backoff::new(FIRST_WAIT, LONGEST_WAIT);
        loop {
            match self.serve(&kept, &mut backoff).await {
                Err(AppError::Service(ClientError::Problem { code: ErrorCode::NotAnActivatedAccount, .. })) => {
                    tracing::info!("this computer is no longer registered for an account");
                    self.device_is(&kept.id, DeviceState::NotActivated);
                    return self.publisher.announce(Change::Authenticator);
                }
                Err(AppError::DeviceKeyUnavailable) => {
                    return self.device_is(&kept.id, DeviceState::KeyUnavailable);
                }
                Err(error) => {
                    tracing::debug!(%error, "the stream of requests to approve broke");
                    self.device_is(&kept.id, DeviceState::Unreachable);
                }
                Ok(()) => {}
            }
            self.visibility.pause(backoff.wait(&*self.environment)).await;
        }
    }

    /// Receives events until the stream ends.
    async fn serve(&self, kept: &StoredRegistration, backoff: &mut Backoff) -> Result<(), AppError> {
        let device = self.device_at_work(kept).await?;
        let mut events = device.events().await?;
        self.fetch_requests(&kept.id, &device).await?;
        backoff.reset();
        while let Some(event) = events.next().await? {
            self.fetch_requests(&kept.id, &device).await?;
            if event == Event::SignedOut {
                break;
            }
        }
        Ok(())
    }

    /// The device with its key.
    async fn device_at_work(&self, kept: &StoredRegistration) -> Result<Device, AppError> {
        let service = self.service_of(kept).await?;
        let (store, vault, key) = (self.secret_store.clone(), self.vault.file_vault(), kept.key.clone());
        let reading = tokio::task::spawn_blocking(move || kept::read_key(&store, &vault, &key));
        let key = reading.await.map_err(|_| AppError::Failed)??;
        let device = Device::new(service, kept.id.clone(), key);
        self.devices.change(&kept.id, |registration| registration.device = Some(device.clone()));
        Ok(device)
    }

    /// The service of the session if it is the same, because its address may have changed; otherwise the registered
    /// one.
    async fn service_of(&self, kept: &StoredRegistration) -> Result<Service, AppError> {
        if kept.service == self.service.link.kept_as() {
            return self.service.link.service().await;
        }
        Ok(Service::new(kept.address.parse::<ServiceAddress>()?, self.environment.clone())?)
    }

    pub(super) async fn fetch_requests(&self, id: &str, device: &Device) -> Result<(), AppError> {
        let requests = device.requests().await?;
        let changed = self.devices.change(id, |registration| {
            registration.state = DeviceState::Ready;
            registration.requests = requests;
        });
        if changed {
            self.tell_approvals();
        }
        Ok(())
    }

    fn device_is(&self, id: &str, state: DeviceState) {
        let changed = self.devices.change(id, |registration| {
            registration.state = state;
            registration.requests.clear();
        });
        if changed {
            self.tell_approvals();
        }
    }

    pub(super) fn tell_approvals(&self) {
        self.authenticator.set_refused(self.refused_devices());
        let waiting = self.devices.waiting();
        self.publisher.update(|status| status.approvals = waiting);
        self.publisher.announce(Change::Approvals);
    }
}
