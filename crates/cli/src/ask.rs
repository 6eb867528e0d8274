//! Secrets from whoever is there: typed without being shown, or from standard input.

use std::io::{self, IsTerminal, Read, Write};

use proofup_app::SecretText;
use zeroize::Zeroizing;

#[cfg(unix)]
use crate::silent_terminal::SilentTerminal;
use crate::trouble::Trouble;

/// Most that is read of standard input; links are shorter than that.
const MOST: u64 = 1 << 20;

/// Whether a question can be put to somebody: it goes to the terminal itself, whatever standard output is.
pub(crate) fn somebody_is_there() -> bool {
    io::stderr().is_terminal()
}

/// Asks for a passphrase, hidden.
pub(crate) fn passphrase(question: &str) -> Result<SecretText, Trouble> {
    if !somebody_is_there() {
        return Err(Trouble::NobodyToAsk(
            "the vault is locked and nobody can be asked; set PROOFUP_PASSPHRASE_FILE or PROOFUP_PASSPHRASE_COMMAND",
        ));
    }
    hidden(question)
}

/// Takes a new passphrase: typed twice, or the first line of standard input.
pub(crate) fn new_passphrase() -> Result<SecretText, Trouble> {
    if io::stdin().is_terminal() { new_passphrase_typed() } else { line("New passphrase: ") }
}

/// Takes a new passphrase, typed twice; standard input may be something else.
pub(crate) fn new_passphrase_typed() -> Result<SecretText, Trouble> {
    let first = hidden("New passphrase: ")?;
    let second = hidden("Once more: ")?;
    if first.expose() == second.expose() { Ok(first) } else { Err(Trouble::PassphrasesDiffer) }
}

/// One line: typed without being shown, or the first of standard input that is not empty.
pub(crate) fn line(question: &str) -> Result<SecretText, Trouble> {
    if io::stdin().is_terminal() {
        return hidden(question);
    }
    let text = standard_input()?;
    let line = text.lines().map(str::trim).find(|line| !line.is_empty());
    line.map(SecretText::new).ok_or(Trouble::NothingRead)
}

/// Every line: typed or pasted without being shown, up to an empty one, or all of standard input.
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
            // The end of what is typed is as good as an empty line.
            Err(_) if !lines.is_empty() => return Ok(lines),
            Err(trouble) => return Err(trouble),
        };
        lines.push_str(line.expose());
        lines.push('\n');
        question = "Another one, or Enter: ";
    }
}

/// The password of a file: the first line of standard input exactly as it stands there, or typed without being shown.
pub(crate) fn file_password(from_standard_input: bool) -> Result<SecretText, Trouble> {
    if !from_standard_input {
        return hidden("Password of the file: ");
    }
    let text = standard_input()?;
    let line = text.split('\n').next().unwrap_or_default();
    Ok(SecretText::new(line.strip_suffix('\r').unwrap_or(line)))
}

/// Says something where the questions are.
pub(crate) fn say(words: &str) {
    let _ = writeln!(io::stderr(), "{words}");
}

fn hidden(question: &str) -> Result<SecretText, Trouble> {
    // `rpassword` hides what is typed after it has asked: a fast or pasted answer would be shown.
    #[cfg(unix)]
    let _silent = SilentTerminal::new();
    let typed = rpassword::prompt_password(question)
        .map(Zeroizing::new)
        .map_err(|_| Trouble::NobodyToAsk("there is no terminal to ask on"))?;
    Ok(SecretText::new(typed.as_str()))
}

fn standard_input() -> Result<Zeroizing<String>, Trouble> {
    let mut bytes = Zeroizing::new(Vec::new());
    io::stdin().lock().take(MOST + 1).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > MOST {
        return Err(Trouble::TooLong);
    }
    let text = std::str::from_utf8(&bytes).map_err(|_| Trouble::NotText)?;
    Ok(Zeroizing::new(text.to_owned()))
}
