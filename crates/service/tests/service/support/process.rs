//! The real binary, serving.

use std::io::{BufRead as _, BufReader};
use std::process::{Child, ChildStdout, Command, Stdio};

/// A running `serve`, killed when it goes out of scope.
pub struct Process {
    child: Child,
    /// Held open: it goes on saying what it does.
    _says: Option<BufReader<ChildStdout>>,
    /// Where it listens.
    pub url: String,
}

impl Process {
    /// Runs a `serve` until it says that it is ready.
    pub fn serve(command: &mut Command) -> Self {
        Self::ready(command.stdout(Stdio::piped()).stderr(Stdio::null()).spawn().unwrap())
    }

    /// Starts a `serve` at this address whose output and log have no reader: the other ends of both pipes are closed. It may
    /// not be ready yet.
    pub fn unheard(command: &mut Command, url: String) -> Self {
        let mut child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        drop((child.stdout.take(), child.stderr.take()));
        Self { child, _says: None, url }
    }

    fn ready(mut child: Child) -> Self {
        let mut line = String::new();
        let mut says = BufReader::new(child.stdout.take().unwrap());
        says.read_line(&mut line).unwrap();
        let url = line.trim().strip_prefix("listening on ").unwrap_or_else(|| panic!("{line:?}")).to_owned();
        Self { child, _says: Some(says), url }
    }

    /// Whether it still runs.
    pub fn runs(&mut self) -> bool {
        self.child.try_wait().unwrap().is_none()
    }
}

#[cfg(unix)]
impl Process {
    /// Sends it a signal, by its name.
    pub fn signal(&self, name: &str) {
        let sent = Command::new("kill").args(["-s", name, &self.child.id().to_string()]).status().unwrap();
        assert!(sent.success());
    }
}

impl Drop for Process {
    /// SIGKILL: it has no time to finish anything.
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// A test that needs a program is left out with a word where that is missing, and fails on a build server.
#[expect(clippy::disallowed_methods, reason = "build servers say by the environment that they are")]
pub fn left_out(why: &str) {
    assert!(std::env::var_os("CI").is_none(), "{why}");
    eprintln!("skipped: {why}; scripts/setup test installs it");
}
