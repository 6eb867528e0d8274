//! Quick access: what this desktop supports, the start with the session, the shortcut. The options of the tray are
//! ordinary settings.

use proofup_app::{
    App, AppError, Shortcut,
    view::{QuickAccessView, SettingsView},
};
use tauri::{AppHandle, Manager, Runtime, State};

use super::{Answer, OrFault};
use crate::{desktop::autostart::SessionStart, quick_access, shortcut::Shortcuts, tray::Tray};

#[tauri::command]
pub(super) async fn quick_access<R: Runtime>(
    handle: AppHandle<R>,
    start: State<'_, SessionStart>,
    shortcuts: State<'_, Shortcuts>,
) -> Answer<QuickAccessView> {
    Ok(QuickAccessView {
        no_tray: handle.state::<Tray<R>>().obstacle().await,
        no_session_start: start.obstacle(),
        no_shortcut: shortcuts.obstacle().await,
        starts_with_session: start.is_on(),
        held_keys: shortcuts.keys(),
    })
}

#[tauri::command]
pub(super) async fn set_session_start(app: State<'_, App>, start: State<'_, SessionStart>, on: bool) -> Answer<()> {
    start.set(on).or_fault(&app)
}

/// Null releases the shortcut.
#[tauri::command]
pub(super) async fn set_shortcut<R: Runtime>(
    handle: AppHandle<R>,
    app: State<'_, App>,
    shortcut: Option<String>,
) -> Answer<SettingsView> {
    let shortcut = shortcut.map(|keys| keys.parse::<Shortcut>()).transpose().map_err(AppError::from).or_fault(&app)?;
    quick_access::hold_shortcut(&handle, &app, shortcut).await.or_fault(&app)?;
    app.quick_access().remember_shortcut(shortcut).await.or_fault(&app)
}
