//! Renames devices, tokens and app passwords, and forgets one trusted device.

use proofup_app::App;
use tauri::State;

use super::{Answer, OrFault};

#[tauri::command]
pub(super) async fn rename_mobile_app(app: State<'_, App>, id: String, display_name: String) -> Answer<()> {
    app.security_info().rename_mobile_app(&id, &display_name).await.or_fault(&app)
}

#[tauri::command]
pub(super) async fn rename_push_device(app: State<'_, App>, id: String, display_name: String) -> Answer<()> {
    app.security_info().rename_push_device(&id, &display_name).await.or_fault(&app)
}

#[tauri::command]
pub(super) async fn rename_hardware_token(app: State<'_, App>, id: String, display_name: String) -> Answer<()> {
    app.security_info().rename_hardware_token(&id, &display_name).await.or_fault(&app)
}

#[tauri::command]
pub(super) async fn rename_trusted_device(app: State<'_, App>, id: String, display_name: String) -> Answer<()> {
    app.security_info().rename_trusted_device(&id, &display_name).await.or_fault(&app)
}

#[tauri::command]
pub(super) async fn rename_app_password(app: State<'_, App>, id: String, display_name: String) -> Answer<()> {
    app.app_passwords().rename_app_password(&id, &display_name).await.or_fault(&app)
}

#[tauri::command]
pub(super) async fn forget_trusted_device(app: State<'_, App>, id: String) -> Answer<()> {
    app.security_info().forget_trusted_device(&id).await.or_fault(&app)
}
