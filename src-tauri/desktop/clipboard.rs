//! The system's clipboard, through Tauri's plugin.

use proofup_app::{Clipboard, Pixels};
use tauri::{AppHandle, Runtime};
use tauri_plugin_clipboard_manager::ClipboardExt;
use zeroize::Zeroizing;

/// The clipboard of the desktop.
pub(crate) struct SystemClipboard<R: Runtime>(pub(crate) AppHandle<R>);

impl<R: Runtime> Clipboard for SystemClipboard<R> {
    fn write(&self, text: &str) -> Result<(), String> {
        self.0.clipboard().write_text(text).map_err(|error| error.to_string())
    }

    fn write_secret(&self, text: &str) -> Result<(), String> {
        self.0.clipboard().write_secret(text).map_err(|error| error.to_string())
    }

    fn read(&self) -> Option<Zeroizing<String>> {
        self.0.clipboard().read_text().ok().map(Zeroizing::new)
    }

    fn read_picture(&self) -> Option<Pixels> {
        let image = self.0.clipboard().read_image().ok()?;
        Some(Pixels { width: image.width(), height: image.height(), rgba: image.rgba().to_vec() })
    }

    fn clear(&self) -> Result<(), String> {
        self.0.clipboard().clear().map_err(|error| error.to_string())
    }
}
