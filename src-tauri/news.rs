//! Passes on to the window what changes in the app.

use proofup_app::{App, Change};
use tauri::{AppHandle, Runtime, async_runtime};
use tokio::sync::broadcast::error::RecvError;

use crate::windows::{self, MAIN};

/// Follows the app for as long as it runs.
pub(crate) fn follow<R: Runtime>(handle: &AppHandle<R>, app: &App) {
    follow_status(handle.clone(), app);
    follow_changes(handle.clone(), app);
}

fn follow_status<R: Runtime>(handle: AppHandle<R>, app: &App) {
    let mut status = app.watch_status();
    async_runtime::spawn(async move {
        while status.changed().await.is_ok() {
            let now = status.borrow_and_update().clone();
            windows::tell(&handle, MAIN, "status", now);
        }
    });
}

fn follow_changes<R: Runtime>(handle: AppHandle<R>, app: &App) {
    let mut changes = app.changes();
    async_runtime::spawn(async move {
        loop {
            let changed: &[Change] = match changes.recv().await {
                Ok(Change::SecurityInfo) => &[Change::SecurityInfo],
                Ok(Change::Activity) => &[Change::Activity],
                Ok(Change::Authenticator) => &[Change::Authenticator],
                Ok(Change::VaultCopied { done, of }) => {
                    windows::tell(&handle, MAIN, "vault-copied", [done, of]);
                    &[]
                }
                Ok(Change::Approvals) => &[Change::Approvals],
                // What was missed is not known, so everything is asked again.
                Err(RecvError::Lagged(_)) => {
                    &[Change::SecurityInfo, Change::Activity, Change::Authenticator, Change::Approvals]
                }
                Err(RecvError::Closed) => return,
            };
            for change in changed {
                let event = match change {
                    Change::SecurityInfo => "security-info-changed",
                    Change::Activity => "activity-changed",
                    Change::Authenticator | Change::VaultCopied { .. } => "authenticator-changed",
                    Change::Approvals => "approvals-changed",
                };
                windows::tell(&handle, MAIN, event, ());
            }
        }
    });
}
