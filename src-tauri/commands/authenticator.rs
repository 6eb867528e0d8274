//! The Authenticator page.

use proofup_app::{
    App,
    view::{AccountEdit, AccountRow, AuthenticatorView, CodeRow, ManualAccount, SystemClock, TrashRow},
};
use tauri::{State, ipc::Request};

use super::{Answer, OrFault, bytes};
use crate::desktop::system_clock;

/// The header with the account that a file is for.
const ACCOUNT_HEADER: &str = "proofup-account";

#[tauri::command]
pub(super) async fn authenticator(app: State<'_, App>) -> Answer<AuthenticatorView> {
    app.authenticator().authenticator().await.or_fault(&app)
}

#[tauri::command]
pub(super) async fn codes(app: State<'_, App>, ids: Vec<String>) -> Answer<Vec<CodeRow>> {
    app.authenticator().codes_of(&ids).await.or_fault(&app)
}

#[tauri::command]
pub(super) async fn next_hotp_code(app: State<'_, App>, id: String) -> Answer<CodeRow> {
    app.authenticator().next_hotp_code(&id).await.or_fault(&app)
}

#[tauri::command]
pub(super) async fn copy_code(app: State<'_, App>, id: String, next: bool) -> Answer<()> {
    app.authenticator().copy_code(&id, next).await.or_fault(&app)
}

#[tauri::command]
pub(super) async fn add_draft(
    app: State<'_, App>,
    draft_id: String,
    issuer: String,
    account: String,
) -> Answer<AccountRow> {
    app.authenticator().add_draft(&draft_id, &issuer, &account).await.or_fault(&app)
}

#[tauri::command]
pub(super) fn discard_draft(app: State<'_, App>, draft_id: String) {
    app.authenticator().discard_draft(&draft_id);
}

#[tauri::command]
pub(super) async fn add_account(app: State<'_, App>, account: ManualAccount) -> Answer<AccountRow> {
    app.authenticator().add_account(account).await.or_fault(&app)
}

#[tauri::command]
pub(super) async fn edit_account(app: State<'_, App>, id: String, edit: AccountEdit) -> Answer<AccountRow> {
    app.authenticator().edit_account(&id, edit).await.or_fault(&app)
}

#[tauri::command]
pub(super) async fn pin_accounts(app: State<'_, App>, ids: Vec<String>, pinned: bool) -> Answer<()> {
    app.authenticator().pin_accounts(&ids, pinned).await.or_fault(&app)
}

#[tauri::command]
pub(super) async fn tag_accounts(
    app: State<'_, App>,
    ids: Vec<String>,
    add: Vec<String>,
    remove: Vec<String>,
) -> Answer<()> {
    app.authenticator().tag_accounts(&ids, &add, &remove).await.or_fault(&app)
}

#[tauri::command]
pub(super) async fn rename_tag(app: State<'_, App>, from: String, to: Option<String>) -> Answer<()> {
    app.authenticator().rename_tag(from, to).await.or_fault(&app)
}

#[tauri::command]
pub(super) async fn move_account(app: State<'_, App>, id: String, before: Option<String>) -> Answer<()> {
    app.authenticator().move_account(&id, before.as_deref()).await.or_fault(&app)
}

#[tauri::command]
pub(super) async fn duplicate_accounts(app: State<'_, App>) -> Answer<Vec<Vec<String>>> {
    app.authenticator().duplicate_accounts().await.or_fault(&app)
}

#[tauri::command]
pub(super) async fn delete_accounts(app: State<'_, App>, ids: Vec<String>) -> Answer<()> {
    app.authenticator().delete_accounts(&ids).await.or_fault(&app)
}

#[tauri::command]
pub(super) async fn restore_accounts(app: State<'_, App>, ids: Vec<String>) -> Answer<()> {
    app.authenticator().restore_accounts(&ids).await.or_fault(&app)
}

#[tauri::command]
pub(super) async fn trash(app: State<'_, App>) -> Answer<Vec<TrashRow>> {
    app.authenticator().trash().await.or_fault(&app)
}

#[tauri::command]
pub(super) async fn erase_accounts(app: State<'_, App>, ids: Vec<String>) -> Answer<()> {
    app.authenticator().erase_accounts(&ids).await.or_fault(&app)
}

#[tauri::command]
pub(super) async fn account_picture(app: State<'_, App>, id: String) -> Answer<Option<String>> {
    app.authenticator().account_picture(&id).await.or_fault(&app)
}

/// The body is the file, so the account is in a header.
#[tauri::command]
pub(super) async fn set_account_picture(app: State<'_, App>, request: Request<'_>) -> Answer<()> {
    let id = request.headers().get(ACCOUNT_HEADER).and_then(|id| id.to_str().ok()).unwrap_or_default();
    app.authenticator().set_account_picture(id, bytes(request.body())).await.or_fault(&app)
}

#[tauri::command]
pub(super) async fn clear_account_picture(app: State<'_, App>, id: String) -> Answer<()> {
    app.authenticator().clear_account_picture(&id).await.or_fault(&app)
}

#[tauri::command]
pub(super) async fn system_clock() -> SystemClock {
    system_clock::ask().await
}
