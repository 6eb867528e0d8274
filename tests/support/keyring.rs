//! A real Secret Service in this D-Bus session, with an empty, unlocked keyring.

use std::{
    io::Write,
    process::{Child, Command, Stdio},
    time::{Duration, Instant},
};

use tempfile::TempDir;

/// `gnome-keyring-daemon`; dropping it ends the daemon.
pub struct Keyring {
    daemon: Child,
    _folder: TempDir,
}

impl Keyring {
    /// Starts the daemon with its own keyring.
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
        drop(passphrase);
        // An earlier call would make D-Bus start another daemon, with a keyring that cannot be opened.
        let begun = Instant::now();
        while !is_there() {
            assert!(begun.elapsed() < Duration::from_secs(90), "gnome-keyring-daemon does not appear on the bus");
            std::thread::sleep(Duration::from_millis(20));
        }
        Self { daemon, _folder: folder }
    }
}

/// Whether the session has a Secret Service. The question does not start one.
fn is_there() -> bool {
    let asked = Command::new("dbus-send")
        .args(["--session", "--print-reply=literal", "--dest=org.freedesktop.DBus", "/org/freedesktop/DBus"])
        .args(["org.freedesktop.DBus.NameHasOwner", "string:org.freedesktop.secrets"])
        .output();
    asked.is_ok_and(|answer| String::from_utf8_lossy(&answer.stdout).contains("true"))
}

impl Drop for Keyring {
    fn drop(&mut self) {
        let _ = self.daemon.kill();
        let _ = self.daemon.wait();
    }
}
