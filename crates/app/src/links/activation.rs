//! Activation links, `proofup://activate?code=…&url=…`: a one-time code and the service's address. Both can be typed
//! too.

use percent_encoding::percent_decode_str;
use proofup_api::SecretText;

/// Our links are never longer.
const LONGEST: usize = 1024;

/// The values for activating a device.
pub(crate) struct Activation {
    pub(crate) code: SecretText,
    pub(crate) url: String,
}

/// Reads a link, or a code with its address.
pub(crate) fn read(code: &str, url: &str) -> Option<Activation> {
    let code = proofup_text::plain(code);
    if code.len() > LONGEST || url.len() > LONGEST {
        return None;
    }
    let Some(query) = code.strip_prefix("proofup://activate?") else {
        let url = proofup_text::name(url);
        return (!code.is_empty() && !url.is_empty()).then(|| Activation { code: SecretText::new(code.as_str()), url });
    };
    Some(Activation { code: SecretText::new(field(query, "code")?), url: field(query, "url")? })
}

/// A field of a link's query that is not empty.
pub(crate) fn field(query: &str, name: &str) -> Option<String> {
    let mut fields = query.split('&').filter_map(|field| field.split_once('='));
    fields
        .find(|(key, _)| *key == name)
        .map(|(_, value)| percent_decode_str(value))
        .and_then(|value| value.decode_utf8().ok().map(Into::into))
        .filter(|value: &String| !value.is_empty())
}

#[cfg(test)]
mod tests {
    use super::read;

    #[test]
    fn reads_both_from_a_link() {
        let link = "proofup://activate?code=k7mf-2c9w-qp4t-0r1x&url=https%3A%2F%2Fverify.contoso.example%3A8440";
        let found = read(&format!(" {link}\n"), "").unwrap();
        assert_eq!(found.code.expose(), "k7mf-2c9w-qp4t-0r1x");
        assert_eq!(found.url, "https://verify.contoso.example:8440");
    }

    #[test]
    fn reads_both_as_typed() {
        let found = read("k7mf 2c9w qp4t 0r1x", " https://verify.contoso.example ").unwrap();
        assert_eq!(
            (found.code.expose(), found.url.as_str()),
            ("k7mf 2c9w qp4t 0r1x", "https://verify.contoso.example")
        );
    }

    #[test]
    fn refuses_an_incomplete_link() {
        for (code, url) in [
            ("", "https://a.example"),
            ("k7mf", ""),
            ("proofup://activate?code=k7mf", "https://a.example"),
            ("proofup://activate?code=&url=https%3A%2F%2Fa.example", ""),
            ("proofup://activate?code=k7mf&url=%FF", ""),
            (&"a".repeat(2000), "https://a.example"),
        ] {
            assert!(read(code, url).is_none(), "{code} {url}");
        }
    }
}
