//! Draws the tray icon and the menu of `QuickAccess::tray_menu`. While the person does not want it, it uses no
//! resources.

mod host;

use std::{
    panic::{AssertUnwindSafe, catch_unwind},
    path::PathBuf,
    sync::{
        Mutex, PoisonError,
        atomic::{AtomicBool, Ordering},
    },
};

use proofup_app::{App, TrayChoice, TrayItem, view::QuickAccessObstacle};
use tauri::{
    AppHandle, Manager, Runtime, async_runtime,
    menu::{Menu, MenuEvent, MenuItem, PredefinedMenuItem},
    tray::TrayIconBuilder,
};
use tokio::sync::{broadcast::error::RecvError, oneshot, watch};

use crate::{
    windows::closing,
    windows::{self, MAIN},
};

use self::host::TrayHost;

const ID: &str = "proofup";

/// The state of the icon.
pub(crate) struct Tray<R: Runtime> {
    /// The folder of the icon's picture, which the host reads.
    folder: PathBuf,
    /// The menu of the icon, if there is one.
    menu: Mutex<Option<Menu<R>>>,
    /// Whether the icon is visible: it exists, and so does the host.
    there: watch::Sender<bool>,
    /// The library for icons is not installed.
    no_library: AtomicBool,
}

impl<R: Runtime> Tray<R> {
    pub(crate) fn new(folder: PathBuf) -> Self {
        Self { folder, menu: Mutex::default(), there: watch::Sender::new(false), no_library: AtomicBool::new(false) }
    }

    /// Whether the icon can show a hidden window.
    pub(crate) fn brings_back(&self) -> bool {
        *self.there.borrow()
    }

    /// Waits until the icon can show a hidden window.
    pub(crate) async fn until_it_is_there(&self) {
        let _ = self.there.subscribe().wait_for(|there| *there).await;
    }

    /// Why there can be no icon.
    pub(crate) async fn obstacle(&self) -> Option<QuickAccessObstacle> {
        if self.no_library.load(Ordering::Relaxed) {
            return Some(QuickAccessObstacle::NoTrayLibrary);
        }
        (!host::is_there().await).then_some(QuickAccessObstacle::NoTray)
    }

    fn tell(&self, handle: &AppHandle<R>, there: bool) {
        let came_or_went = self.there.send_if_modified(|was| std::mem::replace(was, there) != there);
        if came_or_went || self.no_library.load(Ordering::Relaxed) {
            windows::tell(handle, MAIN, "quick-access-changed", ());
        }
        if came_or_went && !there {
            // Without the icon, a hidden window could not be shown again.
            windows::show_if_hidden(handle);
        }
    }

    fn menu(&self) -> std::sync::MutexGuard<'_, Option<Menu<R>>> {
        self.menu.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Redraws the icon after every change of its menu, while the app runs.
pub(crate) fn follow<R: Runtime>(handle: &AppHandle<R>, app: &App) {
    let (handle, app) = (handle.clone(), app.clone());
    async_runtime::spawn(async move {
        let tray = handle.state::<Tray<R>>();
        let (mut status, mut changes) = (app.status().subscribe(), app.status().changes());
        let mut drawn = None;
        let mut watched = None;
        loop {
            let wanted = app.quick_access().tray_menu().await;
            if wanted.is_some() != watched.is_some() {
                watched = if wanted.is_some() { TrayHost::find().await } else { None };
            }
            if wanted != drawn && !tray.no_library.load(Ordering::Relaxed) {
                drawn = if draw(&handle, wanted.clone()).await { wanted } else { None };
            }
            tray.tell(&handle, drawn.is_some() && watched.as_ref().is_some_and(TrayHost::is_there));
            tokio::select! {
                changed = status.changed() => if changed.is_err() { return },
                change = changes.recv() => if let Err(RecvError::Closed) = change { return },
                () = host::changed(&mut watched) => {}
            }
        }
    });
}

/// Draws on the main thread. Returns whether it succeeded.
async fn draw<R: Runtime>(handle: &AppHandle<R>, items: Option<Vec<TrayItem>>) -> bool {
    let (tell, drawn) = oneshot::channel();
    let own = handle.clone();
    let draw = move || {
        // The library is loaded at the first use, and panics if it is not installed.
        let done = catch_unwind(AssertUnwindSafe(|| redraw(&own, items.as_deref())));
        if done.is_err() {
            own.state::<Tray<R>>().no_library.store(true, Ordering::Relaxed);
        }
        let _ = tell.send(done);
    };
    if let Err(error) = handle.run_on_main_thread(draw) {
        tracing::warn!(%error, "the tray cannot be drawn");
        return false;
    }
    match drawn.await {
        Ok(Ok(Ok(()))) => true,
        Ok(Ok(Err(error))) => {
            tracing::warn!(%error, "the tray was not drawn");
            false
        }
        Ok(Err(_)) | Err(_) => {
            tracing::warn!("the tray was not drawn: libayatana-appindicator3 is not installed");
            false
        }
    }
}

fn redraw<R: Runtime>(handle: &AppHandle<R>, items: Option<&[TrayItem]>) -> tauri::Result<()> {
    let tray = handle.state::<Tray<R>>();
    let mut shown = tray.menu();
    let Some(items) = items else {
        drop(handle.remove_tray_by_id(ID));
        *shown = None;
        return Ok(());
    };
    if let Some(menu) = &*shown {
        // On Linux an icon keeps its menu, but its items can change.
        while !menu.items()?.is_empty() {
            menu.remove_at(0)?;
        }
        return fill(handle, menu, items);
    }
    let menu = Menu::new(handle)?;
    fill(handle, &menu, items)?;
    let mut icon = TrayIconBuilder::with_id(ID).menu(&menu).tooltip("Proofup").temp_dir_path(&tray.folder);
    if let Some(picture) = handle.default_window_icon() {
        icon = icon.icon(picture.clone());
    }
    icon.build(handle)?;
    *shown = Some(menu);
    Ok(())
}

fn fill<R: Runtime>(handle: &AppHandle<R>, menu: &Menu<R>, items: &[TrayItem]) -> tauri::Result<()> {
    // A single `&` would underline the next character.
    let text = |text: &str| text.replace('&', "&&");
    for item in items {
        match item {
            TrayItem::Choice(choice, label) => {
                menu.append(&MenuItem::with_id(handle, choice.id(), text(label), true, None::<&str>)?)?;
            }
            TrayItem::Text(words) => menu.append(&MenuItem::new(handle, text(words), false, None::<&str>)?)?,
            TrayItem::Line => menu.append(&PredefinedMenuItem::separator(handle)?)?,
        }
    }
    Ok(())
}

/// Runs the chosen item of the menu.
pub(crate) fn chosen<R: Runtime>(handle: &AppHandle<R>, event: MenuEvent) {
    let Some(choice) = TrayChoice::of_id(event.id().as_ref()) else { return };
    let (handle, app) = (handle.clone(), handle.state::<App>().inner().clone());
    app.vault().note_user_activity();
    match choice {
        TrayChoice::Open => windows::raise(&handle),
        TrayChoice::Unlock => windows::raise_on(&handle, "authenticator"),
        TrayChoice::Quit if closing::asks(&handle) => {}
        TrayChoice::Quit => windows::quit(&handle),
        TrayChoice::Lock => drop(async_runtime::spawn(async move { app.vault().lock_vault().await })),
        TrayChoice::Account(id) => drop(async_runtime::spawn(async move {
            if let Err(error) = app.quick_access().copy_from_tray(&id).await {
                // A menu cannot show an error; the window can.
                let fault = app.fault(&error);
                windows::raise_on(&handle, "authenticator");
                windows::tell(&handle, MAIN, "quick-access-fault", fault);
            }
        })),
    }
}
