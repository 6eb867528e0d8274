//! Sends changes of the app to the windows.

use proofup_app::{App, Change};
use tauri::{AppHandle, Runtime, async_runtime};
use tokio::sync::broadcast::error::RecvError;

use crate::windows::{self, DEMO_PHONE, MAIN};

/// Follows the app while it runs.
pub(crate) fn follow<R: Runtime>(handle: &AppHandle<R>, app: &App) {
    follow_status(handle.clone(), app);
    follow_changes(handle.clone(), app);
}

fn follow_status<R: Runtime>(handle: AppHandle<R>, app: &App) {
    let mut status = app.status().subscribe();
    async_runtime::spawn(async move {
        while status.changed().await.is_ok() {
            let now = status.borrow_and_update().clone();
            windows::tell(&handle, MAIN, "status", now);
        }
    });
}

fn follow_changes<R: Runtime>(handle: AppHandle<R>, app: &App) {
    let mut changes = app.status().changes();
    async_runtime::spawn(async move {
        loop {
            match changes.recv().await {
                Ok(Change::VaultCopied { done, of }) => windows::tell(&handle, MAIN, "vault-copied", [done, of]),
                Ok(change) => tell(&handle, change),
                // Missed changes are unknown, so the pages reload everything.
                Err(RecvError::Lagged(_)) => {
                    let all = [Change::SecurityInfo, Change::Activity, Change::Authenticator, Change::Approvals];
                    all.into_iter().for_each(|change| tell(&handle, change));
                }
                Err(RecvError::Closed) => return,
            }
        }
    });
}

fn tell<R: Runtime>(handle: &AppHandle<R>, change: Change) {
    let event = match change {
        Change::SecurityInfo => "security-info-changed",
        Change::Activity => "activity-changed",
        Change::Authenticator => "authenticator-changed",
        Change::Approvals => "approvals-changed",
        // The page that changed a setting knows it; the other window adapts.
        Change::SetUpShown => return windows::tell(handle, DEMO_PHONE, "phone-set-up", ()),
        Change::Settings => return windows::tell(handle, DEMO_PHONE, "settings-changed", ()),
        // The copy of the vault has its own event with its progress.
        Change::VaultCopied { .. } => return,
    };
    windows::tell(handle, MAIN, event, ());
}
