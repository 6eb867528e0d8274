//! Export files of other authenticators, read.
//!
//! What a file is, its content says: magic bytes, the names in its JSON or XML, the header of its CSV. [`Format`] lists what is
//! known, [`registry`] says how each is recognised and which file of this folder reads it. Every reader gives one [`Import`]: accounts,
//! entries that cannot be used with the reason, and counted notices. One bad entry never spoils the file, and none is dropped in
//! silence.
//!
//! Sizes, nesting and the cost of key derivations are bounded before memory is taken ([`crate::limits`]).

mod aegis;
mod andotp;
mod authy;
mod battle_net;
mod bitwarden;
mod ciphers;
mod duo;
mod ente;
mod error;
mod found;
mod freeotp;
mod json;
mod keepassxc;
mod keys;
mod lastpass;
mod links;
mod outcome;
mod probe;
mod proofup;
mod proton;
mod registry;
mod steam;
mod stratum;
mod table;
mod tokens;
mod totp_authenticator;
mod two_fas;

pub use error::ImportError;
pub use outcome::{EntryFault, Import, ImportNotice, ImportWarning, ImportedAccount, NoticeKind, RejectedEntry};
pub use registry::Format;

use self::probe::Probe;
use crate::limits;

/// What the person gave and allowed for a file.
#[derive(Default, Clone, Copy)]
pub struct Opening<'a> {
    /// The file's password, exactly as it was typed.
    pub password: Option<&'a str>,
    /// Derivations that take [`limits::MEMORY_TO_ASK_FOR`] and more may run.
    pub much_memory: bool,
}

/// What a file is, by its content. A few encrypted formats have no marks of their own: those come last and are guesses.
#[must_use]
pub fn recognise(bytes: &[u8]) -> Option<Format> {
    let text = probe::text_of(bytes);
    registry::find(&Probe::of(bytes, text.as_deref().map(String::as_str))).map(|reader| reader.format)
}

/// Reads the accounts of an export file.
///
/// # Errors
/// [`ImportError`], if no entry of the file can be looked at.
pub fn read_accounts(bytes: &[u8], opening: Opening<'_>) -> Result<Import, ImportError> {
    if bytes.len() > limits::IMPORT_BYTES {
        return Err(ImportError::TooLarge);
    }
    let text = probe::text_of(bytes);
    let probe = Probe::of(bytes, text.as_deref().map(String::as_str));
    let reader = registry::find(&probe).ok_or(ImportError::Unrecognised)?;
    (reader.read)(&probe, opening)
}
