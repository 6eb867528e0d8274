//! What people type who put a code behind their password.

use data_encoding::BASE64;
use proofup_api::SecretText;
use proofup_text::{is_invisible, plain_character, symbols};
use zeroize::Zeroizing;

use crate::app_passwords::check::WithCode;

/// OpenVPN's `static-challenge`: password and code apart, each in base64.
const STATIC_CHALLENGE: &str = "SCRV1:";

/// All readings of a text as a password with a code: `password,123456`, `password123456`, `SCRV1:…:…`. The code is taken as
/// everywhere: digits of any script, in groups, with marks that cannot be seen. How many readings there are is up to the text alone,
/// so that the work tells nothing of the person.
pub(super) fn readings(text: &str) -> Vec<WithCode> {
    if let Some(parts) = text.strip_prefix(STATIC_CHALLENGE) {
        return static_challenge(parts.trim_end()).into_iter().collect();
    }
    if let Some((password, code)) = behind_comma(text) {
        return reading(password, &code).into_iter().collect();
    }
    let at_end = [6, 8].into_iter().filter_map(|digits| at_end(text, digits));
    at_end.filter_map(|(password, code)| reading(password, &code)).collect()
}

fn behind_comma(text: &str) -> Option<(&str, Zeroizing<String>)> {
    let (at, comma) = text.char_indices().rfind(|(_, character)| plain_character(*character) == Some(','))?;
    let code = plain(&text[at + comma.len_utf8()..]);
    let is_code = (6..=8).contains(&code.len()) && code.bytes().all(|byte| byte.is_ascii_digit());
    is_code.then_some((&text[..at], code))
}

/// The last so many digits, and what stands before the first of them.
fn at_end(text: &str, digits: usize) -> Option<(&str, Zeroizing<String>)> {
    let mut left = digits;
    for (at, character) in text.char_indices().rev() {
        match plain_character(character) {
            // Between the digits, or behind the last.
            None | Some(' ' | '-') => {}
            Some('0'..='9') => {
                left -= 1;
                if left == 0 {
                    return Some((text[..at].trim_end_matches(is_invisible), plain(&text[at..])));
                }
            }
            Some(_) => return None,
        }
    }
    None
}

fn plain(code: &str) -> Zeroizing<String> {
    let mut plain = Zeroizing::new(String::with_capacity(code.len()));
    plain.extend(symbols(code));
    plain
}

fn reading(password: &str, code: &str) -> Option<WithCode> {
    (!password.is_empty()).then(|| WithCode { password: SecretText::new(password), code: SecretText::new(code) })
}

fn static_challenge(parts: &str) -> Option<WithCode> {
    let (password, code) = parts.split_once(':')?;
    let text = |part: &str| String::from_utf8(BASE64.decode(part.as_bytes()).ok()?).ok().map(Zeroizing::new);
    reading(&text(password)?, &plain(&text(code)?))
}

#[cfg(test)]
mod tests {
    use super::readings;

    fn read(text: &str) -> Vec<(String, String)> {
        let all = readings(text);
        all.iter().map(|with| (with.password.expose().to_owned(), with.code.expose().to_owned())).collect()
    }

    fn pair(password: &str, code: &str) -> (String, String) {
        (password.to_owned(), code.to_owned())
    }

    #[test]
    fn a_code_stands_behind_the_password_with_or_without_a_comma() {
        assert_eq!(read("correct horse,123456"), [pair("correct horse", "123456")]);
        assert_eq!(read("a,b,12345678"), [pair("a,b", "12345678")]);
        assert_eq!(read("horse123456"), [pair("horse", "123456")]);
        assert_eq!(read("horse12345678"), [pair("horse12", "345678"), pair("horse", "12345678")]);
    }

    #[test]
    fn a_code_is_read_as_it_is_typed_anywhere() {
        for typed in [
            "horse,123 456",
            "horse,123-456\r\n",
            "horse，123456",
            "horse,\u{661}\u{662}\u{663}\u{664}\u{665}\u{666}",
            "horse123456\r\n",
            "horse\u{200e}123456",
            "horse123\u{200b}456",
            "horse123 456",
            "horse１２３４５６",
            "horse,\u{202a}123456\u{202c}",
            "horse\u{661}\u{662}\u{663}\u{664}\u{665}\u{666}",
        ] {
            assert_eq!(read(typed), [pair("horse", "123456")], "{typed:?}");
        }
        assert_eq!(read("horse 123456"), [pair("horse ", "123456")], "every character of a password counts");
        assert_eq!(read("SCRV1:Y29ycmVjdCBob3JzZQ==:MTIzIDQ1Ng==\r\n"), [pair("correct horse", "123456")]);
    }

    #[test]
    fn openvpn_sends_password_and_code_apart() {
        assert_eq!(read("SCRV1:Y29ycmVjdCBob3JzZQ==:MTIzNDU2"), [pair("correct horse", "123456")]);
        for broken in ["SCRV1:", "SCRV1:x", "SCRV1:Y29y:", "SCRV1:!:MTIzNDU2", "SCRV1:Y29y:/w==x"] {
            assert!(read(broken).iter().all(|(_, code)| code.is_empty()), "{broken}");
        }
    }

    #[test]
    fn a_text_without_a_code_has_no_reading_with_one() {
        for text in ["", "123456", ",123456", "correct horse", "horse12345", "horse,12a456", "漢字12345"] {
            assert!(read(text).is_empty(), "{text}");
        }
    }
}
