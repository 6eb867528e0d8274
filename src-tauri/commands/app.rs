//! The app itself: status, settings, theme.

use proofup_app::{
    App,
    view::{About, SettingsView, Status, SystemTheme, Theme},
};
use tauri::{AppHandle, Manager, Runtime, State, WebviewWindow};

use super::{Answer, OrFault};
use crate::{
    desktop::theme::DesktopTheme, windows, windows::closing::Closing, windows::page_recovery::PageRecovery,
    windows::start_time::StartMark,
};

#[tauri::command]
pub(super) fn status(app: State<'_, App>) -> Status {
    app.status().status()
}

#[tauri::command]
pub(super) async fn refresh(app: State<'_, App>) -> Answer<Status> {
    Ok(app.sign_in().refresh().await)
}

#[tauri::command]
pub(super) fn settings(app: State<'_, App>) -> SettingsView {
    app.preferences().settings()
}

#[tauri::command]
pub(super) async fn save_settings(app: State<'_, App>, settings: SettingsView) -> Answer<SettingsView> {
    app.preferences().save(settings).await.or_fault(&app)
}

/// The person accepted or declined the offer of a link.
#[tauri::command]
pub(super) fn forget_service_offer(app: State<'_, App>) {
    app.links().forget_service_offer();
}

#[tauri::command]
pub(super) fn about(app: State<'_, App>) -> About {
    app.preferences().about()
}

/// Whether the main window is visible now.
#[tauri::command]
pub(super) fn window_seen(app: State<'_, App>, seen: bool) {
    app.visibility().set(seen);
}

#[tauri::command]
pub(super) fn page_usable(mark: State<'_, StartMark>) {
    mark.usable();
}

/// Whether closing the window would lose something on the page.
#[tauri::command]
pub(super) fn hold_window(closing: State<'_, Closing>, held: bool) {
    closing.hold(held);
}

/// Quits the app, after the person confirmed.
#[tauri::command]
pub(super) fn quit_app<R: Runtime>(handle: AppHandle<R>) {
    windows::quit(&handle);
}

/// Whether this page was restarted because its process had stopped.
#[tauri::command]
pub(super) fn page_restarted<R: Runtime>(window: WebviewWindow<R>, recovery: State<'_, PageRecovery>) -> bool {
    recovery.take_news(window.label())
}

#[tauri::command]
pub(super) fn set_window_theme<R: Runtime>(window: WebviewWindow<R>, theme: Theme) {
    windows::set_theme(&window, theme);
}

/// The zoom of the window in percent. The settings store it.
#[tauri::command]
pub(super) fn set_window_zoom<R: Runtime>(window: WebviewWindow<R>, percent: u16) {
    windows::set_zoom(&window, percent);
}

#[tauri::command]
pub(super) async fn system_theme<R: Runtime>(window: WebviewWindow<R>) -> SystemTheme {
    let desktop = window.state::<DesktopTheme>().now().await;
    desktop.unwrap_or_else(|| windows::theme(&window))
}

#[tauri::command]
pub(super) async fn copy_text(app: State<'_, App>, text: String) -> Answer<()> {
    app.clipboard().copy_text(text).await.or_fault(&app)
}
