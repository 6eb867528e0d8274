//! Import: a file is opened and judged, the person chooses, and what is chosen is added in one save.
//!
//! What was read waits here between the two; the page sees names and verdicts, and no secret.

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

/// The import that is under way. Its secrets are out of the vault, so it is forgotten with the vault's key.
#[derive(Default)]
pub(crate) struct Importing {
    /// The file, until it is opened: it may need a password.
    file: Option<Zeroizing<Vec<u8>>>,
    /// What it holds, until it is taken over.
    read: Option<Read>,
    /// What was taken over last.
    arrived: Option<Arrived>,
    /// Dropped with the import, which is how the task that reads the file hears of its end.
    ends: watch::Sender<()>,
}

/// What a file holds, and what became of each account.
struct Read {
    import: Import,
    judged: Vec<Judged>,
}

impl Authenticator {
    /// Gives up the import that is under way. A key derivation that has begun ends by itself, and nobody hears of it.
    pub fn cancel_import(&self) {
        *self.importing.lock() = Importing::default();
    }

    /// Keeps a file to be opened, in the place of whatever was under way.
    fn keep_file(&self, bytes: Vec<u8>) -> Result<(), AppError> {
        self.cancel_import();
        if bytes.len() > limits::IMPORT_BYTES {
            return Err(ImportError::TooLarge.into());
        }
        self.importing.lock().file = Some(Zeroizing::new(bytes));
        Ok(())
    }
}
