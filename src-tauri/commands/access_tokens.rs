//! The page of tokens of programs.

use proofup_app::{AccessToken, App, CreateAccessToken, MachineScope, view::NewAccessToken};
use tauri::State;

use super::{Answer, OrFault};

#[tauri::command]
pub(super) async fn access_tokens(app: State<'_, App>) -> Answer<Vec<AccessToken>> {
    app.administration().access_tokens().await.or_fault(&app)
}

#[tauri::command]
pub(super) async fn create_access_token(
    app: State<'_, App>,
    display_name: String,
    scopes: Vec<MachineScope>,
    expires_in_days: u32,
) -> Answer<NewAccessToken> {
    let body = CreateAccessToken { display_name, scopes, expires_in_days };
    app.administration().create_access_token(&body).await.or_fault(&app)
}

#[tauri::command]
pub(super) async fn copy_access_token(app: State<'_, App>, id: String) -> Answer<()> {
    app.administration().copy_access_token(&id).await.or_fault(&app)
}

#[tauri::command]
pub(super) fn close_access_token(app: State<'_, App>, id: String) {
    app.administration().close_access_token(&id);
}

#[tauri::command]
pub(super) async fn revoke_access_token(app: State<'_, App>, id: String) -> Answer<()> {
    app.administration().revoke_access_token(&id).await.or_fault(&app)
}
