//! The authenticator's vault.

use proofup_app::{App, SecretText, view::BackupRow};
use tauri::State;

use super::{Answer, OrFault};

#[tauri::command]
pub(super) async fn unlock_vault(app: State<'_, App>, passphrase: SecretText) -> Answer<()> {
    app.unlock_vault(passphrase).await.or_fault(&app)
}

#[tauri::command]
pub(super) async fn create_vault(app: State<'_, App>, passphrase: SecretText) -> Answer<()> {
    app.create_vault(passphrase).await.or_fault(&app)
}

#[tauri::command]
pub(super) async fn retry_vault(app: State<'_, App>) -> Answer<()> {
    app.retry_vault().await.or_fault(&app)
}

#[tauri::command]
pub(super) async fn vault_backups(app: State<'_, App>) -> Answer<Vec<BackupRow>> {
    app.vault_backups().await.or_fault(&app)
}

#[tauri::command]
pub(super) async fn restore_vault_backup(app: State<'_, App>, name: String) -> Answer<()> {
    app.restore_vault_backup(name).await.or_fault(&app)
}

#[tauri::command]
pub(super) async fn lock_vault(app: State<'_, App>) -> Answer<()> {
    app.lock_vault().await;
    Ok(())
}
