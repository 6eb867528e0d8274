//! Import: opens a file, unlocks it with its password, adds the chosen accounts, and undoes that.

use proofup_app::{
    App, SecretText,
    view::{ImportCounts, ImportPreview},
};
use tauri::{State, ipc::Request};

use super::{Answer, OrFault, bytes};

#[tauri::command]
pub(super) async fn open_import(app: State<'_, App>, request: Request<'_>) -> Answer<ImportPreview> {
    app.authenticator().open_import(bytes(request.body())).await.or_fault(&app)
}

#[tauri::command]
pub(super) async fn unlock_import(
    app: State<'_, App>,
    password: Option<SecretText>,
    much_memory: bool,
) -> Answer<ImportPreview> {
    app.authenticator().unlock_import(password, much_memory).await.or_fault(&app)
}

#[tauri::command]
pub(super) fn cancel_import(app: State<'_, App>) {
    app.authenticator().cancel_import();
}

#[tauri::command]
pub(super) async fn take_import(app: State<'_, App>, chosen: Vec<u32>) -> Answer<ImportCounts> {
    app.authenticator().take_import(&chosen).await.or_fault(&app)
}

#[tauri::command]
pub(super) async fn undo_import(app: State<'_, App>) -> Answer<()> {
    app.authenticator().undo_import().await.or_fault(&app)
}
