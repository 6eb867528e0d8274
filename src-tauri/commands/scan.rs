//! Scanning: the content of links and pictures, without adding it; and the QR code of an account.

use proofup_app::{
    App, SecretText,
    view::{AccountQr, Found},
};
use tauri::{State, ipc::Request};

use super::{Answer, OrFault, bytes};
use crate::desktop::screenshot::Screen;

#[tauri::command]
pub(super) async fn drafts_from_link(app: State<'_, App>, link: String) -> Answer<Found> {
    app.authenticator().drafts_from_link(&link).await.or_fault(&app)
}

#[tauri::command]
pub(super) async fn drafts_from_picture(app: State<'_, App>, request: Request<'_>) -> Answer<Found> {
    app.authenticator().drafts_from_picture(bytes(request.body())).await.or_fault(&app)
}

#[tauri::command]
pub(super) async fn drafts_from_clipboard(app: State<'_, App>) -> Answer<Found> {
    app.authenticator().drafts_from_clipboard().await.or_fault(&app)
}

#[tauri::command]
pub(super) async fn drafts_from_screen(app: State<'_, App>, screen: State<'_, Screen>) -> Answer<Found> {
    let picture = screen.picture().await.or_fault(&app)?;
    app.authenticator().drafts_from_picture(picture).await.or_fault(&app)
}

#[tauri::command]
pub(super) async fn drafts_from_opened_link(app: State<'_, App>) -> Answer<Found> {
    app.links().drafts_from_opened_link().await.or_fault(&app)
}

/// Returns a link of Proofup: an activation code for a device, or the service's address.
#[tauri::command]
pub(super) async fn link_from_picture(app: State<'_, App>, request: Request<'_>) -> Answer<SecretText> {
    app.links().link_in_picture(bytes(request.body())).await.or_fault(&app)
}

#[tauri::command]
pub(super) async fn link_from_clipboard(app: State<'_, App>) -> Answer<SecretText> {
    app.links().link_in_clipboard().await.or_fault(&app)
}

#[tauri::command]
pub(super) async fn link_from_screen(app: State<'_, App>, screen: State<'_, Screen>) -> Answer<SecretText> {
    let picture = screen.picture().await.or_fault(&app)?;
    app.links().link_in_picture(picture).await.or_fault(&app)
}

#[tauri::command]
pub(super) async fn account_qr(app: State<'_, App>, id: String, passphrase: Option<SecretText>) -> Answer<AccountQr> {
    app.authenticator().account_qr(&id, passphrase).await.or_fault(&app)
}
