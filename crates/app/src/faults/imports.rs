//! Codes for errors of an import file or its entries.

use proofup_token_files::{EntryFault, ImportError, TokenRowFault};

use super::{Coded, accounts};
use crate::view::LocalFault;

pub(super) fn import_code(error: &ImportError) -> Coded {
    let of = |fault: LocalFault, format: &proofup_token_files::Format| Coded::from(fault).with("format", format.name());
    match error {
        ImportError::TooLarge | ImportError::TooManyEntries => LocalFault::ImportTooLarge.into(),
        ImportError::Unrecognised => LocalFault::ImportUnrecognised.into(),
        ImportError::PasswordNeeded { format } => of(LocalFault::ImportPasswordNeeded, format),
        ImportError::PasswordWrong { format } => of(LocalFault::ImportPasswordWrong, format),
        ImportError::PasswordWrongOrDamaged { format } => of(LocalFault::ImportPasswordOrDamaged, format),
        ImportError::Damaged { format } => of(LocalFault::ImportDamaged, format),
        ImportError::CutOff { format, line } => of(LocalFault::ImportCutOff, format).with("line", *line),
        ImportError::VersionUnsupported { format, found } => {
            of(LocalFault::ImportVersionUnsupported, format).with("version", found.as_str())
        }
        ImportError::VariantUnsupported { format, what } => {
            of(LocalFault::ImportVariantUnsupported, format).with("what", *what)
        }
        ImportError::TooCostly { format } => of(LocalFault::ImportTooCostly, format),
        ImportError::MemoryToAskFor { format, bytes } => {
            of(LocalFault::ImportMemory, format).with("megabytes", *bytes >> 20)
        }
    }
}

pub(super) fn entry_code(fault: &EntryFault) -> Coded {
    match fault {
        EntryFault::Account(error) => accounts::token_file_code(error),
        EntryFault::Unsupported { what } => Coded::from(LocalFault::LinkKindUnknown).with("value", what.as_str()),
        EntryFault::Token(TokenRowFault::SecretAmbiguous) => LocalFault::ImportSecretAmbiguous.into(),
        EntryFault::Token(_) => LocalFault::ImportTokenRefused.into(),
        EntryFault::NameTooLong => LocalFault::AccountNameTooLong.into(),
        EntryFault::SecretElsewhere => LocalFault::ImportSecretElsewhere.into(),
        EntryFault::Damaged => LocalFault::ImportEntryDamaged.into(),
    }
}
