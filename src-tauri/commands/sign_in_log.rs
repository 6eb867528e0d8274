//! The log of everybody's sign-ins: exported and checked; and everybody's blocks.

use proofup_app::{AdminSignInsRequest, App, Blocks, BlocksRequest, LogCheck, LogFormat, LogPlace, PersonBypass};
use tauri::State;

use super::{Answer, OrFault};

#[tauri::command]
pub(super) async fn export_sign_ins(
    app: State<'_, App>,
    request: AdminSignInsRequest,
    format: LogFormat,
    folder: String,
) -> Answer<String> {
    app.administration().export_sign_ins(&request, format, &folder).await.or_fault(&app)
}

#[tauri::command]
pub(super) async fn check_log(app: State<'_, App>, after: Option<LogPlace>) -> Answer<LogCheck> {
    app.administration().check_log(after).await.or_fault(&app)
}

#[tauri::command]
pub(super) async fn blocks(app: State<'_, App>, request: BlocksRequest) -> Answer<Blocks> {
    app.administration().blocks(&request).await.or_fault(&app)
}

#[tauri::command]
pub(super) async fn bypasses(app: State<'_, App>) -> Answer<Vec<PersonBypass>> {
    app.administration().bypasses().await.or_fault(&app)
}
