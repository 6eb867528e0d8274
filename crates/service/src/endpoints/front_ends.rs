//! Front ends: servers that ask in the name of clients which know only a name and a password.
//!
//! Only those that are configured are answered, each known by where it is and by its key; and of what they send about their
//! clients only the one header counts that each is configured with.

use std::borrow::Cow;
use std::net::{IpAddr, SocketAddr};

use proofup_api::SecretText;
use proofup_ldap::Base;
use subtle::ConstantTimeEq as _;

use super::radius::{RadiusFrontEnd, SECRET_OVER_TLS};
use crate::ServiceError;
use crate::runtime::networks::Networks;

/// A secret has at least this many characters, so that it cannot be guessed.
const SHORTEST_SECRET: usize = 16;

/// How a front end asks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum FrontEndKind {
    /// nginx's mail `auth_http` header protocol.
    NginxMail,
    /// HTTP Basic, for `auth_request` and forward authentication.
    Basic,
    /// RADIUS, over UDP or TLS.
    Radius,
    /// LDAP simple bind.
    Ldap,
}

/// One front end.
#[derive(Debug, Clone)]
pub struct FrontEnd {
    /// Stands in the sign-in log.
    pub name: String,
    /// How it asks.
    pub kind: FrontEndKind,
    /// Its own addresses. Others are refused.
    pub from: Networks,
    /// Must stand in `X-Auth-Key`; for RADIUS the shared secret; for LDAP the password of the front end itself.
    pub secret: Option<SecretText>,
    /// The one header that says where its client is. Without it the front end's own address is written down.
    pub client_address: Option<String>,
    /// What its clients speak, where it does not tell: what app passwords must allow.
    pub protocol: Option<String>,
    /// The domain of names that come without one: `ann` and `CONTOSO\ann` are people of it.
    pub domain: Option<String>,
    /// The base of an LDAP directory, such as `dc=contoso,dc=example`.
    pub base: Option<String>,
    /// What RADIUS alone has.
    pub radius: RadiusFrontEnd,
}

/// Every front end, and where those whom it lets in are sent.
#[derive(Debug, Clone, Default)]
pub struct FrontEnds {
    /// In the order in which they are looked through.
    pub all: Vec<FrontEnd>,
    /// Where nginx connects IMAP sessions to.
    pub imap: Option<SocketAddr>,
    /// Where nginx connects POP3 sessions to.
    pub pop3: Option<SocketAddr>,
    /// Where nginx connects SMTP sessions to.
    pub smtp: Option<SocketAddr>,
}

impl FrontEnd {
    /// One that is known by its address alone.
    pub fn new(name: &str, kind: FrontEndKind, from: Networks) -> Self {
        Self {
            name: name.to_owned(),
            kind,
            from,
            secret: None,
            client_address: None,
            protocol: None,
            domain: None,
            base: None,
            radius: RadiusFrontEnd::default(),
        }
    }

    /// Both HTTP kinds under the name `legacy`, from this computer, with a key and without any header that is believed.
    pub fn legacy(key: &SecretText) -> [Self; 2] {
        [FrontEndKind::NginxMail, FrontEndKind::Basic]
            .map(|kind| Self { secret: Some(key.clone()), ..Self::new("legacy", kind, Networks::loopback()) })
    }

    /// Whom a name means here: `ann` and `CONTOSO\ann` get the configured domain, a whole name stays as it is.
    pub(crate) fn name_of<'a>(&self, typed: &'a str) -> Cow<'a, str> {
        let Some(domain) = &self.domain else { return Cow::Borrowed(typed) };
        let name = typed.rsplit_once('\\').map_or(typed, |(_, name)| name).trim();
        if name.is_empty() || name.contains('@') {
            Cow::Borrowed(typed)
        } else {
            Cow::Owned(format!("{name}@{domain}"))
        }
    }

    /// Where a client is: as this front end told; its own address where it is not to tell; unknown where it was to and did not.
    pub(crate) fn address_of_client(&self, told: Option<IpAddr>, own: IpAddr) -> Option<String> {
        told.or(self.client_address.is_none().then_some(own)).map(|address| address.to_string())
    }

    /// What hides passwords and proves packets of RADIUS.
    pub(crate) fn radius_secret(&self) -> &[u8] {
        match (&self.radius.certificate, &self.secret) {
            (Some(_), _) => SECRET_OVER_TLS,
            (None, Some(secret)) => secret.expose().as_bytes(),
            (None, None) => &[],
        }
    }

    /// Whether nothing but their addresses would tell two front ends apart, and they share one.
    fn is_mistaken_for(&self, other: &Self) -> bool {
        let told_apart = match (&self.radius.certificate, &other.radius.certificate) {
            (Some(one), Some(another)) => !one.eq_ignore_ascii_case(another),
            (None, None) => false,
            _ => true,
        };
        let has_no_key = matches!(self.kind, FrontEndKind::Radius | FrontEndKind::Ldap);
        has_no_key && self.kind == other.kind && !told_apart && self.from.overlap(&other.from)
    }

    /// Says what is wrong with the configuration of an LDAP front end.
    fn check_ldap(&self) -> Result<(), &'static str> {
        if self.base.as_deref().and_then(Base::parse).is_none() {
            return Err("LDAP needs base, such as dc=contoso,dc=example");
        }
        if self.client_address.is_some() {
            return Err("LDAP does not carry the address of a client: remove client_address");
        }
        Ok(())
    }

    fn speaks_radius(&self, address: IpAddr) -> bool {
        self.kind == FrontEndKind::Radius && self.from.contain(address)
    }

    fn asks(&self, kind: FrontEndKind, asker: &Asker<'_>) -> bool {
        if self.kind != kind {
            return false;
        }
        match &self.secret {
            Some(secret) => {
                let key: bool = asker.key.unwrap_or_default().ct_eq(secret.expose().as_bytes()).into();
                key && (self.from.contain(asker.peer) || asker.client.is_some_and(|client| self.from.contain(client)))
            }
            // A request through a proxy has the proxy's address as its peer.
            None => asker.client == Some(asker.peer) && self.from.contain(asker.peer),
        }
    }
}

/// Who asks.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Asker<'a> {
    /// The other end of the connection.
    pub(crate) peer: IpAddr,
    /// Whom a trusted proxy asks for, if one stands between and says it; else the peer.
    pub(crate) client: Option<IpAddr>,
    /// `X-Auth-Key`
    pub(crate) key: Option<&'a [u8]>,
}

impl FrontEnds {
    /// The front end that asks; `None` for everybody else.
    pub(crate) fn find(&self, kind: FrontEndKind, asker: &Asker<'_>) -> Option<&FrontEnd> {
        self.all.iter().find(|front_end| front_end.asks(kind, asker))
    }

    /// The place of the front end at this address that speaks RADIUS over UDP.
    pub(crate) fn radius(&self, address: IpAddr) -> Option<usize> {
        self.all.iter().position(|front_end| front_end.speaks_radius(address) && front_end.radius.certificate.is_none())
    }

    /// The place of the front end at this address that speaks RADIUS over TLS with a certificate for one of these names.
    pub(crate) fn radsec(&self, address: IpAddr, names: &[String]) -> Option<usize> {
        let is_it = |own: &String| names.iter().any(|name| name.eq_ignore_ascii_case(own));
        let has_it = |front_end: &FrontEnd| front_end.radius.certificate.as_ref().is_some_and(is_it);
        self.all.iter().position(|front_end| front_end.speaks_radius(address) && has_it(front_end))
    }

    /// The front end at this place.
    pub(crate) fn at(&self, place: usize) -> Option<&FrontEnd> {
        self.all.get(place)
    }

    /// Whether any of them speaks RADIUS over TLS, or over UDP.
    pub(crate) fn speak_radius(&self, over_tls: bool) -> bool {
        let speaks = |front_end: &FrontEnd| {
            front_end.kind == FrontEndKind::Radius && front_end.radius.certificate.is_some() == over_tls
        };
        self.all.iter().any(speaks)
    }

    /// The LDAP front end at this address, and its base.
    pub(crate) fn ldap(&self, address: IpAddr) -> Option<(&FrontEnd, Base)> {
        let here = |front_end: &&FrontEnd| front_end.kind == FrontEndKind::Ldap && front_end.from.contain(address);
        let front_end = self.all.iter().find(here)?;
        Some((front_end, Base::parse(front_end.base.as_deref()?)?))
    }

    /// Whether any of them asks in this way.
    pub(crate) fn has(&self, kind: FrontEndKind) -> bool {
        self.all.iter().any(|front_end| front_end.kind == kind)
    }

    /// Where a session of a protocol goes.
    pub(crate) fn backend(&self, protocol: &str) -> Option<SocketAddr> {
        match protocol {
            "imap" => self.imap,
            "pop3" => self.pop3,
            "smtp" => self.smtp,
            _ => None,
        }
    }

    /// Refuses what would let in more than was meant.
    pub(crate) fn check(&self, proxies: &Networks) -> Result<(), ServiceError> {
        if proxies.hold_everybody() {
            let why = "trusted_proxies names the proxies themselves: everybody could make up where they are";
            return Err(ServiceError::Configuration(why.to_owned()));
        }
        for (place, front_end) in self.all.iter().enumerate() {
            let wrong = |why: &str| ServiceError::Configuration(format!("front end {:?}: {why}", front_end.name));
            let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.');
            if front_end.name.is_empty() || front_end.name.len() > 32 || !front_end.name.chars().all(plain) {
                return Err(wrong("its name is 1 to 32 letters, digits, hyphens, dots and underscores"));
            }
            if front_end.from.is_empty() {
                return Err(wrong("from names its addresses, such as 127.0.0.1/32"));
            }
            if front_end.secret.as_ref().is_some_and(|secret| secret.expose().chars().count() < SHORTEST_SECRET) {
                return Err(wrong("its secret has fewer than 16 characters"));
            }
            let is_known_otherwise = front_end.secret.is_some() || front_end.radius.certificate.is_some();
            if !is_known_otherwise && front_end.from.hold_everybody() {
                return Err(wrong("everybody could ask without a secret: from names its own addresses"));
            }
            let is_http = matches!(front_end.kind, FrontEndKind::NginxMail | FrontEndKind::Basic);
            if is_http && front_end.secret.is_none() && front_end.from.overlap(proxies) {
                return Err(wrong("a proxy has the same address, so everybody could ask through it: give it a secret"));
            }
            let same = |other: &FrontEnd| other.name == front_end.name && other.kind == front_end.kind;
            if self.all.iter().take(place).any(same) {
                return Err(wrong("there are two of this name"));
            }
            if front_end.kind == FrontEndKind::Ldap {
                front_end.check_ldap().map_err(wrong)?;
            }
            if self.all.iter().take(place).any(|other| other.is_mistaken_for(front_end)) {
                return Err(wrong("another one of its kind has the same address, and nothing else tells them apart"));
            }
            if front_end.kind == FrontEndKind::Radius {
                let (secret, header) = (front_end.secret.as_ref(), front_end.client_address.as_deref());
                front_end.radius.check(secret, header).map_err(wrong)?;
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use std::net::IpAddr;

    use proofup_api::SecretText;

    use super::{Asker, FrontEnd, FrontEndKind, FrontEnds};
    use crate::runtime::networks::Networks;

    fn mail(from: &str, secret: Option<&str>) -> FrontEnd {
        FrontEnd {
            secret: secret.map(SecretText::new),
            ..FrontEnd::new("mail", FrontEndKind::NginxMail, from.parse().unwrap())
        }
    }

    fn asks(front_end: &FrontEnd, peer: &str, client: &str, key: Option<&str>) -> bool {
        let address = |text: &str| text.parse::<IpAddr>().unwrap();
        let asker = Asker { peer: address(peer), client: Some(address(client)), key: key.map(str::as_bytes) };
        let all = FrontEnds { all: vec![front_end.clone()], ..FrontEnds::default() };
        all.find(FrontEndKind::Basic, &asker).is_none() && all.find(FrontEndKind::NginxMail, &asker).is_some()
    }

    #[test]
    fn a_front_end_is_known_by_its_address_and_by_its_key() {
        let (open, with_key) = (mail("192.0.2.0/28", None), mail("192.0.2.0/28", Some("key")));
        assert!(asks(&open, "192.0.2.5", "192.0.2.5", None));
        assert!(asks(&open, "::ffff:192.0.2.5", "::ffff:192.0.2.5", None));
        assert!(!asks(&open, "192.0.2.77", "192.0.2.77", None));
        assert!(!asks(&open, "192.0.2.5", "203.0.113.9", None), "the context, through a proxy that is there too");
        assert!(!asks(&open, "203.0.113.9", "192.0.2.5", None), "and a proxy in its name");
        assert!(asks(&with_key, "192.0.2.5", "192.0.2.5", Some("key")));
        assert!(asks(&with_key, "127.0.0.1", "192.0.2.5", Some("key")), "through a proxy");
        assert!(!asks(&with_key, "192.0.2.5", "192.0.2.5", Some("kez")));
        assert!(!asks(&with_key, "192.0.2.5", "192.0.2.5", None));
        assert!(!asks(&with_key, "203.0.113.9", "203.0.113.9", Some("key")), "the key alone is not enough");
    }

    fn radius(name: &str, from: &str, secret: &str) -> FrontEnd {
        FrontEnd {
            secret: Some(SecretText::new(secret)),
            ..FrontEnd::new(name, FrontEndKind::Radius, from.parse().unwrap())
        }
    }

    #[test]
    fn a_name_without_a_domain_gets_the_configured_one() {
        let front_end = FrontEnd { domain: Some("contoso.example".to_owned()), ..mail("127.0.0.1", None) };
        for (typed, meant) in [
            ("ann", "ann@contoso.example"),
            ("CONTOSO\\ann", "ann@contoso.example"),
            ("ann@other.example", "ann@other.example"),
            ("", ""),
        ] {
            assert_eq!(front_end.name_of(typed), meant);
            assert_eq!(mail("127.0.0.1", None).name_of(typed), typed, "nothing is configured");
        }
    }

    #[test]
    fn a_radius_front_end_has_a_long_secret_and_an_address_of_its_own() {
        let check = |all: Vec<FrontEnd>| {
            FrontEnds { all, ..FrontEnds::default() }.check(&Networks::default()).map_err(|error| error.to_string())
        };
        let secret = "7K3F-9QWD-X2MP-4RTA";
        check(vec![radius("vpn", "192.0.2.1", secret), radius("wifi", "192.0.2.2", secret)]).unwrap();
        let told = check(vec![radius("vpn", "192.0.2.0/24", secret), radius("wifi", "192.0.2.2", secret)]).unwrap_err();
        assert!(told.contains("the same address"), "{told}");
        let told = check(vec![radius("vpn", "192.0.2.1", "short")]).unwrap_err();
        assert!(told.contains("16 characters") && !told.contains("short"), "{told}");
        let told = check(vec![FrontEnd { secret: None, ..radius("vpn", "192.0.2.1", secret) }]).unwrap_err();
        assert!(told.contains("secret"), "{told}");
    }

    #[test]
    fn a_front_end_over_tls_is_known_by_its_certificate_and_has_no_secret() {
        let over_tls = |name: &str, certificate: &str| {
            let mut front_end = FrontEnd::new(name, FrontEndKind::Radius, "0.0.0.0/0".parse().unwrap());
            front_end.radius.certificate = Some(certificate.to_owned());
            front_end
        };
        let check = |all: Vec<FrontEnd>| {
            FrontEnds { all, ..FrontEnds::default() }.check(&Networks::default()).map_err(|error| error.to_string())
        };
        let both = vec![over_tls("one", "one.example"), over_tls("two", "two.example")];
        check(both.clone()).unwrap();
        check(vec![radius("vpn", "192.0.2.1", "7K3F-9QWD-X2MP-4RTA"), over_tls("one", "one.example")]).unwrap();
        let told = check(vec![over_tls("one", "one.example"), over_tls("two", "One.Example")]).unwrap_err();
        assert!(told.contains("nothing else tells them apart"), "{told}");
        let secret = Some(SecretText::new("7K3F-9QWD-X2MP-4RTA"));
        let told = check(vec![FrontEnd { secret, ..over_tls("one", "one.example") }]).unwrap_err();
        assert!(told.contains("remove secret"), "{told}");
        let all = FrontEnds { all: both, ..FrontEnds::default() };
        let names = |name: &str| [name.to_owned()];
        let here = "192.0.2.1".parse().unwrap();
        assert_eq!(all.radsec(here, &names("TWO.example")), Some(1));
        assert_eq!(all.radsec(here, &names("three.example")), None);
        assert_eq!((all.radsec(here, &[]), all.radius(here)), (None, None));
    }

    #[test]
    fn an_ldap_front_end_has_a_base_and_no_header() {
        let ldap = FrontEnd {
            base: Some("dc=contoso,dc=example".to_owned()),
            ..FrontEnd::new("files", FrontEndKind::Ldap, "192.0.2.1".parse().unwrap())
        };
        let check = |front_end: FrontEnd| {
            let all = FrontEnds { all: vec![front_end], ..FrontEnds::default() };
            all.check(&"192.0.2.1".parse().unwrap()).map_err(|error| error.to_string())
        };
        check(ldap.clone()).unwrap();
        for (wrong, told) in [
            (FrontEnd { base: None, ..ldap.clone() }, "needs base"),
            (FrontEnd { base: Some("contoso.example".to_owned()), ..ldap.clone() }, "needs base"),
            (FrontEnd { secret: Some(SecretText::new("short")), ..ldap.clone() }, "16 characters"),
            (FrontEnd { client_address: Some("Client-IP".to_owned()), ..ldap }, "client_address"),
        ] {
            let said = check(wrong).unwrap_err();
            assert!(said.contains(told) && !said.contains("short\""), "{said}");
        }
    }

    #[test]
    fn a_front_end_without_a_key_never_has_the_address_of_a_proxy() {
        let check = |front_end: FrontEnd, proxies: &str| {
            FrontEnds { all: vec![front_end], ..FrontEnds::default() }.check(&proxies.parse().unwrap())
        };
        check(mail("127.0.0.1/32", None), "").unwrap();
        let key = Some("7K3F-9QWD-X2MP-4RTA");
        check(mail("127.0.0.1/32", key), "127.0.0.0/8").unwrap();
        for (front_end, proxies, why) in [
            (mail("127.0.0.1/32", Some("short")), "", "16 characters"),
            (mail("0.0.0.0/0", None), "", "its own addresses"),
            (mail("::/0", None), "", "its own addresses"),
            (mail("127.0.0.1/32", key), "0.0.0.0/0", "the proxies themselves"),
            (mail("127.0.0.1/32", None), "::ffff:127.0.0.0/104", "give it a secret"),
        ] {
            let told = check(front_end, proxies).unwrap_err().to_string();
            assert!(told.contains(why) && !told.contains("short"), "{told}");
        }
        let told = check(mail("127.0.0.1/32", None), "127.0.0.0/8").unwrap_err().to_string();
        assert!(told.contains("give it a secret"), "{told}");
        assert!(check(mail("", None), "").is_err());
        assert!(check(mail("127.0.0.1/32", Some("")), "").is_err());
        let two = FrontEnds { all: vec![mail("127.0.0.1", None), mail("127.0.0.2", None)], ..FrontEnds::default() };
        assert!(two.check(&Networks::default()).is_err(), "one name, one front end");
    }
}
