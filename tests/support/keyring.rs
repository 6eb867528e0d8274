//! A real Secret Service in this D-Bus session, with an empty keyring that is open.

use std::{
    io::Write,
    process::{Child, Command, Stdio},
};

use tempfile::TempDir;

/// `gnome-keyring-daemon`; ends with this value.
pub struct Keyring {
    daemon: Child,
    _folder: TempDir,
}

impl Keyring {
    /// Starts the daemon on a keyring of its own.
    pub fn start() -> Self {
        let folder = tempfile::tempdir().expect("a folder for the keyring");
        let mut daemon = Command::new("gnome-keyring-daemon")
            .args(["--foreground", "--unlock", "--components=secrets"])
            .env("XDG_DATA_HOME", folder.path())
            .env("XDG_RUNTIME_DIR", folder.path())
            .stdin(Stdio::piped())
            .stdout(Stdio::null())
            .spawn()
            .expect("gnome-keyring-daemon starts: `make test` installs it");
        let mut passphrase = daemon.stdin.take().expect("its input is piped");
        passphrase.write_all(b"the keyring of the tour\n").expect("it reads the keyring's passphrase");
        Self { daemon, _folder: folder }
    }
}

impl Drop for Keyring {
    fn drop(&mut self) {
        let _ = self.daemon.kill();
        let _ = self.daemon.wait();
    }
}
