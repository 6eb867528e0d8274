//! How pages reach the screen on Linux.
//!
//! WebKitGTK composites with OpenGL. On a machine without a graphics device, as virtual desktops often are, that is done by
//! Mesa's software renderer: its compiler and a copy of every layer take 70 to 90 MB, and one changed digit draws the whole
//! window anew. There the pages are better drawn straight into the window.

use std::{fs, path::Path};

/// Where the kernel lists graphics devices; those that draw for anybody are called `renderD128` and so on.
const DEVICES: &str = "/dev/dri";

/// What WebKitGTK reads before its first process starts. A person who sets it to `0` keeps the compositor.
const NO_COMPOSITOR: &str = "WEBKIT_DISABLE_COMPOSITING_MODE";

/// Draws the pages in the way that suits the machine. It must be called before anything else, while there is one thread.
///
/// The setting of a web view would come too late: its process starts with a compositor, is told to go on without one, and
/// falls over a null pointer where the window gets another size in between (`docs/adr/0008`).
pub(crate) fn suit_the_machine() {
    if draws(Path::new(DEVICES)) {
        return;
    }
    if let Err(error) = gtk::glib::setenv(NO_COMPOSITOR, "1", false) {
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
