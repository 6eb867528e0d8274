//! A terminal that does not show what is typed.

use std::fs::{File, OpenOptions};

use rustix::termios::{LocalModes, OptionalActions, Termios, tcgetattr, tcsetattr};

/// Switches the echo of the process's terminal off; dropping it restores the terminal.
pub(super) struct SilentTerminal {
    terminal: File,
    before: Termios,
}

impl SilentTerminal {
    /// `None` if there is no terminal.
    pub(super) fn new() -> Option<Self> {
        let terminal = OpenOptions::new().read(true).write(true).open("/dev/tty").ok()?;
        let before = tcgetattr(&terminal).ok()?;
        let mut silent = before.clone();
        // Ctrl+C sends no signal either: the process would end before the terminal is restored.
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
