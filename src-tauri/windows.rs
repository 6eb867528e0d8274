//! The windows: the main one, and the demo phone.

use proofup_app::view::{SettingsView, SystemTheme, Theme};
use tauri::{AppHandle, Emitter, Manager, Runtime, WebviewUrl, WebviewWindow, WebviewWindowBuilder, WindowEvent};

/// The label of the main window.
pub(crate) const MAIN: &str = "main";
/// The label of the demo phone's window.
pub(crate) const DEMO_PHONE: &str = "demo-phone";

/// Opens a window of `tauri.conf.json`, in the theme of the settings from its first moment on.
pub(crate) fn open<R: Runtime>(
    app: &AppHandle<R>,
    label: &str,
    page: Option<&str>,
    settings: &SettingsView,
) -> tauri::Result<WebviewWindow<R>> {
    let configured = app.config().app.windows.iter().find(|window| window.label == label).cloned();
    let mut configured = configured.ok_or(tauri::Error::WindowNotFound)?;
    if let Some(page) = page {
        // Which page to begin with is the window's own business; it reads it from the fragment.
        configured.url = WebviewUrl::App(format!("index.html#{page}").into());
    }
    let window = WebviewWindowBuilder::from_config(app, &configured)?.theme(chosen(settings.theme)).build()?;
    tell_theme_changes(&window);
    Ok(window)
}

/// Shows a theme; `System` follows the desktop.
pub(crate) fn set_theme<R: Runtime>(window: &WebviewWindow<R>, theme: Theme) {
    if let Err(error) = window.set_theme(chosen(theme)) {
        tracing::debug!(%error, "the window keeps its theme");
    }
}

/// What the window shows now.
pub(crate) fn theme<R: Runtime>(window: &WebviewWindow<R>) -> SystemTheme {
    window.theme().map_or(SystemTheme::Light, shade)
}

fn tell_theme_changes<R: Runtime>(window: &WebviewWindow<R>) {
    let told = window.clone();
    window.on_window_event(move |event| {
        if let WindowEvent::ThemeChanged(theme) = event
            && let Err(error) = told.emit_to(told.label(), "theme", shade(*theme))
        {
            tracing::debug!(%error, "the window did not hear of its theme");
        }
    });
}

fn chosen(theme: Theme) -> Option<tauri::Theme> {
    match theme {
        Theme::System => None,
        Theme::Light => Some(tauri::Theme::Light),
        Theme::Dark => Some(tauri::Theme::Dark),
    }
}

fn shade(theme: tauri::Theme) -> SystemTheme {
    if theme == tauri::Theme::Dark { SystemTheme::Dark } else { SystemTheme::Light }
}

/// Sends an event to one window, if it is open.
pub(crate) fn tell<R: Runtime, T: serde::Serialize + Clone>(app: &AppHandle<R>, label: &str, event: &str, payload: T) {
    if app.get_webview_window(label).is_some()
        && let Err(error) = app.emit_to(label, event, payload)
    {
        tracing::debug!(%error, event, "the window did not hear an event");
    }
}
