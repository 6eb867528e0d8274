//! What a person types: on the terminal, or line by line on standard input.

use std::io::{self, IsTerminal as _, Write as _};

use proofup_api::SecretText;
use zeroize::Zeroizing;

use crate::ServiceError;

/// One line that is not shown on a terminal.
pub(super) fn secret(question: &str) -> Result<SecretText, ServiceError> {
    if io::stdin().is_terminal() {
        let typed = proofup_terminal::hidden(question)
            .map_err(|source| ServiceError::Io { what: "ask on the terminal".to_owned(), source })?;
        return Ok(SecretText::new(typed.as_str()));
    }
    line(question)
}

/// One line.
pub(super) fn line(question: &str) -> Result<SecretText, ServiceError> {
    tell(question);
    let mut typed = Zeroizing::new(String::new());
    let read = io::stdin()
        .read_line(&mut typed)
        .map_err(|source| ServiceError::Io { what: "read standard input".to_owned(), source })?;
    if read == 0 {
        return Err(ServiceError::Command("there is nobody to ask: standard input ended".to_owned()));
    }
    Ok(SecretText::new(typed.trim_end_matches(['\r', '\n'])))
}

/// Words for the person: never on standard output, which is the answer's.
pub(super) fn tell(words: &str) {
    let mut terminal = io::stderr();
    let _ = terminal.write_all(words.as_bytes()).and_then(|()| terminal.flush());
}
