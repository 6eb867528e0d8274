//! The address of the service, parsed once, so that no other code checks it again.

use std::{fmt, str::FromStr};

use reqwest::Url;
use thiserror::Error;

/// The address of a service: `https`. `http` is allowed only on this computer, because passwords cross the connection.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ServiceAddress(Url);

/// Why a text is not the address of a service.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum AddressFault {
    /// Not a URL with a host.
    #[error("not a URL")]
    NotAUrl,
    /// `http` to another computer: passwords would cross the network in clear.
    #[error("not https")]
    NotHttps,
}

impl ServiceAddress {
    /// Whether the service runs on this computer. Then the client uses no proxy.
    pub fn is_loopback(&self) -> bool {
        match self.0.host_str() {
            Some("localhost") => true,
            Some(host) => {
                let bare = host.trim_start_matches('[').trim_end_matches(']');
                bare.parse::<std::net::IpAddr>().is_ok_and(|address| address.is_loopback())
            }
            None => false,
        }
    }

    /// The address of one endpoint. `path` begins with a slash and is written by the program, never by a person.
    pub(crate) fn join(&self, path: &str) -> String {
        format!("{}{path}", self.0.as_str().trim_end_matches('/'))
    }
}

impl FromStr for ServiceAddress {
    type Err = AddressFault;

    /// Accepts an address as a person types it: with spaces around it, without a scheme, with a slash at the end.
    fn from_str(text: &str) -> Result<Self, AddressFault> {
        let text = text.trim();
        let complete = if text.contains("://") { text.to_owned() } else { format!("https://{text}") };
        let url = Url::parse(&complete).map_err(|_| AddressFault::NotAUrl)?;
        let plain = url.username().is_empty() && url.password().is_none() && url.query().is_none();
        if !plain || url.fragment().is_some() || !url.has_host() || url.host_str().is_none_or(str::is_empty) {
            return Err(AddressFault::NotAUrl);
        }
        let address = Self(url);
        match address.0.scheme() {
            "https" => Ok(address),
            "http" if address.is_loopback() => Ok(address),
            "http" => Err(AddressFault::NotHttps),
            _ => Err(AddressFault::NotAUrl),
        }
    }
}

impl fmt::Display for ServiceAddress {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0.as_str().trim_end_matches('/'))
    }
}

#[cfg(test)]
mod tests {
    use super::{AddressFault, ServiceAddress};

    fn address(text: &str) -> Result<String, AddressFault> {
        text.parse::<ServiceAddress>().map(|address| address.to_string())
    }

    #[test]
    fn accepts_an_address_as_a_person_types_it() {
        assert_eq!(address(" verify.contoso.example ").as_deref(), Ok("https://verify.contoso.example"));
        assert_eq!(address("https://verify.contoso.example/").as_deref(), Ok("https://verify.contoso.example"));
        assert_eq!(address("https://contoso.example/mfa/").as_deref(), Ok("https://contoso.example/mfa"));
    }

    #[test]
    fn refuses_http_beyond_this_computer() {
        assert_eq!(address("http://verify.contoso.example"), Err(AddressFault::NotHttps));
        assert_eq!(address("http://127.0.0.1.contoso.example"), Err(AddressFault::NotHttps));
        for local in ["http://127.0.0.1:8440", "http://localhost:8440", "http://[::1]:8440"] {
            assert_eq!(address(local).as_deref(), Ok(local), "loopback traffic crosses no network");
        }
    }

    #[test]
    fn refuses_a_text_that_is_not_an_address() {
        for text in ["", "  ", "https://", "ftp://contoso.example", "https://ann:pw@contoso.example", "https://a/?q=1"]
        {
            assert_eq!(address(text), Err(AddressFault::NotAUrl), "{text:?}");
        }
    }

    #[test]
    fn keeps_the_folder_of_a_service_behind_a_proxy() {
        let address: ServiceAddress = "https://contoso.example/mfa".parse().unwrap();
        assert_eq!(address.join("/v1/me"), "https://contoso.example/mfa/v1/me");
    }
}
