//! Requests to approve, the registered accounts of this computer, and setting a device up for notifications.

use proofup_app::{
    App, AuthenticatorSetUp, TestStarted,
    view::{ApprovalChoice, ApprovalsView, PushSetup, PushSetupPart},
};
use tauri::{AppHandle, Runtime, State};

use super::{Answer, OrFault};
use crate::desktop::notifications;

#[tauri::command]
pub(super) fn approvals(app: State<'_, App>) -> ApprovalsView {
    app.approvals().approvals()
}

#[tauri::command]
pub(super) async fn decide_request(
    app: State<'_, App>,
    id: String,
    choice: ApprovalChoice,
    number: Option<String>,
) -> Answer<()> {
    app.approvals().decide_request(&id, choice, number).await.or_fault(&app)
}

#[tauri::command]
pub(super) async fn activate_device(app: State<'_, App>, code: String, url: String) -> Answer<()> {
    app.approvals().activate_device(&code, &url).await.or_fault(&app)
}

#[tauri::command]
pub(super) async fn remove_device(app: State<'_, App>, id: String) -> Answer<()> {
    app.approvals().remove_device(&id).await.or_fault(&app)
}

#[tauri::command]
pub(super) fn show_notification<R: Runtime>(handle: AppHandle<R>, title: String, text: String) {
    notifications::show(&handle, &title, &text);
}

#[tauri::command]
pub(super) async fn start_push_setup(app: State<'_, App>, replaces: Option<String>) -> Answer<PushSetup> {
    app.security_info().start_push_setup(replaces).await.or_fault(&app)
}

#[tauri::command]
pub(super) async fn push_setup_state(app: State<'_, App>, id: String) -> Answer<AuthenticatorSetUp> {
    app.security_info().push_setup_state(&id).await.or_fault(&app)
}

#[tauri::command]
pub(super) async fn test_push_device(app: State<'_, App>, id: String) -> Answer<TestStarted> {
    app.security_info().test_push_device(&id).await.or_fault(&app)
}

#[tauri::command]
pub(super) async fn cancel_push_setup(app: State<'_, App>, id: String) -> Answer<()> {
    app.security_info().cancel_push_setup(&id).await.or_fault(&app)
}

#[tauri::command]
pub(super) async fn use_this_computer(app: State<'_, App>, id: String) -> Answer<()> {
    app.security_info().use_this_computer(&id).await.or_fault(&app)
}

#[tauri::command]
pub(super) async fn copy_push_setup(app: State<'_, App>, id: String, part: PushSetupPart) -> Answer<()> {
    app.security_info().copy_push_setup(&id, part).await.or_fault(&app)
}

#[tauri::command]
pub(super) async fn delete_push_device(app: State<'_, App>, id: String) -> Answer<()> {
    app.security_info().delete_push_device(&id).await.or_fault(&app)
}
