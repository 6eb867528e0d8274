//! The recent activity page.

use proofup_app::{ActivityKind, App, view::ActivityView};
use tauri::State;

use super::{Answer, OrFault};

#[tauri::command]
pub(super) async fn activity(app: State<'_, App>, kind: ActivityKind, after: Option<String>) -> Answer<ActivityView> {
    app.activity().activity(kind, after.as_deref()).await.or_fault(&app)
}

#[tauri::command]
pub(super) fn dismiss_alert(app: State<'_, App>, id: String) {
    app.activity().dismiss_alert(&id);
}

#[tauri::command]
pub(super) async fn sign_out_everywhere_else(app: State<'_, App>) -> Answer<()> {
    app.activity().sign_out_everywhere_else().await.or_fault(&app)
}

#[tauri::command]
pub(super) async fn register_again(app: State<'_, App>) -> Answer<()> {
    app.sign_in().register_again().await.or_fault(&app)
}
