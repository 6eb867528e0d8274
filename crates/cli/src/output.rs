//! Writes the answer to standard output, and everything else to standard error.

use std::{
    fmt::Write as _,
    fs::OpenOptions,
    io::{self, IsTerminal, Write},
    path::Path,
    process::ExitCode,
};

use serde::Serialize;
use serde_json::json;

use crate::trouble::Trouble;

/// How answers are written.
pub(crate) struct Output {
    json: bool,
}

impl Output {
    pub(crate) const fn new(json: bool) -> Self {
        Self { json }
    }

    /// Writes the answer, as JSON or as text.
    pub(crate) fn answer(&self, value: &impl Serialize, text: impl FnOnce() -> String) -> Result<(), Trouble> {
        let mut written = if self.json {
            let mut line = serde_json::to_string(value).map_err(io::Error::from)?;
            line.push('\n');
            line
        } else {
            text()
        };
        let result = write_all(written.as_bytes());
        zeroize::Zeroize::zeroize(&mut written);
        result
    }

    /// Writes a note to standard error.
    pub(crate) fn note(&self, words: &str) {
        // A closed standard error does not matter; the answer does.
        let _ = if self.json {
            writeln!(io::stderr(), "{}", json!({"note": words}))
        } else {
            writeln!(io::stderr(), "proofup: {words}")
        };
    }

    /// Writes the error of a failed command, and gives its exit code.
    pub(crate) fn fail(&self, trouble: &Trouble) -> ExitCode {
        let number = trouble.number();
        if self.json {
            let error = json!({"error": {"code": trouble.code(), "exit": number, "message": trouble.to_string()}});
            let _ = writeln!(io::stderr(), "{error}");
        } else {
            self.note(&printable(&trouble.to_string()));
        }
        ExitCode::from(number)
    }
}

/// Writes an export: to a new file that only its owner can read, or to standard output.
pub(crate) fn write_export(bytes: &[u8], file: Option<&Path>, is_text: bool) -> Result<(), Trouble> {
    let Some(path) = file else {
        if !is_text && io::stdout().is_terminal() {
            return Err(Trouble::NotForTerminals);
        }
        return write_all(bytes);
    };
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let write = || {
        let mut file = options.open(path)?;
        file.write_all(bytes)?;
        file.sync_all()
    };
    write().map_err(|error: io::Error| io::Error::new(error.kind(), format!("{}: {error}", path.display())).into())
}

fn write_all(bytes: &[u8]) -> Result<(), Trouble> {
    let mut stdout = io::stdout().lock();
    match stdout.write_all(bytes).and_then(|()| stdout.flush()) {
        // The reader stopped early, as in `proofup list | head -1`: no error.
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(()),
        written => Ok(written?),
    }
}

/// Makes foreign text safe for a terminal: writes control characters, and those that change the direction of text, as
/// escapes.
pub(crate) fn printable(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for c in text.chars() {
        let turns =
            matches!(c, '\u{61c}' | '\u{200e}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
        if (c.is_control() && c != '\n') || turns {
            let _ = write!(safe, "\\u{{{:x}}}", u32::from(c));
        } else {
            safe.push(c);
        }
    }
    safe
}

/// A table with columns two spaces apart.
pub(crate) fn table(rows: &[Vec<String>]) -> String {
    let width = |column: usize| rows.iter().filter_map(|row| row.get(column)).map(|cell| cell.chars().count()).max();
    let mut text = String::new();
    for row in rows {
        let mut line = String::new();
        for (column, cell) in row.iter().enumerate() {
            let _ = write!(line, "{cell:<width$}  ", width = width(column).unwrap_or(0));
        }
        text.push_str(line.trim_end());
        text.push('\n');
    }
    text
}

#[cfg(test)]
mod tests {
    use super::{printable, table};

    #[test]
    fn a_name_cannot_move_the_cursor_or_turn_the_line() {
        assert_eq!(printable("a\u{1b}[2Jb\u{202e}c"), "a\\u{1b}[2Jb\\u{202e}c");
        assert_eq!(printable("Café 銀行"), "Café 銀行");
    }

    #[test]
    fn columns_are_aligned() {
        let rows = [vec!["a".to_owned(), "b".to_owned()], vec!["ccc".to_owned(), "d".to_owned()]];
        assert_eq!(table(&rows), "a    b\nccc  d\n");
    }
}
