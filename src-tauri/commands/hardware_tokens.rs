//! Hardware tokens.

use proofup_app::{App, SecretText};
use tauri::State;

use super::{Answer, OrFault};

#[tauri::command]
pub(super) async fn add_hardware_token(
    app: State<'_, App>,
    serial_number: String,
    code: SecretText,
    display_name: String,
) -> Answer<()> {
    app.security_info().add_hardware_token(&serial_number, code, &display_name).await.or_fault(&app)
}

#[tauri::command]
pub(super) async fn resync_hardware_token(
    app: State<'_, App>,
    id: String,
    first_code: SecretText,
    second_code: SecretText,
) -> Answer<()> {
    app.security_info().resync_hardware_token(&id, first_code, second_code).await.or_fault(&app)
}

#[tauri::command]
pub(super) async fn delete_hardware_token(app: State<'_, App>, id: String) -> Answer<()> {
    app.security_info().delete_hardware_token(&id).await.or_fault(&app)
}
