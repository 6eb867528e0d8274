//! Desktop notifications, if a notification daemon runs.

use notify_rust::{Notification, Timeout};
use tauri::{AppHandle, Runtime};

use crate::windows;

/// The lifetime of a request.
const SHOWN_FOR_MS: u32 = 60_000;

/// Shows a notification and returns at once. A click on it raises the window. A missing or slow daemon does not matter,
/// because the window shows the request as well.
pub(crate) fn show<R: Runtime>(app: &AppHandle<R>, title: &str, text: &str) {
    let mut notification = Notification::new();
    notification
        .appname("Proofup")
        .summary(title)
        .body(&as_plain_text(text))
        .timeout(Timeout::Milliseconds(SHOWN_FOR_MS))
        .action("default", "Proofup");
    let app = app.clone();
    let shown = std::thread::Builder::new().name("notification".to_owned()).spawn(move || match notification.show() {
        Ok(handle) => wait_for_click(handle, &app),
        Err(error) => tracing::debug!(%error, "no desktop notification was shown"),
    });
    if let Err(error) = shown {
        tracing::debug!(%error, "no thread for a notification");
    }
}

/// Notification daemons read the body as markup; a name must not become a link.
fn as_plain_text(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

#[cfg(all(unix, not(target_os = "macos")))]
fn wait_for_click<R: Runtime>(handle: notify_rust::NotificationHandle, app: &AppHandle<R>) {
    handle.wait_for_action(|action| {
        if action == "default" {
            windows::raise(app);
        }
    });
}

#[cfg(not(all(unix, not(target_os = "macos"))))]
fn wait_for_click<R: Runtime>(_handle: notify_rust::NotificationHandle, app: &AppHandle<R>) {
    windows::raise(app);
}

#[cfg(test)]
mod tests {
    use super::as_plain_text;

    #[test]
    fn a_name_is_shown_as_plain_text() {
        assert_eq!(as_plain_text("<a href='x'>R&D</a>"), "&lt;a href='x'&gt;R&amp;D&lt;/a&gt;");
    }
}
