//! Reads the export files of other authenticators.
//!
//! The content tells the format: the first bytes, the names in JSON or XML, the header of CSV. [`Format`] lists the
//! known formats; [`registry`] defines how each is recognised and which file of this folder reads it. Every reader
//! gives an [`Import`]: accounts, entries that cannot be used with the reason, and counted notices. A bad entry does
//! not affect the others, and none is dropped silently.
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
mod google;
mod json;
mod kdbx;
mod keepassxc;
mod keys;
mod lastpass;
mod links;
mod microsoft;
mod outcome;
mod probe;
mod proofup;
mod proton;
mod registry;
mod sqlite;
mod steam;
mod stratum;
mod table;
mod tokens;
mod totp_authenticator;
mod two_fas;
mod zip;

pub use error::ImportError;
pub use outcome::{EntryFault, Import, ImportNotice, ImportWarning, ImportedAccount, NoticeKind, RejectedEntry};
pub use registry::Format;

use self::probe::Probe;
use crate::limits;

/// The password and the permissions that the person gave for a file.
#[derive(Default, Clone, Copy)]
pub struct Opening<'a> {
    /// The file's password as it was typed. Each way to spell it is tried.
    pub password: Option<&'a str>,
    /// Key derivations that need [`limits::MEMORY_TO_ASK_FOR`] or more may run.
    pub much_memory: bool,
}

/// The format of a file, by its content. A few encrypted formats have no signature: they are checked last, and are
/// guesses.
#[must_use]
pub fn recognise(bytes: &[u8]) -> Option<Format> {
    let text = probe::text_of(bytes);
    registry::find(&Probe::of(bytes, text.as_deref().map(String::as_str))).map(|reader| reader.format)
}

/// Reads the accounts of an export file.
///
/// # Errors
/// [`ImportError`], if no entry of the file can be read.
pub fn read_accounts(bytes: &[u8], opening: Opening<'_>) -> Result<Import, ImportError> {
    if bytes.len() > limits::IMPORT_BYTES {
        return Err(ImportError::TooLarge);
    }
    let text = probe::text_of(bytes);
    let probe = Probe::of(bytes, text.as_deref().map(String::as_str));
    let reader = registry::find(&probe).ok_or(ImportError::Unrecognised)?;
    let first = (reader.read)(&probe, opening);
    // The reader of token lists tries the spellings itself.
    let (Err(ImportError::PasswordWrong { .. } | ImportError::PasswordWrongOrDamaged { .. }), Some(typed)) =
        (&first, opening.password.filter(|_| reader.format != Format::Tokens))
    else {
        return first;
    };
    let others = proofup_text::password_spellings(typed).into_iter().skip(1);
    let mut opened = others.map(|password| (reader.read)(&probe, Opening { password: Some(&password), ..opening }));
    opened.find(Result::is_ok).unwrap_or(first)
}
