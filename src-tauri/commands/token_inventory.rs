//! The organisation's hardware tokens, and the import of a list of them.

use proofup_app::{
    App, HardwareOathAction, HardwareOathActionBody, HardwareOathDevices, HardwareOathDevicesRequest, SecretText,
    view::{TokenFileSecret, TokenFileView},
};
use tauri::{State, ipc::Request};

use super::{Answer, OrFault, bytes};

#[tauri::command]
pub(super) async fn token_inventory(
    app: State<'_, App>,
    request: HardwareOathDevicesRequest,
) -> Answer<HardwareOathDevices> {
    app.administration().hardware_oath_devices(request).await.or_fault(&app)
}

#[tauri::command]
pub(super) async fn act_on_token(
    app: State<'_, App>,
    id: String,
    action: HardwareOathAction,
    body: HardwareOathActionBody,
) -> Answer<()> {
    app.administration().act_on_token(&id, action, &body).await.or_fault(&app)
}

#[tauri::command]
pub(super) async fn remove_token(app: State<'_, App>, id: String) -> Answer<()> {
    app.administration().remove_token(&id).await.or_fault(&app)
}

#[tauri::command]
pub(super) async fn open_token_file(app: State<'_, App>, request: Request<'_>) -> Answer<TokenFileView> {
    app.administration().open_token_file(bytes(request.body())).await.or_fault(&app)
}

#[tauri::command]
pub(super) async fn unlock_token_file(
    app: State<'_, App>,
    secret: TokenFileSecret,
    text: SecretText,
) -> Answer<TokenFileView> {
    app.administration().unlock_token_file(secret, text).await.or_fault(&app)
}

#[tauri::command]
pub(super) async fn import_token_file(app: State<'_, App>) -> Answer<TokenFileView> {
    app.administration().import_token_file().await.or_fault(&app)
}

#[tauri::command]
pub(super) async fn save_refused_tokens(app: State<'_, App>, folder: String) -> Answer<String> {
    app.administration().save_refused_tokens(&folder).await.or_fault(&app)
}

#[tauri::command]
pub(super) fn close_token_file(app: State<'_, App>) {
    app.administration().close_token_file();
}
