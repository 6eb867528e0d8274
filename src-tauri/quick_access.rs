//! Quick access: the tray, a hidden start, the shortcut. A function that is off uses no resources.

use std::{path::Path, time::Duration};

use proofup_app::{App, AppError, Shortcut};
use tauri::{AppHandle, Manager, Runtime, async_runtime};

use crate::{
    desktop::autostart::SessionStart,
    env_variables::EnvVariables,
    shortcut::{Heard, Shortcuts},
    tray::{self, Tray},
    windows::{self, MAIN},
};

/// At the start of a session, the panel may start after the programs.
const PATIENCE: Duration = Duration::from_secs(10);

/// Prepares the functions of the settings. Shows and grabs nothing yet.
pub(crate) fn prepare<R: Runtime>(handle: &AppHandle<R>, variables: &EnvVariables, folder: &Path, demo: bool) {
    let configuration = handle.path().config_dir().ok();
    handle.manage(SessionStart::of_this_system(configuration, variables.program.clone(), demo));
    handle.manage(Shortcuts::of_this_desktop(variables.wayland, variables.x11));
    handle.manage(Tray::<R>::new(folder.join("tray")));
}

/// Starts the chosen functions. `hidden`: the window was not shown, and waits for the tray.
pub(crate) fn begin<R: Runtime>(handle: &AppHandle<R>, app: &App, hidden: bool) {
    tray::follow(handle, app);
    if let Some(shortcut) = app.quick_access().remembered_shortcut() {
        let (handle, app) = (handle.clone(), app.clone());
        async_runtime::spawn(async move {
            if let Err(error) = hold_shortcut(&handle, &app, Some(shortcut)).await {
                // The settings show that it is not active.
                tracing::info!(%error, "the shortcut is not active");
            }
            windows::tell(&handle, MAIN, "quick-access-changed", ());
        });
    }
    if hidden {
        let handle = handle.clone();
        async_runtime::spawn(async move {
            if tokio::time::timeout(PATIENCE, handle.state::<Tray<R>>().until_it_is_there()).await.is_err() {
                tracing::info!("there is no tray, so the window is shown");
                windows::show_if_hidden(&handle);
            }
        });
    }
}

/// Grabs a shortcut that shows the codes, or releases it. The desktop may ask the person first.
///
/// # Errors
/// [`AppError::ShortcutTaken`], [`AppError::ShortcutRefused`], [`AppError::ShortcutUnavailable`].
pub(crate) async fn hold_shortcut<R: Runtime>(
    handle: &AppHandle<R>,
    app: &App,
    shortcut: Option<Shortcut>,
) -> Result<(), AppError> {
    let own = handle.clone();
    let heard = move |news| match news {
        Heard::Pressed { token } => {
            if let Some(token) = token {
                windows::allow_to_front(&own, token);
            }
            windows::raise_on(&own, "authenticator");
        }
        Heard::Renamed(_) | Heard::Lost => windows::tell(&own, MAIN, "quick-access-changed", ()),
    };
    handle.state::<Shortcuts>().hold(shortcut, app.quick_access().shortcut_purpose(), heard).await
}
