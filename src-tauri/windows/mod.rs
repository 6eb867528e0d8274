//! The windows: the main one, and those of the demo.

#[cfg(feature = "demo")]
mod beside;
pub(crate) mod change_events;
pub(crate) mod closing;
pub(crate) mod page_recovery;
pub(crate) mod placement;
pub(crate) mod start_time;

use proofup_app::view::{SettingsView, SystemTheme, Theme};
use tauri::{
    AppHandle, Emitter, Manager, Runtime, WebviewUrl, WebviewWindow, WebviewWindowBuilder, WindowEvent,
    utils::config::WindowConfig,
};

#[cfg(feature = "demo")]
pub(crate) use beside::put_beside;

use crate::windows::placement::{Shape, WindowPlace};

/// The label of the main window.
pub(crate) const MAIN: &str = "main";
/// The label of the demo phone's window.
pub(crate) const DEMO_PHONE: &str = "demo-phone";
/// The label of the presenter's panel.
#[cfg(feature = "demo")]
pub(crate) const PANEL: &str = "panel";
/// The label of the mail app's window.
#[cfg(feature = "demo")]
pub(crate) const MAIL_APP: &str = "mail-app";

/// The first appearance of a window.
#[derive(Default)]
pub(crate) struct Look {
    /// It exists, but is not shown.
    pub(crate) hidden: bool,
    /// Its position and size; without them those of `tauri.conf.json`.
    pub(crate) shape: Option<Shape>,
}

/// Opens a window of `tauri.conf.json`, with the theme and size of the settings from its first moment.
pub(crate) fn open<R: Runtime>(
    app: &AppHandle<R>,
    label: &str,
    page: Option<&str>,
    settings: &SettingsView,
    look: Look,
) -> tauri::Result<WebviewWindow<R>> {
    let mut configured = configuration(app, label).cloned().ok_or(tauri::Error::WindowNotFound)?;
    if let Some(page) = page {
        // The page itself reads the first page from the fragment.
        configured.url = WebviewUrl::App(format!("index.html#{page}").into());
    }
    let mut builder = WebviewWindowBuilder::from_config(app, &configured)?.theme(chosen(settings.theme));
    if let Some(Shape { size, position, maximized }) = look.shape {
        builder = builder.inner_size(size.width, size.height).maximized(maximized);
        if let Some(position) = position {
            builder = builder.position(position.x, position.y);
        }
    }
    let window = builder.visible(!look.hidden).build()?;
    page_recovery::watch(&window);
    if label == MAIN && settings.zoom != 100 {
        set_zoom(&window, settings.zoom);
    }
    tell_theme_changes(&window);
    Ok(window)
}

fn configuration<'a, R: Runtime>(app: &'a AppHandle<R>, label: &str) -> Option<&'a WindowConfig> {
    app.config().app.windows.iter().find(|window| window.label == label)
}

/// Brings the main window to the front, also if it is hidden or minimised.
pub(crate) fn raise<R: Runtime>(app: &AppHandle<R>) {
    show_if_hidden(app);
    let Some(window) = app.get_webview_window(MAIN) else { return };
    let raised = window.unminimize().and_then(|()| window.set_focus());
    if let Err(error) = raised {
        tracing::debug!(%error, "the window did not come to the front");
    }
}

/// Sets the desktop's token for raising the main window: Wayland requires one.
#[cfg(target_os = "linux")]
pub(crate) fn allow_to_front<R: Runtime>(app: &AppHandle<R>, token: String) {
    use gtk::prelude::GtkWindowExt;

    let Some(window) = app.get_webview_window(MAIN) else { return };
    let shown = window.clone();
    let told = window.run_on_main_thread(move || {
        if let Ok(window) = shown.gtk_window() {
            window.set_startup_id(&token);
        }
    });
    if let Err(error) = told {
        tracing::debug!(%error, "the window has no permission to come to the front");
    }
}

/// Other systems need no token.
#[cfg(not(target_os = "linux"))]
pub(crate) fn allow_to_front<R: Runtime>(_app: &AppHandle<R>, _token: String) {}

/// Raises the main window on a page. A page that would lose something stays open.
pub(crate) fn raise_on<R: Runtime>(app: &AppHandle<R>, page: &str) {
    raise(app);
    tell(app, MAIN, "open-page", page);
}

/// Shows the main window at its last position, if it is hidden.
pub(crate) fn show_if_hidden<R: Runtime>(app: &AppHandle<R>) {
    let Some(window) = app.get_webview_window(MAIN) else { return };
    if window.is_visible().unwrap_or(false) {
        return;
    }
    if let Err(error) = window.show() {
        tracing::warn!(%error, "the window was not shown");
    }
    if let Some(place) = app.try_state::<WindowPlace>() {
        place.restore(&window);
    }
}

/// Hides the main window; the tray shows it again. Pages of a hidden window run no timers.
pub(crate) fn hide<R: Runtime>(window: &WebviewWindow<R>) {
    if let Err(error) = window.hide() {
        tracing::warn!(%error, "the window was not hidden");
    }
}

/// Quits the app, like closing the window without a tray.
pub(crate) fn quit<R: Runtime>(app: &AppHandle<R>) {
    let Some(window) = app.get_webview_window(MAIN) else { return app.exit(0) };
    if let Some(place) = app.try_state::<WindowPlace>()
        && window.is_visible().unwrap_or(false)
    {
        place.remember(&window);
    }
    // The app ends with its main window.
    if let Err(error) = window.destroy() {
        tracing::warn!(%error, "the window did not close");
        app.exit(0);
    }
}

/// Opens the system's print dialog for the page.
pub(crate) fn print<R: Runtime>(window: &WebviewWindow<R>) {
    if let Err(error) = window.print() {
        tracing::warn!(%error, "the print dialog did not open");
    }
}

/// Sets a theme; `System` follows the desktop.
pub(crate) fn set_theme<R: Runtime>(window: &WebviewWindow<R>, theme: Theme) {
    if let Err(error) = window.set_theme(chosen(theme)) {
        tracing::debug!(%error, "the window keeps its theme");
    }
}

/// Sets the zoom of the window, in percent.
pub(crate) fn set_zoom<R: Runtime>(window: &WebviewWindow<R>, percent: u16) {
    let percent = percent.clamp(*SettingsView::ZOOM.start(), *SettingsView::ZOOM.end());
    if let Err(error) = window.set_zoom(f64::from(percent) / 100.0) {
        tracing::debug!(%error, "the window keeps its zoom");
    }
}

/// The present theme of the window.
pub(crate) fn theme<R: Runtime>(window: &WebviewWindow<R>) -> SystemTheme {
    window.theme().map_or(SystemTheme::Light, shade)
}

fn tell_theme_changes<R: Runtime>(window: &WebviewWindow<R>) {
    let told = window.clone();
    window.on_window_event(move |event| {
        if let WindowEvent::ThemeChanged(theme) = event
            && let Err(error) = told.emit_to(told.label(), "theme", shade(*theme))
        {
            tracing::debug!(%error, "the theme could not be read");
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
        tracing::debug!(%error, event, "an event did not reach the window");
    }
}
