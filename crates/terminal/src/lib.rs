//! Asks for a secret on a terminal that does not show it. Both command lines ask here.

#[cfg(unix)]
mod silent;

use std::io;

use zeroize::Zeroizing;

/// Asks for one line without showing it.
///
/// # Errors
/// There is no terminal to ask on.
pub fn hidden(question: &str) -> io::Result<Zeroizing<String>> {
    // `rpassword` switches the echo off only after it has asked, so it would show a fast or pasted answer.
    #[cfg(unix)]
    let _silent = silent::SilentTerminal::new();
    rpassword::prompt_password(question).map(Zeroizing::new)
}
