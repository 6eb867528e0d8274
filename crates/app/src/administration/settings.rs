//! The organisation's settings.

use proofup_api::{SettingsDetails, SettingsEffect, SettingsPatch};
use proofup_client::Session;

use super::Administration;
use crate::AppError;

#[expect(clippy::missing_errors_doc, reason = "every call can come to every fault of a call to the service")]
impl Administration {
    /// Every setting with its default and bounds.
    pub async fn settings_details(&self) -> Result<SettingsDetails, AppError> {
        self.service.confirmed_call(|session: Session| async move { session.settings_details().await }).await
    }

    /// What changes would do, and to how many people.
    pub async fn preview_settings(&self, changes: &SettingsPatch) -> Result<Vec<SettingsEffect>, AppError> {
        self.service.confirmed_call(|session: Session| async move { session.preview_settings(changes).await }).await
    }

    /// Changes settings, all or none, if nobody has changed them since this version was read.
    pub async fn change_settings(&self, version: i64, changes: &SettingsPatch) -> Result<SettingsDetails, AppError> {
        self.service
            .confirmed_call(|session: Session| async move { session.change_settings(version, changes).await })
            .await?;
        self.settings_details().await
    }
}
