//! The windows of the stage: which are open, and where.

use proofup_app::{App, view::StageWindow};
use proofup_stage::Place;
use tauri::{AppHandle, LogicalSize, Manager, Runtime};

use crate::{
    demo::Demo,
    windows::{self, DEMO_PHONE, Look, MAIL_APP, MAIN, PANEL},
};

/// In logical pixels.
const PROJECTED: LogicalSize<f64> = LogicalSize::new(1280.0, 800.0);

/// Gives the main window the size of a projector's picture, or the one with which it opens at first.
pub(super) fn size_main<R: Runtime>(handle: &AppHandle<R>, projected: bool) {
    let usual = handle.config().app.windows.iter().find(|window| window.label == MAIN);
    let size = match usual {
        Some(usual) if !projected => LogicalSize::new(usual.width, usual.height),
        _ => PROJECTED,
    };
    if let Some(main) = handle.get_webview_window(MAIN)
        && let Err(error) = main.unmaximize().and_then(|()| main.set_size(size))
    {
        tracing::debug!(%error, "the main window keeps its size");
    }
}

impl Demo {
    /// Tells every window that the stage changed.
    pub(super) fn tell_stage<R: Runtime>(&self, handle: &AppHandle<R>) {
        for label in [MAIN, PANEL, MAIL_APP, DEMO_PHONE] {
            windows::tell(handle, label, "stage-changed", ());
        }
    }

    /// Shows a page of the main window as if it had just opened; without one, the cards.
    pub(super) fn show_page<R: Runtime>(&self, handle: &AppHandle<R>, page: Option<&str>) {
        for label in [MAIN, MAIL_APP] {
            windows::tell(handle, label, "stage-cards", page);
        }
    }

    /// Opens the windows of a scenario beside the main one, the panel last.
    pub(super) fn arrange<R: Runtime>(&self, handle: &AppHandle<R>, places: &[Place]) {
        let beside = places.iter().filter_map(|place| match place {
            Place::Phone => Some(DEMO_PHONE),
            Place::Mail => Some(MAIL_APP),
            Place::Main | Place::Elsewhere => None,
        });
        let panel = (!self.stage.docked).then_some(PANEL);
        let mut left = MAIN;
        for label in beside.chain(panel) {
            self.open_beside(handle, label, left);
            left = label;
        }
    }

    /// Closes the windows that are not in a scenario.
    pub(super) fn close_stage_windows<R: Runtime>(&self, handle: &AppHandle<R>, kept: &[Place]) {
        let closing = [
            (DEMO_PHONE, !kept.contains(&Place::Phone)),
            (MAIL_APP, !kept.contains(&Place::Mail)),
            (PANEL, kept.is_empty()),
        ];
        for (label, _) in closing.into_iter().filter(|(_, closes)| *closes) {
            if let Some(window) = handle.get_webview_window(label)
                && let Err(error) = window.destroy()
            {
                tracing::debug!(%error, label, "a window of the stage stays open");
            }
        }
    }

    /// Brings a window to the front; opens it if it was closed.
    pub(super) fn show<R: Runtime>(&self, handle: &AppHandle<R>, window: StageWindow) {
        let label = match window {
            StageWindow::Main => return windows::raise(handle),
            StageWindow::Phone => return self.show_phone(handle, true),
            StageWindow::Mail => MAIL_APP,
            StageWindow::Panel => PANEL,
            StageWindow::Elsewhere => return,
        };
        self.open_beside(handle, label, MAIN);
        if let Some(window) = handle.get_webview_window(label)
            && let Err(error) = window.unminimize().and_then(|()| window.set_focus())
        {
            tracing::debug!(%error, label, "a window of the stage did not come to the front");
        }
    }

    /// Opens the window in which something is done, if somebody closed it.
    pub(super) fn open_for<R: Runtime>(&self, handle: &AppHandle<R>, label: &str) {
        match label {
            DEMO_PHONE => self.show_phone(handle, false),
            MAIL_APP => self.open_beside(handle, MAIL_APP, MAIN),
            _ => {}
        }
    }

    fn open_beside<R: Runtime>(&self, handle: &AppHandle<R>, label: &str, left: &str) {
        if handle.get_webview_window(label).is_some() {
            return;
        }
        let settings = handle.state::<App>().preferences().settings();
        match windows::open(handle, label, None, &settings, Look::default()) {
            Ok(window) => {
                // Not in `tauri.conf.json`, which a build without the demo has too.
                let title = match label {
                    PANEL => Some("Presenter's panel"),
                    MAIL_APP => Some("Made-up mail app"),
                    _ => None,
                };
                if let Some(Err(error)) = title.map(|title| window.set_title(title)) {
                    tracing::debug!(%error, label, "a window of the stage has no title");
                }
                if let Some(left) = handle.get_webview_window(left) {
                    windows::put_beside(&window, &left);
                }
            }
            Err(error) => tracing::error!(%error, label, "a window of the stage did not open"),
        }
    }
}
