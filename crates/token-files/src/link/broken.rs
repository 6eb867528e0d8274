//! Links that a program broke into lines, as mail programs do.
//!
//! The first line alone may be a whole link with half of the secret: its codes would never be right. Either the lines are put
//! together again, or none of them is taken.

use zeroize::Zeroizing;

use super::{BROKEN_AT, Link, lines::Piece};

/// More lines than any link has.
const MOST_LINES: usize = 64;

/// What the lines behind a link are to it.
pub(super) enum Following {
    /// Nothing: the link ends with its line.
    Other,
    /// So many of them belong to it; the link as a whole.
    Rest(usize, Zeroizing<String>),
    /// The first of them may belong to it, and what it would be together is no link or cannot be told from one.
    Unclear,
}

/// Decides about the lines behind a link.
pub(super) fn following(link: &Piece<'_>, next: &[Piece<'_>]) -> Following {
    let is_alone_good = is_good(link, link.text);
    let mut joined = Zeroizing::new(link.text.to_owned());
    let (mut taken, mut clear) = (0, true);
    for piece in next.iter().take(MOST_LINES) {
        let text = piece.text.trim_start_matches(['>', ' ']);
        if piece.is_link || text.contains("://") || text.contains(char::is_whitespace) {
            break;
        }
        match belongs(link, &joined, text) {
            Belongs::No => break,
            Belongs::Yes => {}
            Belongs::Perhaps => clear = false,
        }
        joined = join(&joined, text);
        taken += 1;
    }
    match taken {
        0 => Following::Other,
        _ if clear && is_good(link, &joined) => Following::Rest(taken, joined),
        // Its own fault says more.
        _ if !is_alone_good => Following::Other,
        _ => Following::Unclear,
    }
}

fn is_good(link: &Piece<'_>, text: &str) -> bool {
    Link::parse(&link.cleaned(text)).is_ok()
}

enum Belongs {
    Yes,
    No,
    Perhaps,
}

fn belongs(link: &Piece<'_>, so_far: &str, text: &str) -> Belongs {
    if text.starts_with('&') || text.contains('=') || has_escape(text) || !is_good(link, so_far) {
        return Belongs::Yes;
    }
    let (name, value) = last_value(so_far);
    let is_long = so_far.chars().count() >= BROKEN_AT;
    match name.to_ascii_lowercase().as_str() {
        "secret" => of_secret(value, text.trim_end_matches('.'), is_long),
        "data" if is_long => Belongs::Yes,
        "digits" | "period" | "counter" if text.bytes().all(|byte| byte.is_ascii_digit()) => Belongs::Yes,
        "algorithm" if is_good(link, &join(so_far, text)) => Belongs::Yes,
        _ => Belongs::No,
    }
}

/// A word of letters may be the rest of a secret. Secrets in base32 are mostly a multiple of eight characters.
fn of_secret(value: &str, text: &str, is_long: bool) -> Belongs {
    let is_base32 = |byte: u8| byte.is_ascii_alphabetic() || matches!(byte, b'2'..=b'7');
    let upper = |text: &str| text.bytes().any(|byte| byte.is_ascii_uppercase());
    if text.is_empty()
        || !text.bytes().all(is_base32)
        || upper(text) != upper(value) && !text.bytes().all(|byte| byte.is_ascii_digit())
    {
        return Belongs::No;
    }
    let is_whole = |length: usize| length.is_multiple_of(8);
    if is_long || !is_whole(value.len()) && is_whole(value.len() + text.len()) {
        Belongs::Yes
    } else {
        Belongs::Perhaps
    }
}

/// Name and value of the last parameter; `steam://` has a secret alone.
fn last_value(link: &str) -> (&str, &str) {
    let Some((_, query)) = link.split_once('?') else {
        return ("secret", link.rsplit('/').next().unwrap_or_default());
    };
    query.rsplit('&').next().unwrap_or_default().split_once('=').unwrap_or_default()
}

fn has_escape(text: &str) -> bool {
    text.match_indices('%').any(|(at, _)| {
        text.get(at + 1..at + 3).is_some_and(|digits| digits.bytes().all(|byte| byte.is_ascii_hexdigit()))
    })
}

/// Two lines as one. In quoted-printable text (RFC 2045) the first ends in `=`, and `=3D` stands for `=`.
fn join(first: &str, second: &str) -> Zeroizing<String> {
    let (before, is_quoted) = match first.strip_suffix('=') {
        Some(before) if [before, second].iter().any(|text| text.contains("=3D")) => (before, true),
        _ => (first, false),
    };
    let room = before.len() + second.len();
    let mut joined = Zeroizing::new(String::with_capacity(room));
    joined.push_str(before);
    joined.push_str(second);
    if is_quoted { Zeroizing::new(joined.replace("=3D", "=")) } else { joined }
}
