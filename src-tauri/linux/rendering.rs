//! How WebKitGTK draws pages.
//!
//! WebKitGTK composites with OpenGL. Without a graphics device, as on many virtual desktops, Mesa's software renderer
//! does that: its compiler and a copy of every layer need 70 to 90 MB, and one changed digit redraws the whole window.
//! On such machines it is better to draw directly into the window.

use std::{fs, path::Path};

/// The kernel's folder of graphics devices; render nodes are called `renderD128` and so on.
const DEVICES: &str = "/dev/dri";

/// A variable that WebKitGTK reads before its first process starts. A person who sets it to `0` keeps the compositor.
const NO_COMPOSITOR: &str = "WEBKIT_DISABLE_COMPOSITING_MODE";

/// Chooses the way of drawing for this machine. Call it first, while there is only one thread.
///
/// The setting of a web view comes too late: its process starts with a compositor, is told to continue without one, and
/// crashes on a null pointer if the window is resized in between (`docs/adr/0008`).
pub(crate) fn suit_the_machine() {
    if draws(Path::new(DEVICES)) {
        return;
    }
    if let Err(error) = gtk::glib::setenv(NO_COMPOSITOR, "1", false) {
        tracing::debug!(%error, "the software renderer draws the pages");
    }
}

/// Whether there is a render node. If unknown, WebKitGTK decides.
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
    fn distinguishes_a_render_node_from_a_display_device() {
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
