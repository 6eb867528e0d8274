//! Updates the pages, and seals their snapshot beside the vault.

use std::time::Duration;

use proofup_api::ActivityKind;

use super::SignIn;
use crate::{
    AppError,
    profile::unique_name,
    view::{Connection, Status},
};

/// The time limit of a try to reach the service.
const PATIENCE: Duration = Duration::from_secs(4);

impl SignIn {
    /// Tries the service at once.
    pub async fn refresh(&self) -> Status {
        if self.publisher.is_offline() {
            let mut status = self.publisher.subscribe();
            self.service.link.try_now.notify_one();
            let settled = status.wait_for(|status| status.connection != Connection::Offline);
            // If the service is still offline then, that is the answer.
            let _ = tokio::time::timeout(PATIENCE, settled).await;
        } else if let Err(error) = self.sync().await {
            tracing::debug!(%error, "refreshing did not succeed");
        }
        self.publisher.status()
    }

    /// Fetches the content of all pages, and seals it beside the vault.
    pub(crate) async fn sync(&self) -> Result<(), AppError> {
        let info = self.security_info.fetch_security_info().await?;
        let (passwords, activity) = if info.me.registration.required {
            (None, None)
        } else {
            let passwords = self.app_passwords.fetch_with(&info.me).await?;
            self.app_passwords.look_for_refused_apps().await?;
            let activity = self.activity.fetch_activity(ActivityKind::All, None).await?;
            self.activity.note_alerts(&activity.value);
            (Some(passwords), Some(activity))
        };
        let service = self.service.link.kept_as();
        self.snapshots.update(|known| {
            known.service = service;
            known.app_passwords = passwords;
            known.activity = activity;
        });
        let (snapshots, vault) = (self.snapshots.clone(), self.vault.file_vault());
        let unique = unique_name(&*self.environment);
        let saving = tokio::task::spawn_blocking(move || snapshots.save(&vault, &unique));
        saving.await.map_err(|_| AppError::Failed)?;
        self.security_info.tell_synced(&info);
        Ok(())
    }
}
