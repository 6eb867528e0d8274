//! Text in XML and HTML.

use zeroize::Zeroizing;

/// Appends text. XML cannot hold control characters, not even escaped, so they are left out.
pub(super) fn push_text(out: &mut Zeroizing<String>, text: &str) {
    for character in text.chars() {
        match character {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\t' | '\n' => out.push(character),
            '\u{FFFE}' | '\u{FFFF}' => {}
            character if character.is_control() => {}
            character => out.push(character),
        }
    }
}

/// How much room a text takes at most.
pub(super) const fn room(text: &str) -> usize {
    6 * text.len()
}
