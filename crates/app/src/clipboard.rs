//! The clipboard lease: a copied secret is removed after a while, if it is still in the clipboard.

use std::{
    sync::{Arc, Mutex, PoisonError},
    time::Duration,
};

use tokio::task::AbortHandle;
use zeroize::Zeroizing;

use crate::AppError;

/// How long a secret stays in the clipboard.
const CLIPBOARD_TIME: Duration = Duration::from_secs(30);

/// The system's clipboard. Calls may block.
pub trait Clipboard: Send + Sync + 'static {
    /// Writes a text.
    ///
    /// # Errors
    /// The system's error text.
    fn write(&self, text: &str) -> Result<(), String>;

    /// Writes a text and asks clipboard managers not to store it.
    ///
    /// # Errors
    /// The system's error text.
    fn write_secret(&self, text: &str) -> Result<(), String>;

    /// The text in the clipboard, if there is one.
    fn read(&self) -> Option<Zeroizing<String>>;

    /// The picture in the clipboard, if there is one.
    fn read_picture(&self) -> Option<Pixels> {
        None
    }

    /// Empties it.
    ///
    /// # Errors
    /// The system's error text.
    fn clear(&self) -> Result<(), String>;
}

/// A picture, row by row, four bytes a pixel: red, green, blue, opacity.
pub struct Pixels {
    /// Pixels in a row.
    pub width: u32,
    /// Rows.
    pub height: u32,
    /// All of them.
    pub rgba: Vec<u8>,
}

/// Remembers the copied secret.
pub struct ClipboardLease {
    clipboard: Arc<dyn Clipboard>,
    lent: Mutex<Option<Zeroizing<String>>>,
    timer: Mutex<Option<AbortHandle>>,
}

impl ClipboardLease {
    pub(crate) fn new(clipboard: Arc<dyn Clipboard>) -> Self {
        Self { clipboard, lent: Mutex::default(), timer: Mutex::default() }
    }

    pub(crate) fn picture(&self) -> Option<Pixels> {
        self.clipboard.read_picture()
    }

    fn lend(&self, text: &str) -> Result<(), String> {
        self.clipboard.write_secret(text)?;
        *self.lent() = Some(Zeroizing::new(text.to_owned()));
        Ok(())
    }

    /// Removes the copied secret, unless another text was copied since.
    pub(crate) fn take_back(&self) {
        let Some(lent) = self.lent().take() else { return };
        if self.clipboard.read().is_some_and(|now| *now == *lent)
            && let Err(error) = self.clipboard.clear()
        {
            tracing::warn!(error, "the clipboard could not be cleared");
        }
    }

    fn lent(&self) -> std::sync::MutexGuard<'_, Option<Zeroizing<String>>> {
        self.lent.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn set_timer(&self, timer: AbortHandle) {
        if let Some(old) = self.timer.lock().unwrap_or_else(PoisonError::into_inner).replace(timer) {
            old.abort();
        }
    }
}

impl ClipboardLease {
    /// Copies text that is not secret.
    ///
    /// # Errors
    /// The clipboard failed.
    pub async fn copy_text(self: &Arc<Self>, text: String) -> Result<(), AppError> {
        let lease = self.clone();
        let written = tokio::task::spawn_blocking(move || lease.clipboard.write(&text)).await;
        written.map_err(|_| AppError::Failed)?.map_err(AppError::Clipboard)
    }

    /// Copies a secret and removes it again after a while.
    pub(crate) async fn copy_secret(self: &Arc<Self>, text: &str) -> Result<(), AppError> {
        let (lease, text) = (self.clone(), Zeroizing::new(text.to_owned()));
        let lent = tokio::task::spawn_blocking(move || lease.lend(&text)).await;
        lent.map_err(|_| AppError::Failed)?.map_err(AppError::Clipboard)?;
        let lease = self.clone();
        let timer = tokio::spawn(async move {
            tokio::time::sleep(CLIPBOARD_TIME).await;
            lease.clear_secret().await;
        });
        self.set_timer(timer.abort_handle());
        Ok(())
    }

    /// Removes the copied secret, as at a lock.
    pub(crate) async fn clear_secret(self: &Arc<Self>) {
        let lease = self.clone();
        let _ = tokio::task::spawn_blocking(move || lease.take_back()).await;
    }
}
