//! The vault: opening it, key storage, its folder, and its backups.

use proofup_app::{
    App, SecretText,
    view::{BackupPreview, BackupRow, SheetAnswer, VaultHealth, VaultView},
};
use tauri::{Runtime, State, WebviewWindow};

use super::{Answer, OrFault};
use crate::{desktop::folder_picker::FolderPicker, windows};

#[tauri::command]
pub(super) async fn vault(app: State<'_, App>) -> Answer<VaultView> {
    app.vault().vault_view().await.or_fault(&app)
}

#[tauri::command]
pub(super) async fn vault_health(app: State<'_, App>) -> Answer<VaultHealth> {
    app.vault().vault_health().await.or_fault(&app)
}

#[tauri::command]
pub(super) async fn unlock_vault(app: State<'_, App>, passphrase: SecretText) -> Answer<()> {
    app.vault().unlock_vault(passphrase).await.or_fault(&app)
}

#[tauri::command]
pub(super) async fn unlock_vault_with_sheet(app: State<'_, App>, sheet: SecretText) -> Answer<()> {
    app.vault().unlock_vault_with_sheet(sheet).await.or_fault(&app)
}

#[tauri::command]
pub(super) async fn create_vault(app: State<'_, App>, passphrase: SecretText) -> Answer<()> {
    app.vault().create_vault(passphrase).await.or_fault(&app)
}

#[tauri::command]
pub(super) async fn retry_vault(app: State<'_, App>) -> Answer<()> {
    app.vault().retry_vault().await.or_fault(&app)
}

#[tauri::command]
pub(super) async fn lock_vault(app: State<'_, App>) -> Answer<()> {
    app.vault().lock_vault().await;
    Ok(())
}

#[tauri::command]
pub(super) fn note_user_activity(app: State<'_, App>) {
    app.vault().note_user_activity();
}

#[tauri::command]
pub(super) async fn set_vault_passphrase(app: State<'_, App>, passphrase: SecretText) -> Answer<()> {
    app.vault().set_vault_passphrase(passphrase).await.or_fault(&app)
}

#[tauri::command]
pub(super) async fn remove_vault_passphrase(app: State<'_, App>) -> Answer<()> {
    app.vault().remove_vault_passphrase().await.or_fault(&app)
}

#[tauri::command]
pub(super) async fn keep_vault_in_keyring(app: State<'_, App>) -> Answer<()> {
    app.vault().keep_vault_in_keyring().await.or_fault(&app)
}

#[tauri::command]
pub(super) async fn remove_vault_from_keyring(app: State<'_, App>) -> Answer<()> {
    app.vault().remove_vault_from_keyring().await.or_fault(&app)
}

#[tauri::command]
pub(super) async fn recovery_sheet(app: State<'_, App>, passphrase: Option<SecretText>) -> Answer<SheetAnswer> {
    app.vault().recovery_sheet(passphrase).await.or_fault(&app)
}

#[tauri::command]
pub(super) async fn confirm_recovery_sheet(app: State<'_, App>, pieces: Vec<SecretText>) -> Answer<()> {
    app.vault().confirm_recovery_sheet(pieces).await.or_fault(&app)
}

#[tauri::command]
pub(super) fn print_page<R: Runtime>(window: WebviewWindow<R>) {
    windows::print(&window);
}

/// The page passes the title of the dialog in its language.
#[tauri::command]
pub(super) async fn choose_folder<R: Runtime>(
    app: State<'_, App>,
    picker: State<'_, FolderPicker>,
    window: WebviewWindow<R>,
    title: String,
) -> Answer<Option<String>> {
    picker.choose(&window, title).await.or_fault(&app)
}

#[tauri::command]
pub(super) async fn move_vault(app: State<'_, App>, folder: String) -> Answer<()> {
    app.vault().move_vault(folder).await.or_fault(&app)
}

#[tauri::command]
pub(super) async fn copy_vault(app: State<'_, App>, folder: String) -> Answer<()> {
    app.vault().copy_vault(folder).await.or_fault(&app)
}

#[tauri::command]
pub(super) async fn put_off_vault_copy(app: State<'_, App>) -> Answer<()> {
    app.vault().put_off_vault_copy().await.or_fault(&app)
}

#[tauri::command]
pub(super) async fn use_vault_folder(app: State<'_, App>, folder: String) -> Answer<()> {
    app.vault().use_vault_folder(folder).await.or_fault(&app)
}

#[tauri::command]
pub(super) fn cancel_vault_move(app: State<'_, App>) {
    app.vault().cancel_vault_move();
}

#[tauri::command]
pub(super) async fn vault_backups(app: State<'_, App>) -> Answer<Vec<BackupRow>> {
    app.vault().vault_backups().await.or_fault(&app)
}

#[tauri::command]
pub(super) async fn back_up_vault(app: State<'_, App>) -> Answer<bool> {
    app.vault().back_up_vault().await.or_fault(&app)
}

#[tauri::command]
pub(super) async fn preview_vault_backup(app: State<'_, App>, name: String) -> Answer<BackupPreview> {
    app.vault().preview_vault_backup(name).await.or_fault(&app)
}

#[tauri::command]
pub(super) async fn restore_vault_backup(app: State<'_, App>, name: String) -> Answer<()> {
    app.vault().restore_vault_backup(name).await.or_fault(&app)
}

#[tauri::command]
pub(super) async fn dismiss_vault_notices(app: State<'_, App>) -> Answer<()> {
    app.vault().dismiss_vault_notices().await.or_fault(&app)
}

#[tauri::command]
pub(super) async fn quarantined_text(app: State<'_, App>, id: String) -> Answer<String> {
    app.vault().quarantined_text(id).await.or_fault(&app)
}

#[tauri::command]
pub(super) async fn copy_quarantined(app: State<'_, App>, id: String) -> Answer<()> {
    app.vault().copy_quarantined(id).await.or_fault(&app)
}

#[tauri::command]
pub(super) async fn delete_quarantined(app: State<'_, App>, id: String) -> Answer<()> {
    app.vault().delete_quarantined(id).await.or_fault(&app)
}
