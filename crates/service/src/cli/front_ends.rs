//! `[[front_ends]]` and `[listen]` of the configuration file.

use std::collections::BTreeMap;
use std::time::Duration;

use proofup_api::SecretText;
use serde::Deserialize;

use crate::telephony::Language;
use crate::{FrontEnd, FrontEndKind, Networks, NetworksFault, RadiusFrontEnd, ReplyAttributes, ServiceError};

/// Where the service listens: `listen = "127.0.0.1:8440"` for HTTP alone, or a table with an address for each.
#[derive(Default, Deserialize)]
#[serde(from = "ListenText")]
pub(super) struct Listen {
    pub(super) http: Option<String>,
    pub(super) radius: Option<String>,
    pub(super) radsec: Option<String>,
    pub(super) ldap: Option<String>,
    pub(super) ldaps: Option<String>,
}

#[derive(Deserialize)]
#[serde(untagged, expecting = "listen is ADDRESS:PORT, or a table of http, radius, radsec, ldap and ldaps")]
enum ListenText {
    Http(String),
    Each(ListenTable),
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ListenTable {
    http: Option<String>,
    radius: Option<String>,
    radsec: Option<String>,
    ldap: Option<String>,
    ldaps: Option<String>,
}

impl From<ListenText> for Listen {
    fn from(text: ListenText) -> Self {
        match text {
            ListenText::Http(http) => Self { http: Some(http), ..Self::default() },
            ListenText::Each(ListenTable { http, radius, radsec, ldap, ldaps }) => {
                Self { http, radius, radsec, ldap, ldaps }
            }
        }
    }
}

/// Networks in a TOML file: one text, or a list of them.
#[derive(Deserialize)]
#[serde(untagged)]
pub(super) enum ListOfNetworks {
    Text(String),
    List(Vec<String>),
}

impl ListOfNetworks {
    pub(super) fn networks(&self, key: &str) -> Result<Networks, ServiceError> {
        let text = match self {
            Self::Text(text) => text.clone(),
            Self::List(entries) => entries.join(","),
        };
        text.parse().map_err(|fault: NetworksFault| ServiceError::Configuration(format!("{key}: {fault}")))
    }
}

/// `[[front_ends]]`
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct FrontEndTable {
    name: String,
    kind: String,
    from: ListOfNetworks,
    secret: Option<SecretText>,
    client_address: Option<String>,
    protocol: Option<String>,
    domain: Option<String>,
    base: Option<String>,
    transport: Option<String>,
    certificate: Option<String>,
    message_authenticator: Option<String>,
    ms_chap: Option<bool>,
    prompts: Option<bool>,
    patience_seconds: Option<u64>,
    language: Option<String>,
    #[serde(default)]
    reply: Vec<ReplyTable>,
}

/// `[[front_ends.reply]]`
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ReplyTable {
    #[serde(default)]
    people: Vec<String>,
    attributes: BTreeMap<String, TextOrNumber>,
}

#[derive(Deserialize)]
#[serde(untagged)]
enum TextOrNumber {
    Text(String),
    Number(u32),
}

impl FrontEndTable {
    pub(super) fn front_end(&self) -> Result<FrontEnd, ServiceError> {
        let wrong = |why: String| ServiceError::Configuration(format!("front end {:?}: {why}", self.name));
        let kind = match self.kind.as_str() {
            "nginx-mail" => FrontEndKind::NginxMail,
            "basic" => FrontEndKind::Basic,
            "radius" => FrontEndKind::Radius,
            "ldap" => FrontEndKind::Ldap,
            other => {
                let kinds = "\"nginx-mail\", \"basic\", \"radius\" or \"ldap\"";
                return Err(wrong(format!("kind is {kinds}, not {other:?}")));
            }
        };
        if let Some(header) = &self.client_address
            && header.parse::<axum::http::HeaderName>().is_err()
        {
            return Err(wrong(format!("client_address is the name of a header, not {header:?}")));
        }
        let is_of_radius = self.transport.is_some()
            || self.certificate.is_some()
            || self.message_authenticator.is_some()
            || self.ms_chap.is_some()
            || self.prompts.is_some()
            || self.patience_seconds.is_some()
            || self.language.is_some()
            || !self.reply.is_empty();
        if is_of_radius && kind != FrontEndKind::Radius {
            let why = "transport, certificate, message_authenticator, ms_chap, prompts, patience_seconds, language and reply \
                       belong to RADIUS alone";
            return Err(wrong(why.to_owned()));
        }
        if self.base.is_some() && kind != FrontEndKind::Ldap {
            return Err(wrong("base belongs to LDAP alone".to_owned()));
        }
        Ok(FrontEnd {
            secret: self.secret.clone(),
            client_address: self.client_address.clone(),
            protocol: self.protocol.as_ref().map(|protocol| protocol.to_ascii_lowercase()),
            domain: self.domain.as_ref().map(|domain| domain.trim_start_matches('@').to_lowercase()),
            base: self.base.clone(),
            radius: self.radius().map_err(wrong)?,
            ..FrontEnd::new(&self.name, kind, self.from.networks(&format!("front end {:?}: from", self.name))?)
        })
    }

    fn radius(&self) -> Result<RadiusFrontEnd, String> {
        let usual = RadiusFrontEnd::default();
        let certificate = match (self.transport.as_deref(), &self.certificate) {
            (None | Some("udp"), None) => None,
            (Some("tls"), Some(name)) => Some(name.clone()),
            (Some("tls"), None) => {
                return Err("transport = \"tls\" needs certificate, the name in its client certificate".to_owned());
            }
            (None | Some("udp"), Some(_)) => return Err("certificate goes with transport = \"tls\"".to_owned()),
            (Some(other), _) => return Err(format!("transport is \"udp\" or \"tls\", not {other:?}")),
        };
        let takes_unproven = match self.message_authenticator.as_deref() {
            None | Some("required") => false,
            Some("optional") => true,
            Some(other) => {
                return Err(format!("message_authenticator is \"required\" or \"optional\", not {other:?}"));
            }
        };
        let patience = match self.patience_seconds {
            None => usual.patience,
            Some(seconds @ 0..=60) => Duration::from_secs(seconds),
            Some(_) => return Err("patience_seconds is at most 60".to_owned()),
        };
        let language = match self.language.as_deref() {
            None => usual.language,
            Some(tag) => Language::preferred(tag).ok_or("language is \"en\", \"nl\", \"zh-TW\" or \"zh-CN\"")?,
        };
        let replies = self.reply.iter().map(ReplyTable::attributes).collect::<Result<_, _>>()?;
        Ok(RadiusFrontEnd {
            certificate,
            takes_unproven,
            takes_ms_chap: self.ms_chap.unwrap_or(usual.takes_ms_chap),
            prompts: self.prompts.unwrap_or(usual.prompts),
            patience,
            language,
            replies,
        })
    }
}

impl ReplyTable {
    fn attributes(&self) -> Result<ReplyAttributes, String> {
        let texts: Vec<_> = self.attributes.iter().map(|(name, value)| (name.as_str(), value.text())).collect();
        ReplyAttributes::new(self.people.clone(), texts.iter().map(|(name, value)| (*name, value.as_str())))
            .map_err(|fault| format!("reply: {fault}"))
    }
}

impl TextOrNumber {
    fn text(&self) -> String {
        match self {
            Self::Text(text) => text.clone(),
            Self::Number(number) => number.to_string(),
        }
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::{FrontEndTable, Listen};
    use crate::FrontEndKind;
    use crate::telephony::Language;

    #[test]
    fn a_radius_front_end_is_read_with_all_that_it_has() {
        let text = r#"
            name = "vpn"
            kind = "radius"
            from = "192.0.2.1"
            secret = "7K3F-9QWD-X2MP-4RTA"
            client_address = "Calling-Station-Id"
            domain = "@Contoso.Example"
            message_authenticator = "optional"
            ms_chap = true
            prompts = false
            patience_seconds = 20
            language = "nl"
            [[reply]]
            people = ["ann@contoso.example"]
            attributes = {Filter-Id = "staff", VLAN = 20}
        "#;
        let front_end = toml::from_str::<FrontEndTable>(text).unwrap().front_end().unwrap();
        assert_eq!((front_end.kind, front_end.domain.as_deref()), (FrontEndKind::Radius, Some("contoso.example")));
        let radius = front_end.radius;
        assert!(radius.takes_unproven && radius.takes_ms_chap && !radius.prompts && radius.replies.len() == 1);
        assert_eq!((radius.patience, radius.language), (Duration::from_secs(20), Language::Dutch));
    }

    #[test]
    fn a_front_end_over_tls_names_its_certificate() {
        let read = |more: &str| {
            let text = format!("name = \"proxy\"\nkind = \"radius\"\nfrom = \"192.0.2.1\"\n{more}");
            toml::from_str::<FrontEndTable>(&text).unwrap().front_end().map(|front_end| front_end.radius.certificate)
        };
        let named = read("transport = \"tls\"\ncertificate = \"proxy.contoso.example\"").unwrap();
        assert_eq!(named.as_deref(), Some("proxy.contoso.example"));
        assert_eq!(read("transport = \"udp\"").unwrap(), None);
        for wrong in ["transport = \"tls\"", "certificate = \"x\"", "transport = \"tcp\""] {
            assert!(read(wrong).is_err(), "{wrong}");
        }
    }

    #[test]
    fn listen_is_one_address_or_a_table() {
        #[derive(serde::Deserialize)]
        struct File {
            listen: Listen,
        }
        let read = |text: &str| toml::from_str::<File>(text).map(|file| file.listen);
        let one = read(r#"listen = "127.0.0.1:8440""#).unwrap();
        assert_eq!((one.http.as_deref(), one.radius), (Some("127.0.0.1:8440"), None));
        let each = read(r#"listen = {http = "a", radius = "b", radsec = "c", ldap = "d", ldaps = "e"}"#).unwrap();
        let all = [each.http, each.radius, each.radsec, each.ldap, each.ldaps];
        assert_eq!(all.map(Option::unwrap), ["a", "b", "c", "d", "e"]);
        assert!(read(r#"listen = {radios = "b"}"#).is_err());
    }
}
