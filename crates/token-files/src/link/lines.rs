//! The links of a text, taken out of what people and programs put around them.

use zeroize::Zeroizing;

use super::begins_at;

/// A link as it stands in a line, or a line without one.
#[derive(Clone, Copy)]
pub(super) struct Piece<'a> {
    pub(super) text: &'a str,
    pub(super) is_link: bool,
    /// It ends its line, so that the next line may go on with it.
    pub(super) ends_line: bool,
    opener: Option<char>,
}

/// What opens a quotation, and what closes it.
const QUOTES: [(char, char); 14] = [
    ('"', '"'),
    ('\'', '\''),
    ('`', '`'),
    ('“', '”'),
    ('„', '“'),
    ('”', '”'),
    ('‘', '’'),
    ('«', '»'),
    ('‹', '›'),
    ('「', '」'),
    ('『', '』'),
    ('<', '>'),
    ('(', ')'),
    ('[', ']'),
];

/// The pieces of a text, in order. Empty lines and those that begin with `#` are passed over.
pub(super) fn pieces(text: &str) -> Vec<Piece<'_>> {
    lines(text).flat_map(one_by_one).collect()
}

/// Whether the first line begins with a link. Of a line that is no link, no more is looked at than that takes.
pub(super) fn begins_with_link(text: &str) -> bool {
    let start = |line: &str| line.char_indices().nth(LOOKED_AT).map_or(line.len(), |(at, _)| at);
    lines(text).next().is_some_and(|line| one_by_one(&line[..start(line)]).first().is_some_and(|piece| piece.is_link))
}

/// The characters of a line among which a link begins, if it is one.
const LOOKED_AT: usize = 4096;

fn lines(text: &str) -> impl Iterator<Item = &str> {
    text.split(['\n', '\r']).map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#'))
}

/// The links of one line. Within a link the beginning of another one would be escaped.
fn one_by_one(line: &str) -> Vec<Piece<'_>> {
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
    let Some(&first) = starts.first() else {
        return vec![Piece { text: line, is_link: false, ends_line: true, opener: None }];
    };
    // Other words before the first one belong to it: they make that no link.
    let is_link = is_decoration(&line[..first]);
    if !is_link {
        starts[0] = 0;
    }
    let opener = |start: usize| line[..start].trim_end().chars().next_back();
    let ends = starts.iter().skip(1).copied().chain([line.len()]);
    let piece = |(index, (start, end)): (usize, (usize, usize))| Piece {
        text: line[start..end].trim_end_matches([' ', ',', ';', '\t']),
        is_link: is_link || index > 0,
        ends_line: end == line.len(),
        opener: opener(start),
    };
    starts.iter().copied().zip(ends).enumerate().map(piece).collect()
}

/// Whether a text before a link is a list's number or bullet, a quotation mark, or markup.
fn is_decoration(before: &str) -> bool {
    let before = before.trim();
    let attribute = before.to_ascii_lowercase();
    if ["href=\"", "href='", "]("].iter().any(|ending| attribute.ends_with(ending)) {
        return true;
    }
    let plain = without_tags(before);
    let is_mark = |character: char| {
        "-–—*+>•‣◦▪·○●".contains(character) || QUOTES.iter().any(|(open, close)| [*open, *close].contains(&character))
    };
    let is_number = |word: &str| {
        let digits = word.trim_end_matches(['.', ')', ':']);
        let number = digits.trim_start_matches(is_mark);
        digits.len() < word.len() && !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit())
    };
    plain.split_whitespace().all(|word| is_number(word) || word.chars().all(is_mark))
}

fn without_tags(text: &str) -> String {
    let mut plain = String::new();
    let mut rest = text;
    while let Some((before, tag)) = rest.split_once('<') {
        let Some((_, after)) = tag.split_once('>') else { break };
        plain.push_str(before);
        plain.push(' ');
        rest = after;
    }
    plain + rest
}

impl Piece<'_> {
    /// The link without what stands behind it: the end of a quotation, a tag, a comment, a fragment, the full stop of a sentence.
    pub(super) fn cleaned(&self, joined: &str) -> Zeroizing<String> {
        let whole = from_page(joined);
        let mut link = whole.as_str();
        if let Some((_, close)) = QUOTES.iter().find(|(open, _)| Some(*open) == self.opener) {
            // A name may hold an apostrophe or brackets.
            let at = if matches!(close, '\'' | ')' | ']') { link.rfind(*close) } else { link.find(*close) };
            link = at.map_or(link, |at| &link[..at]);
        }
        link = link.split_once("</").map_or(link, |(before, _)| before);
        link = without_fragment(link);
        loop {
            let shorter = without_last(link).trim_end_matches([' ', '\t', ',', ';']);
            if shorter.len() == link.len() {
                return Zeroizing::new(link.to_owned());
            }
            link = shorter;
        }
    }
}

/// The characters that a page's source escapes and that part a link, plain again.
fn from_page(link: &str) -> Zeroizing<String> {
    let mut plain = Zeroizing::new(link.to_owned());
    if !link.contains('?') {
        for escaped in ["&#x3F;", "&#x3f;", "&#63;", "&quest;"] {
            plain = Zeroizing::new(plain.replace(escaped, "?"));
        }
    }
    plain
}

/// A label may hold a `#`; in the parameters, writers escape it.
fn without_fragment(link: &str) -> &str {
    let Some(query) = link.find('?') else { return link };
    let is_fragment = |(at, _): &(usize, &str)| {
        let (before, after) = (&link[..*at], &link[at + 1..]);
        *at > query
            && !before.ends_with('&')
            && (before.ends_with(char::is_whitespace) || !after.is_empty() && !after.contains(['&', '=']))
    };
    link.match_indices('#').find(is_fragment).map_or(link, |(at, _)| &link[..at])
}

/// Without a last character that belongs to the sentence around the link.
fn without_last(link: &str) -> &str {
    let Some(last) = link.chars().next_back() else { return link };
    let shorter = &link[..link.len() - last.len_utf8()];
    let opened = QUOTES.iter().find(|(_, close)| *close == last).map(|(open, _)| *open);
    let is_foreign = match last {
        '.' | '。' => !label_issuer(link).ends_with(last),
        ')' | ']' | '>' | '」' | '』' => opened.is_none_or(|open| !shorter.contains(open)),
        '}' => !shorter.contains('{'),
        '"' | '\'' | '`' => !shorter.contains(last),
        _ => opened.is_some(),
    };
    if is_foreign { shorter } else { link }
}

/// The issuer that the label names: `Contoso Inc.` ends in a full stop of its own.
fn label_issuer(link: &str) -> &str {
    let label = link.split('?').next().unwrap_or_default();
    let label = label.rsplit('/').next().unwrap_or_default();
    label.split(':').next().unwrap_or_default()
}
