//! A link, whichever of the kinds it is.

use zeroize::Zeroizing;

use crate::{MigrationPart, OtpAuth, ParsedLink, TokenFileError};

/// What a link or a QR code holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Link {
    /// One account.
    Account(ParsedLink),
    /// A part of an export.
    Part(MigrationPart),
}

/// How links begin that hold accounts. One that is part of another comes after it.
const BEGINNINGS: [&str; 6] =
    ["otpauth-migration://", "apple-otpauth://", "otpauth://", "steam://", "motp://", "lpaauth-migration://"];

/// Reads each link of a text, in order: one a line, or one right after the other, as a field of one line joins them. Empty lines
/// and those that begin with `#` are passed over. A text of one link alone may have it broken into lines.
#[must_use]
pub fn links_in_text(text: &str) -> Vec<Result<Link, TokenFileError>> {
    let lines: Vec<&str> =
        text.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#')).collect();
    if is_broken(&lines) {
        return vec![Link::parse(&Zeroizing::new(lines.concat()))];
    }
    lines.into_iter().flat_map(one_by_one).map(Link::parse).collect()
}

/// Programs break lines of this many characters and more.
const BROKEN_AT: usize = 60;

/// Whether the lines are one link: only the first begins like one, the others hold no spaces, and only the last is short.
fn is_broken(lines: &[&str]) -> bool {
    let [first, others @ ..] = lines else { return false };
    let Some((_, before_last)) = lines.split_last() else { return false };
    !others.is_empty()
        && begins_at(&first.to_ascii_lowercase(), 0).is_some()
        && !others.iter().any(|line| line.contains("://") || line.contains(char::is_whitespace))
        && before_last.iter().all(|line| line.chars().count() >= BROKEN_AT)
}

/// How long the beginning of a link is that stands here.
fn begins_at(lower: &str, at: usize) -> Option<usize> {
    BEGINNINGS.iter().find(|beginning| lower[at..].starts_with(**beginning)).map(|beginning| beginning.len())
}

/// The links of one line. Within a link the beginning of another one would be escaped.
fn one_by_one(line: &str) -> Vec<&str> {
    let lower = line.to_ascii_lowercase();
    let mut starts: Vec<usize> = Vec::new();
    let mut at = 0;
    while at < lower.len() {
        if let Some(length) = begins_at(&lower, at) {
            starts.push(at);
            at += length;
        } else {
            at += lower[at..].chars().next().map_or(1, char::len_utf8);
        }
    }
    // What stands before the first one belongs to it: it makes that no link.
    let Some(first) = starts.first_mut() else { return vec![line] };
    *first = 0;
    starts.push(line.len());
    starts.windows(2).map(|two| line[two[0]..two[1]].trim_end_matches([' ', ',', ';', '\t'])).collect()
}

impl Link {
    /// Reads an `otpauth`, `steam` or `otpauth-migration` link.
    ///
    /// # Errors
    /// Those of [`OtpAuth::parse`] and [`MigrationPart::parse`].
    pub fn parse(text: &str) -> Result<Self, TokenFileError> {
        if MigrationPart::is_meant(text) {
            MigrationPart::parse(text).map(Self::Part)
        } else {
            OtpAuth::parse(text).map(Self::Account)
        }
    }
}
