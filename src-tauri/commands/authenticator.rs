//! The Authenticator page.

use proofup_app::{
    App,
    view::{AccountDraft, AccountRow, AuthenticatorView, CodeRow, ManualAccount},
};
use tauri::{
    State,
    ipc::{InvokeBody, Request},
};

use super::{Answer, OrFault};

#[tauri::command]
pub(super) async fn authenticator(app: State<'_, App>) -> Answer<AuthenticatorView> {
    app.authenticator().await.or_fault(&app)
}

#[tauri::command]
pub(super) async fn codes(app: State<'_, App>) -> Answer<Vec<CodeRow>> {
    app.codes().await.or_fault(&app)
}

#[tauri::command]
pub(super) async fn next_hotp_code(app: State<'_, App>, id: String) -> Answer<CodeRow> {
    app.next_hotp_code(&id).await.or_fault(&app)
}

#[tauri::command]
pub(super) async fn copy_code(app: State<'_, App>, id: String, next: bool) -> Answer<()> {
    app.copy_code(&id, next).await.or_fault(&app)
}

#[tauri::command]
pub(super) async fn draft_from_link(app: State<'_, App>, link: String) -> Answer<AccountDraft> {
    app.draft_from_link(&link).await.or_fault(&app)
}

#[tauri::command]
pub(super) async fn draft_from_picture(app: State<'_, App>, request: Request<'_>) -> Answer<Vec<AccountDraft>> {
    app.drafts_from_picture(bytes(request.body())).await.or_fault(&app)
}

#[tauri::command]
pub(super) async fn add_draft(
    app: State<'_, App>,
    draft_id: String,
    issuer: String,
    account: String,
) -> Answer<AccountRow> {
    app.add_draft(&draft_id, &issuer, &account).await.or_fault(&app)
}

#[tauri::command]
pub(super) fn discard_draft(app: State<'_, App>, draft_id: String) {
    app.discard_draft(&draft_id);
}

#[tauri::command]
pub(super) async fn add_account(app: State<'_, App>, account: ManualAccount) -> Answer<AccountRow> {
    app.add_account(account).await.or_fault(&app)
}

#[tauri::command]
pub(super) async fn rename_account(
    app: State<'_, App>,
    id: String,
    issuer: String,
    account: String,
) -> Answer<AccountRow> {
    app.rename_account(&id, &issuer, &account).await.or_fault(&app)
}

#[tauri::command]
pub(super) async fn delete_account(app: State<'_, App>, id: String) -> Answer<()> {
    app.delete_account(&id).await.or_fault(&app)
}

#[tauri::command]
pub(super) async fn restore_account(app: State<'_, App>, id: String) -> Answer<()> {
    app.restore_account(&id).await.or_fault(&app)
}

/// The bytes of a file. They come raw, or as a list of numbers where the web view cannot send them raw.
fn bytes(body: &InvokeBody) -> Vec<u8> {
    match body {
        InvokeBody::Raw(bytes) => bytes.clone(),
        InvokeBody::Json(json) => serde_json::from_value(json.clone()).unwrap_or_default(),
    }
}
