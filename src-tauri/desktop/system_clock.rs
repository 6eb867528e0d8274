//! Whether this computer's clock is synchronised. systemd-timedated reports that over D-Bus, for every time service.
//! Other systems give no answer.

use proofup_app::view::SystemClock;

/// Asks the system, which may take a moment.
pub(crate) async fn ask() -> SystemClock {
    let asked = tauri::async_runtime::spawn_blocking(synchronised).await;
    SystemClock { synchronised: asked.unwrap_or(None) }
}

#[cfg(target_os = "linux")]
fn synchronised() -> Option<bool> {
    match timedated() {
        Ok(synchronised) => Some(synchronised),
        Err(error) => {
            tracing::debug!(%error, "systemd-timedated did not answer");
            None
        }
    }
}

#[cfg(target_os = "linux")]
fn timedated() -> zbus::Result<bool> {
    const PATIENCE: std::time::Duration = std::time::Duration::from_secs(5);
    const NAME: &str = "org.freedesktop.timedate1";
    let system = zbus::blocking::connection::Builder::system()?.method_timeout(PATIENCE).build()?;
    let answer = system.call_method(
        Some(NAME),
        "/org/freedesktop/timedate1",
        Some("org.freedesktop.DBus.Properties"),
        "Get",
        &(NAME, "NTPSynchronized"),
    )?;
    let value: zbus::zvariant::OwnedValue = answer.body().deserialize()?;
    Ok(bool::try_from(value)?)
}

#[cfg(not(target_os = "linux"))]
fn synchronised() -> Option<bool> {
    None
}
