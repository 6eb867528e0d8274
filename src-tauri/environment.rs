//! The environment: read here, once, and nowhere below.
#![expect(clippy::disallowed_methods, reason = "this is the edge where the environment is read")]

use std::{
    env, fs, io,
    path::{Path, PathBuf},
    process::{Command, Stdio},
    sync::Arc,
};

use proofup_app::{PassphraseSource, SecretText};
use zeroize::Zeroizing;

/// What the environment says.
pub(crate) struct Environment {
    /// `PROOFUP_DATA_DIR`: where all data is kept.
    pub(crate) data_folder: Option<PathBuf>,
    /// `PROOFUP_KEYRING=none`: the OS keyring is not used.
    pub(crate) keyring_off: bool,
    /// `PROOFUP_PASSPHRASE_FILE` or `PROOFUP_PASSPHRASE_COMMAND`, where nobody can be asked.
    pub(crate) passphrase: Option<PassphraseSource>,
    /// `PROOFUP_SERVICE`: the service's address, whatever the settings say.
    pub(crate) service: Option<String>,
    /// `PROOFUP_LOG`: what is written to the standard error, in the manner of `RUST_LOG`.
    pub(crate) log: Option<String>,
    /// `PROOFUP_TRACE_START=1`: a line tells when the first page can be used.
    pub(crate) trace_start: bool,
}

impl Environment {
    /// Reads it.
    pub(crate) fn read() -> Self {
        let text = |name| env::var(name).ok().filter(|value| !value.is_empty());
        let path = |name| env::var_os(name).filter(|value| !value.is_empty()).map(PathBuf::from);
        let passphrase = match (path("PROOFUP_PASSPHRASE_FILE"), text("PROOFUP_PASSPHRASE_COMMAND")) {
            (Some(file), _) => Some(from_file(file)),
            (None, Some(command)) => Some(from_command(command)),
            (None, None) => None,
        };
        Self {
            data_folder: path("PROOFUP_DATA_DIR"),
            keyring_off: text("PROOFUP_KEYRING").as_deref() == Some("none"),
            passphrase,
            service: text("PROOFUP_SERVICE"),
            log: text("PROOFUP_LOG"),
            trace_start: text("PROOFUP_TRACE_START").as_deref() == Some("1"),
        }
    }
}

/// The first line of a file.
fn from_file(file: PathBuf) -> PassphraseSource {
    Arc::new(move || first_line(read(&file)?))
}

/// The first line that a command prints. It is run by the shell, as backup programs do it.
fn from_command(command: String) -> PassphraseSource {
    Arc::new(move || {
        let mut shell = if cfg!(windows) { Command::new("cmd") } else { Command::new("sh") };
        let output = shell
            .args([if cfg!(windows) { "/C" } else { "-c" }, &command])
            .stdin(Stdio::null())
            .stderr(Stdio::inherit())
            .output()?;
        let text = Zeroizing::new(output.stdout);
        if !output.status.success() {
            return Err(io::Error::other(format!("the passphrase command ended with {}", output.status)));
        }
        first_line(text)
    })
}

fn read(file: &Path) -> io::Result<Zeroizing<Vec<u8>>> {
    fs::read(file).map(Zeroizing::new)
}

fn first_line(bytes: Zeroizing<Vec<u8>>) -> io::Result<SecretText> {
    let text = std::str::from_utf8(&bytes).map_err(|_| io::Error::from(io::ErrorKind::InvalidData))?;
    match text.lines().next() {
        Some(line) if !line.is_empty() => Ok(SecretText::new(line)),
        _ => Err(io::Error::from(io::ErrorKind::UnexpectedEof)),
    }
}

#[cfg(all(test, unix))]
mod tests {
    use super::{from_command, from_file};

    #[test]
    fn takes_the_first_line_of_a_file() {
        let file = tempfile::NamedTempFile::new().unwrap();
        std::fs::write(file.path(), "correct horse\r\nand nothing of this\n").unwrap();
        assert_eq!(from_file(file.path().into())().unwrap().expose(), "correct horse");
    }

    #[test]
    fn an_empty_file_is_no_passphrase() {
        let file = tempfile::NamedTempFile::new().unwrap();
        assert!(from_file(file.path().into())().is_err());
    }

    #[test]
    fn takes_the_first_line_that_a_command_prints() {
        assert_eq!(from_command("printf 'battery staple\\n'".into())().unwrap().expose(), "battery staple");
    }

    #[test]
    fn a_command_that_fails_gives_no_passphrase() {
        assert!(from_command("echo something; exit 3".into())().is_err());
    }
}
