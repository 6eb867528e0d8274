//! `proofup-service token`

use std::io::{Read as _, Write as _};
use std::path::{Path, PathBuf};

use clap::Subcommand;
use proofup_api::{HardwareOathStatus, TokenImport, TokenImportRow, TokenImportWarning};
use proofup_token_files::{FileKey, limits};
use zeroize::Zeroizing;

use super::configuration::Configuration;
use super::system_user::command_line;
use super::user::password_from_stdin;
use super::{Common, say};
use crate::ServiceError;
use crate::administration::token_import::{self, TokenUpload};
use crate::administration::token_inventory;

#[derive(Debug, Subcommand)]
pub(super) enum TokenCommand {
    /// Import hardware tokens from a CSV or PSKC file. Rows that are refused are written beside it, with the reason
    Import {
        /// The file
        file: PathBuf,
        /// The pre-shared key of an encrypted file
        #[arg(long, value_name = "HEX", conflicts_with = "password_stdin")]
        key_hex: Option<String>,
        /// Read the password of an encrypted file from standard input, up to the first line end
        #[arg(long)]
        password_stdin: bool,
        /// Say what would happen, and keep nothing
        #[arg(long)]
        dry_run: bool,
        /// Print the answer as JSON
        #[arg(long)]
        json: bool,
    },
    /// List all hardware tokens
    List,
}

impl TokenCommand {
    pub(super) async fn run(self, common: &Common) -> Result<(), ServiceError> {
        let context = Configuration::read(common)?.context().await?;
        match self {
            Self::Import { file, key_hex, password_stdin, dry_run, json } => {
                let upload = TokenUpload { file: read(&file)?, key: file_key(key_hex, password_stdin)?, dry_run };
                let outcome = token_import::import(&context, &command_line(&context), upload).await?;
                if json {
                    say_json(&outcome)?
                } else {
                    report(&outcome, &file)?
                }
                match outcome.refused {
                    0 => Ok(()),
                    refused => Err(ServiceError::RowsRefused { refused, of: refused + outcome.accepted }),
                }
            }
            Self::List => {
                for token in token_inventory::all(&context).await? {
                    let owner = token.assigned_to.as_deref().unwrap_or_default();
                    let line = format!("{}\t{}\t{owner}\t{}", token.serial_number, status(token.status), token.model);
                    say(line.trim_end());
                }
                Ok(())
            }
        }
    }
}

fn file_key(key_hex: Option<String>, password_stdin: bool) -> Result<FileKey, ServiceError> {
    if password_stdin {
        return Ok(FileKey::Password(Zeroizing::new(password_from_stdin()?.expose().to_owned())));
    }
    let Some(hex) = key_hex.map(Zeroizing::new) else { return Ok(FileKey::None) };
    FileKey::from_hexadecimal(&hex)
        .ok_or_else(|| ServiceError::Command("--key-hex takes an even number of hexadecimal digits".to_owned()))
}

/// Reads one byte more than is allowed, so that what is too large is refused as that.
fn read(path: &Path) -> Result<Zeroizing<Vec<u8>>, ServiceError> {
    let io = |source| ServiceError::Io { what: format!("read {}", path.display()), source };
    let mut bytes = Zeroizing::new(Vec::new());
    let most = u64::try_from(limits::TOKEN_LIST_BYTES).unwrap_or(u64::MAX).saturating_add(1);
    std::fs::File::open(path).map_err(io)?.take(most).read_to_end(&mut bytes).map_err(io)?;
    Ok(bytes)
}

fn say_json(outcome: &TokenImport) -> Result<(), ServiceError> {
    let text = serde_json::to_string_pretty(outcome)
        .map_err(|error| ServiceError::Command(format!("the answer cannot be written: {error}")))?;
    say(&text);
    Ok(())
}

fn report(outcome: &TokenImport, file: &Path) -> Result<(), ServiceError> {
    if outcome.signed {
        say("the file is signed; the signature was not verified");
    }
    for row in &outcome.value {
        say(&line(row));
    }
    let done = if outcome.dry_run { "would be imported" } else { "imported" };
    say(&format!("{} {done}, {} refused", outcome.accepted, outcome.refused));
    if let Some(errors) = outcome.error_file.as_ref().filter(|_| !outcome.dry_run) {
        let path = PathBuf::from(format!("{}.errors.csv", file.display()));
        write_private(&path, errors.expose())?;
        say(&format!("refused rows are in {}; correct them, then import that file", path.display()));
    }
    Ok(())
}

fn line(row: &TokenImportRow) -> String {
    let serial = row.serial_number.as_deref().unwrap_or("-");
    let verdict = match (row.error, &row.user_principal_name) {
        (Some(error), _) => {
            let more: Vec<_> = row.params.iter().map(|(name, value)| format!("{name}: {value}")).collect();
            if more.is_empty() {
                format!("refused: {error}")
            } else {
                format!("refused: {error} ({})", more.join(", "))
            }
        }
        (None, Some(user)) if !row.warnings.contains(&TokenImportWarning::UserUnknown) => {
            format!("accepted for {user}")
        }
        (None, _) => "accepted".to_owned(),
    };
    let warnings: Vec<_> = row.warnings.iter().map(ToString::to_string).collect();
    let verdict = if warnings.is_empty() { verdict } else { format!("{verdict}; look at: {}", warnings.join(", ")) };
    format!("{}\t{serial}\t{verdict}", row.row)
}

/// The refused rows hold secrets: the file is its owner's alone. It is written beside and renamed, so that a link with its
/// name is replaced and not followed.
fn write_private(path: &Path, text: &str) -> Result<(), ServiceError> {
    let part = PathBuf::from(format!("{}.part-{}", path.display(), std::process::id()));
    let mut options = std::fs::OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let write = || {
        options.open(&part)?.write_all(text.as_bytes())?;
        std::fs::rename(&part, path)
    };
    write().map_err(|source| ServiceError::Io { what: format!("write {}", path.display()), source })
}

fn status(status: HardwareOathStatus) -> &'static str {
    match status {
        HardwareOathStatus::Available => "available",
        HardwareOathStatus::Assigned => "assigned",
        HardwareOathStatus::Activated => "activated",
        HardwareOathStatus::FailedActivation => "failedActivation",
    }
}
