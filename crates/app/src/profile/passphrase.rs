//! A passphrase from a file or a command, like in backup programs.

use std::{
    ffi::OsString,
    fs, io,
    path::{Path, PathBuf},
    process::{Command, Stdio},
    sync::Arc,
};

use proofup_api::SecretText;
use zeroize::Zeroizing;

use crate::PassphraseSource;

/// The first line of a file.
pub(super) fn from_file(file: PathBuf) -> PassphraseSource {
    Arc::new(move || first_line(read(&file)?))
}

/// The first line that a command prints. The shell runs the command, like in backup programs.
pub(super) fn from_command(command: OsString) -> PassphraseSource {
    Arc::new(move || {
        let mut shell = if cfg!(windows) { Command::new("cmd") } else { Command::new("sh") };
        let output = shell
            .arg(if cfg!(windows) { "/C" } else { "-c" })
            .arg(&command)
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
    fn an_empty_file_gives_no_passphrase() {
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
