//! Import: the app opens a file and compares it with the vault, the person chooses, and one save adds the chosen
//! accounts.
//!
//! The content of the file stays here in between; the page sees names and verdicts, but no secret.

mod judging;
mod opening;
mod taking;

use proofup_token_files::{Import, ImportError, limits};
use proofup_vault::Arrived;
use tokio::sync::watch;
use zeroize::Zeroizing;

use self::judging::Judged;
use super::Authenticator;
use crate::AppError;

/// The current import. It contains secrets, so it is forgotten when the vault locks.
#[derive(Default)]
pub(crate) struct Importing {
    /// The file, until it is opened: it may need a password.
    file: Option<Zeroizing<Vec<u8>>>,
    /// Its content, until it is added.
    read: Option<Read>,
    /// The last added accounts.
    arrived: Option<Arrived>,
    /// Dropped with the import, which tells the task that reads the file to stop.
    ends: watch::Sender<()>,
}

/// The content of a file, with the verdict on each account.
struct Read {
    import: Import,
    judged: Vec<Judged>,
}

impl Authenticator {
    /// Cancels the current import. A key derivation that has started runs to its end, and its result is dropped.
    pub fn cancel_import(&self) {
        *self.importing.lock() = Importing::default();
    }

    /// Stores a file for opening, and replaces the current import.
    fn keep_file(&self, bytes: Vec<u8>) -> Result<(), AppError> {
        self.cancel_import();
        if bytes.len() > limits::IMPORT_BYTES {
            return Err(ImportError::TooLarge.into());
        }
        self.importing.lock().file = Some(Zeroizing::new(bytes));
        Ok(())
    }
}
