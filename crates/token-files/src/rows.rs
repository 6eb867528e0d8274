//! The rows of a CSV file (RFC 4180), each judged for itself.
//!
//! A quotation mark that is opened and not closed would swallow all rows after it. Here such a row is marked as broken,
//! and reading goes on at the next line. The `csv` crate reads such a file leniently and does not tell.

use zeroize::Zeroizing;

/// No row of an honest file is longer than this, in bytes: what is, has a quotation mark that nobody closed.
const LONGEST: usize = 256 * 1024;

/// One row.
pub(crate) struct Row {
    /// The line on which it begins, from 1.
    pub(crate) line: usize,
    /// Its fields; of a broken row the fields of its first line, as well as they can be told.
    pub(crate) fields: Zeroizing<Vec<String>>,
    /// The quotation marks do not match, so that nothing but a name is to be taken from it.
    pub(crate) broken: bool,
    /// It has fields of more than one line.
    pub(crate) several_lines: bool,
}

/// Reads the rows of a text. Empty lines are passed over.
pub(crate) struct Rows<'a> {
    rest: &'a str,
    line: usize,
    separator: char,
}

impl<'a> Rows<'a> {
    pub(crate) fn of(text: &'a str) -> Self {
        let (separator, rest, line) = match declared(text) {
            Some((separator, rest)) => (separator, rest, 2),
            None => (separator(text), text, 1),
        };
        Self { rest, line, separator }
    }

    /// The next row, if it may not be broken: the header.
    pub(crate) fn header(&mut self) -> Option<Zeroizing<Vec<String>>> {
        self.next().filter(|row| !row.broken).map(|row| row.fields)
    }

    /// Goes back to the second line of a row that was read last. Its fields have several lines, and there are too few or too
    /// many: a quotation mark joined rows.
    pub(crate) fn split(&mut self, row: &mut Row, from: &'a str) {
        let (line, rest) = cut_line(from);
        (self.rest, self.line) = (rest, row.line + 1);
        (row.fields, row.broken) = (leniently(line, self.separator), true);
    }

    /// What is not read yet.
    pub(crate) const fn rest(&self) -> &'a str {
        self.rest
    }
}

impl Iterator for Rows<'_> {
    type Item = Row;

    fn next(&mut self) -> Option<Row> {
        while let Some(rest) = self.rest.strip_prefix('\n').or_else(|| self.rest.strip_prefix("\r\n")) {
            (self.rest, self.line) = (rest, self.line + 1);
        }
        if self.rest.is_empty() {
            return None;
        }
        let line = self.line;
        let mut end = self.rest.len().min(LONGEST);
        while !self.rest.is_char_boundary(end) {
            end -= 1;
        }
        if let Some((fields, length)) = strictly(&self.rest[..end], self.separator, end == self.rest.len()) {
            let (read, rest) = self.rest.split_at(length);
            let lines = read.bytes().filter(|byte| *byte == b'\n').count();
            let several_lines = lines > 1 || (lines == 1 && !read.ends_with('\n'));
            (self.rest, self.line) = (rest, line + lines);
            return Some(Row { line, fields, broken: false, several_lines });
        }
        let (first, rest) = cut_line(self.rest);
        (self.rest, self.line) = (rest, line + 1);
        Some(Row { line, fields: leniently(first, self.separator), broken: true, several_lines: false })
    }
}

/// The fields of the row at the start of a text, and its length with its line end. `None` if a quotation mark is not closed, or
/// something stands between a closing one and the separator.
fn strictly(text: &str, separator: char, is_all: bool) -> Option<(Zeroizing<Vec<String>>, usize)> {
    let mut fields = Zeroizing::new(Vec::new());
    let mut at = 0;
    loop {
        let rest = &text[at..];
        let (field, length) = match rest.strip_prefix('"') {
            Some(quoted) => {
                let (field, length) = quoted_field(quoted)?;
                // Some programs put a space before the separator.
                let after = &quoted[length..];
                let spaces = after.len() - after.trim_start_matches(' ').len();
                (field, 1 + length + spaces)
            }
            None => {
                let length = rest.find([separator, '\n']).unwrap_or(rest.len());
                (rest[..length].strip_suffix('\r').unwrap_or(&rest[..length]).to_owned(), length)
            }
        };
        fields.push(field);
        at += length;
        let end = text[at..].strip_prefix('\r').unwrap_or(&text[at..]);
        match end.chars().next() {
            Some(found) if found == separator => at += separator.len_utf8(),
            Some('\n') => return Some((fields, text.len() - end.len() + 1)),
            None if is_all => return Some((fields, text.len())),
            _ => return None,
        }
    }
}

/// A field behind its opening quotation mark, and its length with the closing one. Two marks stand for one.
fn quoted_field(text: &str) -> Option<(String, usize)> {
    let mut field = String::new();
    let mut at = 0;
    loop {
        let mark = at + text[at..].find('"')?;
        field.push_str(&text[at..mark]);
        if text[mark + 1..].starts_with('"') {
            field.push('"');
            at = mark + 2;
        } else {
            return Some((field, mark + 1));
        }
    }
}

fn leniently(line: &str, separator: char) -> Zeroizing<Vec<String>> {
    Zeroizing::new(line.split(separator).map(|field| field.trim_matches('"').to_owned()).collect())
}

/// The first line without its end, and what follows.
fn cut_line(text: &str) -> (&str, &str) {
    let (line, rest) = text.split_once('\n').unwrap_or((text, ""));
    (line.strip_suffix('\r').unwrap_or(line), rest)
}

/// `sep=;` on the first line, as one spreadsheet writes and reads it.
fn declared(text: &str) -> Option<(char, &str)> {
    let (first, rest) = cut_line(text);
    let mut characters = first.trim_matches('"').strip_prefix("sep=")?.chars();
    let separator = characters.next().filter(|separator| separator.is_ascii())?;
    characters.next().is_none().then_some((separator, rest))
}

/// A comma, a semicolon or a tab: what the first row has most of.
fn separator(text: &str) -> char {
    let first = text.lines().find(|line| !line.trim().is_empty()).unwrap_or_default();
    let count = |separator: &char| first.chars().filter(|character| character == separator).count();
    // The last of the largest is taken, and a comma is the usual one.
    ['\t', ';', ','].into_iter().max_by_key(count).unwrap_or(',')
}

#[cfg(test)]
mod tests {
    use super::Rows;

    fn rows(text: &str) -> Vec<(usize, Vec<String>, bool)> {
        Rows::of(text).map(|mut row| (row.line, std::mem::take(&mut *row.fields), row.broken)).collect()
    }

    fn good(line: usize, fields: &[&str]) -> (usize, Vec<String>, bool) {
        (line, fields.iter().map(|field| (*field).to_owned()).collect(), false)
    }

    #[test]
    fn quoted_fields_hold_separators_marks_and_lines() {
        let found = rows("a,b\r\n\"1,\"\"2\"\"\",\"x\ny\" \n\n3,\n");
        assert_eq!(found, [good(1, &["a", "b"]), good(2, &["1,\"2\"", "x\ny"]), good(5, &["3", ""])]);
    }

    #[test]
    fn a_mark_that_is_not_closed_breaks_its_own_row_alone() {
        let found = rows("a,b\n1,\"2\n3,4\n5,\"6\"7\n8,\"9\"");
        assert_eq!(
            found.iter().map(|row| (row.0, row.2)).collect::<Vec<_>>(),
            [(1, false), (2, true), (3, false), (4, true), (5, false)]
        );
        assert_eq!(found[4], good(5, &["8", "9"]));
    }

    #[test]
    fn the_first_line_may_say_what_separates() {
        assert_eq!(rows("sep=;\na,b;c\n"), [good(2, &["a,b", "c"])]);
    }
}
