//! Waiting requests, and the person's decisions.

use jiff::SignedDuration;
use proofup_client::Choice;
use proofup_vault::Vault;

use super::{Approvals, StoredRegistration, registration_file as kept};
use crate::profile::unique_name;
use crate::{
    AppError,
    view::{ApprovalChoice, ApprovalsView, DeviceAccount, DeviceState, PendingRequest},
};

impl Approvals {
    /// The waiting requests, and the accounts for which this computer is registered.
    pub fn approvals(&self) -> ApprovalsView {
        let devices = &self.devices;
        let list = devices.list();
        let mut requests = Vec::new();
        for registration in list.iter() {
            let service = registration.device.as_ref().map(proofup_client::Device::service);
            let offset = service.and_then(proofup_client::Service::clock_offset).unwrap_or(SignedDuration::ZERO);
            let now = self.environment.now().saturating_add(offset).unwrap_or(jiff::Timestamp::MAX);
            requests.extend(registration.requests.iter().map(|request| PendingRequest {
                id: request.id.clone(),
                purpose: request.purpose,
                user_principal_name: request.user_principal_name.clone(),
                organization: request.organization.clone(),
                caller: request.caller.clone(),
                application: request.application.clone(),
                client_address: request.client_address.clone(),
                created_date_time: request.created_date_time,
                expires_in_seconds: u32::try_from(request.expires_date_time.duration_since(now).as_secs()).unwrap_or(0),
            }));
        }
        requests.sort_by_key(|request| request.created_date_time);
        let accounts = list.iter().map(|registration| DeviceAccount {
            id: registration.kept.id.clone(),
            issuer: registration.kept.issuer.clone(),
            account: registration.kept.account.clone(),
            state: registration.state,
            key_in_vault: matches!(registration.kept.key, kept::StoredKey::Vault { .. }),
        });
        ApprovalsView { requests, accounts: accounts.collect() }
    }

    /// Sends the decision about a request, signed with the device's key.
    ///
    /// # Errors
    /// [`AppError::RequestGone`], a wrong number, or any fault of a call to the service.
    pub async fn decide_request(
        &self,
        request_id: &str,
        choice: ApprovalChoice,
        number: Option<String>,
    ) -> Result<(), AppError> {
        let asked = {
            let devices = &self.devices;
            let list = devices.list();
            let asked = list.iter().find(|one| one.requests.iter().any(|request| request.id == request_id));
            asked.and_then(|one| Some((one.kept.id.clone(), one.device.clone()?)))
        };
        let (id, device) = asked.ok_or(AppError::RequestGone)?;
        let choice = match choice {
            ApprovalChoice::Approve => {
                Choice::Approve { number: proofup_text::symbols(&number.unwrap_or_default()).collect() }
            }
            ApprovalChoice::Deny => Choice::Deny,
            ApprovalChoice::ReportFraud => Choice::ReportFraud,
        };
        let decided = device.decide(request_id, &choice).await;
        // After a decision or an error, the service's list is the right one.
        if let Err(error) = self.fetch_requests(&id, &device).await {
            tracing::debug!(%error, "the requests could not be fetched");
        }
        Ok(decided?)
    }

    /// Removes an account from this computer: its key, and its codes. The service is not informed.
    ///
    /// # Errors
    /// The list cannot be saved.
    pub async fn remove_device(&self, id: &str) -> Result<(), AppError> {
        let (devices, store, unique, wanted) =
            (self.devices.clone(), self.secret_store.clone(), unique_name(&*self.environment), id.to_owned());
        let removing = tokio::task::spawn_blocking(move || -> Result<Option<StoredRegistration>, AppError> {
            let removed = devices.remove(&wanted, &unique).map_err(AppError::SettingsNotSaved)?;
            if let Some(removed) = &removed {
                kept::forget_key(&store, &removed.key);
            }
            Ok(removed)
        });
        let removed = removing.await.map_err(|_| AppError::Failed)??;
        if removed.is_some() {
            self.authenticator.remove_own_registration(id.to_owned()).await?;
            self.tell_approvals();
        }
        Ok(())
    }

    /// Removes every account from this computer, when the demo starts again.
    ///
    /// # Errors
    /// The list cannot be saved.
    pub async fn remove_all_devices(&self) -> Result<(), AppError> {
        for id in self.own_devices() {
            self.remove_device(&id).await?;
        }
        Ok(())
    }

    /// The ids of the registrations of this computer.
    pub(crate) fn own_devices(&self) -> Vec<String> {
        self.devices.list().iter().map(|registration| registration.kept.id.clone()).collect()
    }

    /// The ids that their services no longer know.
    pub(crate) fn refused_devices(&self) -> Vec<String> {
        let devices = &self.devices;
        let list = devices.list();
        let refused = list.iter().filter(|registration| registration.state == DeviceState::NotActivated);
        refused.map(|registration| registration.kept.id.clone()).collect()
    }

    /// Stores a key in the keyring, or sealed beside the vault.
    pub(super) async fn keep_device_key(&self, key: &proofup_client::DeviceKey) -> Result<kept::StoredKey, AppError> {
        let (store, vault, name, key) =
            (self.secret_store.clone(), self.vault.file_vault(), unique_name(&*self.environment), key.clone());
        let keeping = tokio::task::spawn_blocking(move || {
            let vault: &Vault = &vault;
            kept::keep_key(&store, vault, &key, &name)
        });
        keeping.await.map_err(|_| AppError::Failed)?
    }
}
