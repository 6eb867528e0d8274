//! A program that runs for one test, in a folder of its own.

use std::os::unix::fs::PermissionsExt as _;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

pub use crate::support::Port;
use crate::support::left_out;

const SHIPPED: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs/operate");

/// Whether these programs are installed. Without them, on a build server a failure and elsewhere a word.
pub fn are_there(files: &[&str]) -> bool {
    let missing: Vec<_> = files.iter().filter(|file| !Path::new(file).exists()).collect();
    if !missing.is_empty() {
        left_out(&format!("missing: {missing:?}"));
    }
    missing.is_empty()
}

/// A folder that the program's own users can enter.
pub fn folder() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    std::fs::set_permissions(folder.path(), std::fs::Permissions::from_mode(0o755)).unwrap();
    folder
}

/// A shipped file with values replaced, each of which stands in it; gives its place.
pub fn shipped(folder: &Path, file: &str, values: &[(&str, &str)]) -> PathBuf {
    let mut text = std::fs::read_to_string(Path::new(SHIPPED).join(file)).unwrap();
    for (value, own) in values {
        assert!(text.contains(value), "{file} has no {value}");
        text = text.replace(value, own);
    }
    let place = folder.join(Path::new(file).file_name().unwrap());
    std::fs::write(&place, text).unwrap();
    place
}

/// A running program. It ends with the test.
pub struct Program(Child);

impl Program {
    pub fn start(command: &mut Command) -> Self {
        Self(command.stdin(Stdio::null()).stdout(Stdio::null()).spawn().unwrap())
    }
}

impl Drop for Program {
    fn drop(&mut self) {
        // These programs end their own processes when they are told to.
        let pid = self.0.id().to_string();
        let told = Command::new("kill").arg(&pid).status().is_ok_and(|status| status.success());
        if !told {
            let _ = self.0.kill();
        }
        let _ = self.0.wait();
    }
}
