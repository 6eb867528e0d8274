//! How pages reach the screen on Linux.
//!
//! WebKitGTK composites with OpenGL. On a machine without a graphics device, as virtual desktops often are, that is done by
//! Mesa's software renderer: its compiler and a copy of every layer take 70 to 90 MB, and one changed digit draws the whole
//! window anew. There the pages are better drawn straight into the window.

use std::{fs, path::Path};

use tauri::{Runtime, WebviewWindow};
use webkit2gtk::{HardwareAccelerationPolicy, SettingsExt, WebViewExt};

/// Where the kernel lists graphics devices; those that draw for anybody are called `renderD128` and so on.
const DEVICES: &str = "/dev/dri";

/// Draws the pages of a window in the way that suits the machine.
pub(crate) fn suit<R: Runtime>(window: &WebviewWindow<R>) {
    if draws(Path::new(DEVICES)) {
        return;
    }
    let set = window.with_webview(|view| {
        if let Some(settings) = view.inner().settings() {
            settings.set_hardware_acceleration_policy(HardwareAccelerationPolicy::Never);
        }
    });
    if let Err(error) = set {
        tracing::debug!(%error, "the pages are drawn by the software renderer");
    }
}

/// Whether there is a device that draws. Where nobody can tell, WebKitGTK decides.
fn draws(devices: &Path) -> bool {
    match fs::read_dir(devices) {
        Ok(mut entries) => {
            entries.any(|entry| entry.is_ok_and(|entry| entry.file_name().to_string_lossy().starts_with("renderD")))
        }
        Err(error) => error.kind() != std::io::ErrorKind::NotFound,
    }
}

#[cfg(test)]
mod tests {
    use super::draws;

    #[test]
    fn a_device_that_draws_is_told_from_one_that_only_shows() {
        let folder = tempfile::tempdir().unwrap();
        let devices = folder.path().join("dri");
        assert!(!draws(&devices), "no folder, no device");
        std::fs::create_dir(&devices).unwrap();
        std::fs::write(devices.join("card0"), "").unwrap();
        assert!(!draws(&devices), "a card without a renderer, as virtual machines have it");
        std::fs::write(devices.join("renderD128"), "").unwrap();
        assert!(draws(&devices));
    }
}
