//! The service's address in a link, `proofup://service?url=https%3A%2F%2Fverify.contoso.example`. An organisation
//! publishes it in a mail, on a page, or as a QR code. The app offers the address, and connects only after the person
//! agrees.

use proofup_client::ServiceAddress;

use super::{Links, activation as link};
use crate::ServiceSource;

const PREFIX: &str = "proofup://service?";

impl Links {
    /// Offers the address in a link, unless this app has its own address. False if it is not such a link.
    pub(crate) fn offer_service(&self, text: &str) -> bool {
        let Some(address) = address_in(text) else { return is_meant(text) };
        if matches!(self.service.source(), ServiceSource::Settings | ServiceSource::Deployed(_)) {
            self.publisher.update(|status| status.service_offer = Some(address));
        }
        true
    }

    /// Removes the offer after the person accepted or declined it.
    pub fn forget_service_offer(&self) {
        self.publisher.update(|status| status.service_offer = None);
    }
}

/// Accepts a typed or pasted address: takes the address out of a link, and returns other text unchanged.
pub(crate) fn typed(text: &str) -> String {
    address_in(text).unwrap_or_else(|| proofup_text::name(text))
}

fn is_meant(text: &str) -> bool {
    text.trim().get(..PREFIX.len()).is_some_and(|start| start.eq_ignore_ascii_case(PREFIX))
}

fn address_in(text: &str) -> Option<String> {
    if !is_meant(text) {
        return None;
    }
    let url = link::field(text.trim().get(PREFIX.len()..)?, "url")?;
    url.parse::<ServiceAddress>().ok().map(|address| address.to_string())
}

#[cfg(test)]
mod tests {
    use super::{address_in, is_meant, typed};

    #[test]
    fn reads_the_address_from_a_link() {
        let link = " PROOFUP://service?url=https%3A%2F%2Fverify.contoso.example%3A8440\n";
        assert_eq!(address_in(link).as_deref(), Some("https://verify.contoso.example:8440"));
        assert_eq!(typed(link), "https://verify.contoso.example:8440");
        assert_eq!(typed(" verify.contoso.example "), "verify.contoso.example");
    }

    #[test]
    fn a_link_to_anything_else_offers_nothing() {
        for text in [
            "proofup://service?url=",
            "proofup://service?address=https%3A%2F%2Fverify.contoso.example",
            "proofup://service?url=javascript%3Aalert(1)",
            "proofup://service?url=http%3A%2F%2Fverify.contoso.example",
            "proofup://activate?code=k7mf&url=https%3A%2F%2Fa.example",
            "otpauth://totp/a?secret=GEZDGNBVGY3TQOJQ",
        ] {
            assert_eq!(address_in(text), None, "{text}");
        }
        assert!(is_meant("proofup://service?url="), "an incomplete link still counts as such a link");
    }
}
