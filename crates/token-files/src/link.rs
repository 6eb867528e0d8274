//! A link of any supported kind.

mod broken;
mod lines;

use zeroize::Zeroizing;

use self::{
    broken::{Following, following},
    lines::{Piece, begins_with_link, pieces},
};
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

/// How long the beginning of a link is that stands here.
fn begins_at(lower: &str, at: usize) -> Option<usize> {
    BEGINNINGS.iter().find(|beginning| lower[at..].starts_with(**beginning)).map(|beginning| beginning.len())
}

/// Reads each link of a text, in order: one a line, or one right after the other, as a field of one line joins them. Empty lines
/// and those that begin with `#` are passed over, and what people put around a link: numbers and bullets of a list, quotation
/// marks, a comment, a full stop. A link that was broken into lines is put together, or refused with all of its lines.
#[must_use]
pub fn links_in_text(text: &str) -> Vec<Result<Link, TokenFileError>> {
    let visible = proofup_text::visible(text);
    let pieces = pieces(&visible);
    if let [first, others @ ..] = pieces.as_slice()
        && is_broken(&pieces)
        && let whole = first.cleaned(&concat(first, others))
        && let link @ Ok(_) = Link::parse(&whole)
    {
        return vec![link];
    }
    let mut links = Vec::new();
    let mut rest = pieces.as_slice();
    while let [piece, others @ ..] = rest {
        rest = others;
        if !piece.is_link {
            links.push(Link::parse(piece.text));
            continue;
        }
        match if piece.ends_line { following(piece, others) } else { Following::Other } {
            Following::Other => links.push(Link::parse(&piece.cleaned(piece.text))),
            Following::Rest(lines, whole) => {
                rest = &others[lines..];
                links.push(Link::parse(&piece.cleaned(&whole)));
            }
            Following::Unclear => links.push(Err(TokenFileError::LinkBroken)),
        }
    }
    links
}

/// Whether a text begins like a list of links.
pub(crate) fn is_list_of_links(text: &str) -> bool {
    begins_with_link(text)
}

/// Programs break lines at this many characters or more.
const BROKEN_AT: usize = 60;

/// Whether the lines are one link: only the first begins like one, the others hold no spaces, and only the last is short.
fn is_broken(pieces: &[Piece<'_>]) -> bool {
    let [first, others @ ..] = pieces else { return false };
    let Some((_, before_last)) = pieces.split_last() else { return false };
    !others.is_empty()
        && first.is_link
        && !others
            .iter()
            .any(|line| line.is_link || line.text.contains("://") || line.text.contains(char::is_whitespace))
        && before_last.iter().all(|line| line.text.chars().count() >= BROKEN_AT)
}

fn concat(first: &Piece<'_>, others: &[Piece<'_>]) -> Zeroizing<String> {
    let mut whole = Zeroizing::new(String::with_capacity(
        others.iter().map(|line| line.text.len()).sum::<usize>() + first.text.len(),
    ));
    whole.push_str(first.text);
    others.iter().for_each(|line| whole.push_str(line.text));
    whole
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
