//! The app passwords page.

use proofup_app::{
    App,
    view::{AppPasswordLimits, AppPasswordsView, DeviceCode, DeviceSetup, FirstUse, NewAppPassword},
};
use tauri::State;

use super::{Answer, OrFault};

#[tauri::command]
pub(super) async fn app_passwords(app: State<'_, App>) -> Answer<AppPasswordsView> {
    app.app_passwords().app_passwords().await.or_fault(&app)
}

#[tauri::command]
pub(super) async fn create_app_password(
    app: State<'_, App>,
    display_name: String,
    limits: Option<AppPasswordLimits>,
) -> Answer<NewAppPassword> {
    app.app_passwords().create_limited_app_password(&display_name, limits.unwrap_or_default()).await.or_fault(&app)
}

#[tauri::command]
pub(super) async fn copy_app_password(app: State<'_, App>, id: String) -> Answer<()> {
    app.app_passwords().copy_app_password(&id).await.or_fault(&app)
}

#[tauri::command]
pub(super) fn close_app_password(app: State<'_, App>, id: String) {
    app.app_passwords().close_app_password(&id);
}

#[tauri::command]
pub(super) async fn delete_app_password(app: State<'_, App>, id: String) -> Answer<()> {
    app.app_passwords().delete_app_password(&id).await.or_fault(&app)
}

#[tauri::command]
pub(super) async fn delete_all_app_passwords(app: State<'_, App>) -> Answer<()> {
    app.app_passwords().delete_all_app_passwords().await.or_fault(&app)
}

#[tauri::command]
pub(super) fn dismiss_refused_app(app: State<'_, App>, id: String) {
    app.app_passwords().dismiss_refused_app(&id);
}

#[tauri::command]
pub(super) async fn device_setup(app: State<'_, App>) -> Answer<DeviceSetup> {
    app.app_passwords().device_setup().await.or_fault(&app)
}

#[tauri::command]
pub(super) async fn apple_profile(app: State<'_, App>, id: String) -> Answer<DeviceCode> {
    app.app_passwords().apple_profile(&id).await.or_fault(&app)
}

#[tauri::command]
pub(super) async fn thunderbird_code(app: State<'_, App>, id: String) -> Answer<DeviceCode> {
    app.app_passwords().thunderbird_code(&id).await.or_fault(&app)
}

#[tauri::command]
pub(super) async fn first_use(app: State<'_, App>, id: String) -> Answer<FirstUse> {
    app.app_passwords().first_use(&id).await.or_fault(&app)
}
