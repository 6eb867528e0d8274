//! A terminal that shows nothing of what is typed.

use std::fs::{File, OpenOptions};

use rustix::termios::{LocalModes, OptionalActions, Termios, tcgetattr, tcsetattr};

/// While this value lives, the terminal of the process shows nothing of what is typed; then it is as it was.
pub(crate) struct SilentTerminal {
    terminal: File,
    before: Termios,
}

impl SilentTerminal {
    /// `None` without a terminal.
    pub(crate) fn new() -> Option<Self> {
        let terminal = OpenOptions::new().read(true).write(true).open("/dev/tty").ok()?;
        let before = tcgetattr(&terminal).ok()?;
        let mut silent = before.clone();
        // No signal by Ctrl+C either: the process would end before the terminal is as it was.
        silent.local_modes -= LocalModes::ECHO | LocalModes::ECHONL | LocalModes::ISIG;
        tcsetattr(&terminal, OptionalActions::Now, &silent).ok()?;
        Some(Self { terminal, before })
    }
}

impl Drop for SilentTerminal {
    fn drop(&mut self) {
        let _ = tcsetattr(&self.terminal, OptionalActions::Now, &self.before);
    }
}
