//! Export: writes accounts into a file in a folder that the person chose.

use proofup_app::{
    App, SecretText,
    view::{ExportKind, ExportedView},
};
use tauri::State;

use super::{Answer, OrFault};

#[tauri::command]
pub(super) async fn export_accounts(
    app: State<'_, App>,
    kind: ExportKind,
    ids: Option<Vec<String>>,
    password: Option<SecretText>,
    folder: String,
) -> Answer<ExportedView> {
    app.authenticator().export_to_folder(kind, ids.as_deref(), password, &folder).await.or_fault(&app)
}
