//! A link of any supported kind.

use zeroize::Zeroizing;

use crate::{MigrationPart, OtpAuth, ParsedLink, TokenFileError};

/// The content of a link or a QR code.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Link {
    /// One account.
    Account(ParsedLink),
    /// A part of an export.
    Part(MigrationPart),
}

/// The beginnings of links with accounts. One that contains another comes before it.
const BEGINNINGS: [&str; 6] =
    ["otpauth-migration://", "apple-otpauth://", "otpauth://", "steam://", "motp://", "lpaauth-migration://"];

/// Reads each link of a text, in order: one a line, or several on one line, as a one-line field joins them. Skips empty
/// lines and those that begin with `#`. A text with a single link may have it broken into lines.
#[must_use]
pub fn links_in_text(text: &str) -> Vec<Result<Link, TokenFileError>> {
    let lines: Vec<&str> =
        text.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#')).collect();
    if is_broken(&lines) {
        return vec![Link::parse(&Zeroizing::new(lines.concat()))];
    }
    lines.into_iter().flat_map(one_by_one).map(Link::parse).collect()
}

/// Programs break lines at this many characters or more.
const BROKEN_AT: usize = 60;

/// Whether the lines are one link: only the first has the beginning of a link, the others have no spaces, and only the
/// last is short.
fn is_broken(lines: &[&str]) -> bool {
    let [first, others @ ..] = lines else { return false };
    let Some((_, before_last)) = lines.split_last() else { return false };
    !others.is_empty()
        && begins_at(&first.to_ascii_lowercase(), 0).is_some()
        && !others.iter().any(|line| line.contains("://") || line.contains(char::is_whitespace))
        && before_last.iter().all(|line| line.chars().count() >= BROKEN_AT)
}

/// The length of the beginning of a link at this position.
fn begins_at(lower: &str, at: usize) -> Option<usize> {
    BEGINNINGS.iter().find(|beginning| lower[at..].starts_with(**beginning)).map(|beginning| beginning.len())
}

/// The links of one line. Inside a link, the beginning of another would be escaped.
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
    // Text before the first link makes that link invalid.
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
