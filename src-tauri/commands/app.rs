//! The app itself: where it stands, settings, theme.

use proofup_app::{
    App,
    view::{About, SettingsView, Status, SystemTheme, Theme},
};
use tauri::{Runtime, State, WebviewWindow};

use super::{Answer, OrFault};
use crate::{start_mark::StartMark, windows};

#[tauri::command]
pub(super) fn status(app: State<'_, App>) -> Status {
    app.status()
}

#[tauri::command]
pub(super) async fn refresh(app: State<'_, App>) -> Answer<Status> {
    Ok(app.refresh().await)
}

#[tauri::command]
pub(super) fn settings(app: State<'_, App>) -> SettingsView {
    app.settings()
}

#[tauri::command]
pub(super) async fn save_settings(app: State<'_, App>, settings: SettingsView) -> Answer<SettingsView> {
    app.save_settings(settings).await.or_fault(&app)
}

#[tauri::command]
pub(super) fn about(app: State<'_, App>) -> About {
    app.about()
}

/// Whether the main window can be seen now.
#[tauri::command]
pub(super) fn window_seen(app: State<'_, App>, seen: bool) {
    app.window_is_seen(seen);
}

#[tauri::command]
pub(super) fn page_usable(mark: State<'_, StartMark>) {
    mark.usable();
}

#[tauri::command]
pub(super) fn set_window_theme<R: Runtime>(window: WebviewWindow<R>, theme: Theme) {
    windows::set_theme(&window, theme);
}

/// How large everything in the window is, in percent. What is remembered of it are the settings.
#[tauri::command]
pub(super) fn set_window_zoom<R: Runtime>(window: WebviewWindow<R>, percent: u16) {
    windows::set_zoom(&window, percent);
}

#[tauri::command]
pub(super) fn system_theme<R: Runtime>(window: WebviewWindow<R>) -> SystemTheme {
    windows::theme(&window)
}

#[tauri::command]
pub(super) async fn copy_text(app: State<'_, App>, text: String) -> Answer<()> {
    app.copy_text(text).await.or_fault(&app)
}
