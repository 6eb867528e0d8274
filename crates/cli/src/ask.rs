//! Reads secrets: typed on the terminal without being shown, or from standard input.

use std::io::{self, IsTerminal, Read, Write};

use proofup_app::SecretText;
use zeroize::Zeroizing;

use crate::trouble::Trouble;

/// The most bytes that are read from standard input; links are shorter.
const MOST: u64 = 1 << 20;

/// Whether the program can ask a question: it uses the terminal itself, even if standard output is redirected.
pub(crate) fn can_ask() -> bool {
    io::stderr().is_terminal()
}

/// Asks for a passphrase without showing it.
pub(crate) fn passphrase(question: &str) -> Result<SecretText, Trouble> {
    if !can_ask() {
        return Err(Trouble::NobodyToAsk(
            "the vault is locked and there is no terminal to ask on; set PROOFUP_PASSPHRASE_FILE or PROOFUP_PASSPHRASE_COMMAND",
        ));
    }
    hidden(question)
}

/// Reads a new passphrase: typed twice, or the first line of standard input.
pub(crate) fn new_passphrase() -> Result<SecretText, Trouble> {
    if io::stdin().is_terminal() { new_passphrase_typed() } else { line("New passphrase: ") }
}

/// Reads a new passphrase, typed twice; standard input may have other content.
pub(crate) fn new_passphrase_typed() -> Result<SecretText, Trouble> {
    let first = hidden("New passphrase: ")?;
    let second = hidden("Once more: ")?;
    if first.expose() == second.expose() { Ok(first) } else { Err(Trouble::PassphrasesDiffer) }
}

/// One line: typed without being shown, or the first line of standard input that is not empty.
pub(crate) fn line(question: &str) -> Result<SecretText, Trouble> {
    if io::stdin().is_terminal() {
        return hidden(question);
    }
    let text = standard_input()?;
    let line = text.lines().map(str::trim).find(|line| !line.is_empty());
    line.map(SecretText::new).ok_or(Trouble::NothingRead)
}

/// Every line: typed or pasted without being shown, up to an empty one; or all of standard input.
pub(crate) fn lines(question: &str) -> Result<SecretText, Trouble> {
    let text = if io::stdin().is_terminal() { typed_lines(question)? } else { standard_input()? };
    if text.trim().is_empty() { Err(Trouble::NothingRead) } else { Ok(SecretText::new(text.as_str())) }
}

fn typed_lines(question: &str) -> Result<Zeroizing<String>, Trouble> {
    let mut lines = Zeroizing::new(String::new());
    let mut question = question;
    loop {
        let line = match hidden(question) {
            Ok(line) if line.expose().trim().is_empty() => return Ok(lines),
            Ok(line) => line,
            // The end of the input ends the list, like an empty line.
            Err(_) if !lines.is_empty() => return Ok(lines),
            Err(trouble) => return Err(trouble),
        };
        lines.push_str(line.expose());
        lines.push('\n');
        question = "Another one, or Enter: ";
    }
}

/// The password of a file: the first line of standard input without changes, or typed without being shown.
pub(crate) fn file_password(from_standard_input: bool) -> Result<SecretText, Trouble> {
    if !from_standard_input {
        return hidden("Password of the file: ");
    }
    let text = standard_input()?;
    let line = text.split('\n').next().unwrap_or_default();
    Ok(SecretText::new(line.strip_suffix('\r').unwrap_or(line)))
}

/// Writes a message to the terminal.
pub(crate) fn say(words: &str) {
    let _ = writeln!(io::stderr(), "{words}");
}

fn hidden(question: &str) -> Result<SecretText, Trouble> {
    let typed =
        proofup_terminal::hidden(question).map_err(|_| Trouble::NobodyToAsk("there is no terminal to ask on"))?;
    Ok(SecretText::new(typed.as_str()))
}

fn standard_input() -> Result<Zeroizing<String>, Trouble> {
    let mut bytes = Zeroizing::new(Vec::new());
    io::stdin().lock().take(MOST + 1).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > MOST {
        return Err(Trouble::TooLong);
    }
    Ok(proofup_app::text_of_file(&bytes))
}
