//! Import: a file is opened and judged, the person chooses, and what is chosen is added in one save.
//!
//! What was read waits here between the two; the page sees names and verdicts, and no secret.

mod judging;
mod opening;
mod taking;

use std::sync::{Mutex, MutexGuard, PoisonError};

use proofup_token_files::{Import, limits};
use proofup_vault::Arrived;
use tokio::sync::watch;
use zeroize::Zeroizing;

pub(crate) use self::judging::Judged;

use crate::{App, AppError};

/// The import that is under way.
#[derive(Default)]
pub(crate) struct Importing {
    state: Mutex<State>,
    /// Moves on with every cancellation and every new file.
    turns: watch::Sender<u64>,
}

#[derive(Default)]
struct State {
    /// The file, until it is opened: it may need a password.
    file: Option<Zeroizing<Vec<u8>>>,
    /// What it holds, until it is taken over.
    read: Option<Read>,
    /// What was taken over last.
    arrived: Option<Arrived>,
}

/// What a file holds, and what became of each account.
pub(crate) struct Read {
    import: Import,
    judged: Vec<Judged>,
}

impl Importing {
    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Forgets secrets that are out of the vault, and what could be taken back.
    pub(crate) fn forget(&self) {
        *self.state() = State::default();
        self.turns.send_modify(|turn| *turn += 1);
    }
}

impl App {
    /// Gives up the import that is under way. A key derivation that has begun ends by itself, and nobody hears of it.
    pub fn cancel_import(&self) {
        self.importing().forget();
    }

    fn keep_file(&self, bytes: Vec<u8>) -> Result<(), AppError> {
        self.importing().forget();
        if bytes.len() > limits::IMPORT_BYTES {
            return Err(proofup_token_files::ImportError::TooLarge.into());
        }
        self.importing().state().file = Some(Zeroizing::new(bytes));
        Ok(())
    }
}
