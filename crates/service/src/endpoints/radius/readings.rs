//! What people type who put a code behind their password.

use data_encoding::BASE64;
use proofup_api::SecretText;

use crate::app_passwords::check::WithCode;

/// OpenVPN's `static-challenge`: password and code apart, each in base64.
const STATIC_CHALLENGE: &str = "SCRV1:";

/// All readings of a text as a password with a code: `password,123456`, `password123456`, `SCRV1:…:…`. How many there are is
/// up to the text alone, so that the work tells nothing of the person.
pub(super) fn readings(text: &str) -> Vec<WithCode> {
    if let Some(parts) = text.strip_prefix(STATIC_CHALLENGE) {
        return static_challenge(parts).into_iter().collect();
    }
    let with_comma = text.rsplit_once(',').filter(|(_, code)| is_code(code));
    if let Some((password, code)) = with_comma {
        return reading(password, code).into_iter().collect();
    }
    [6, 8]
        .into_iter()
        .filter_map(|digits| text.split_at_checked(text.len().checked_sub(digits)?))
        .filter(|(_, code)| is_code(code))
        .filter_map(|(password, code)| reading(password, code))
        .collect()
}

fn is_code(text: &str) -> bool {
    (6..=8).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit())
}

fn reading(password: &str, code: &str) -> Option<WithCode> {
    (!password.is_empty()).then(|| WithCode { password: SecretText::new(password), code: SecretText::new(code) })
}

fn static_challenge(parts: &str) -> Option<WithCode> {
    let (password, code) = parts.split_once(':')?;
    let text = |part: &str| String::from_utf8(BASE64.decode(part.as_bytes()).ok()?).ok();
    reading(&text(password)?, &text(code)?)
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
