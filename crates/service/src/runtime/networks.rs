//! Networks in CIDR form: which ones the organisation trusts, where proxies and front ends are.

use std::fmt;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};
use std::str::FromStr;

use ipnet::{IpNet, Ipv4Net};
use thiserror::Error;

/// At most so many in one list, as in the classic service.
const MOST: usize = 50;

/// A list of networks.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Networks(Vec<IpNet>);

impl Networks {
    /// This computer.
    pub fn loopback() -> Self {
        let all_of_ipv4 = Ipv4Net::new_assert(Ipv4Addr::new(127, 0, 0, 0), 8);
        Self(vec![all_of_ipv4.into(), IpAddr::from(Ipv6Addr::LOCALHOST).into()])
    }

    /// Whether an address is in one of them. `::ffff:192.0.2.14` is `192.0.2.14`.
    pub fn contain(&self, address: IpAddr) -> bool {
        let address = address.to_canonical();
        self.0.iter().any(|network| network.contains(&address))
    }

    /// The same for an address in text; a text that is no address is in no network.
    pub(crate) fn contain_text(&self, address: &str) -> bool {
        address.parse().is_ok_and(|address| self.contain(address))
    }

    /// Whether some address is in both.
    pub(crate) fn overlap(&self, others: &Self) -> bool {
        self.0.iter().any(|one| others.0.iter().any(|other| one.contains(other) || other.contains(one)))
    }

    /// Whether one of them is all there are, which nobody means who names networks.
    pub(crate) fn hold_everybody(&self) -> bool {
        self.0.iter().any(|network| network.prefix_len() == 0)
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

/// `::ffff:10.0.0.0/104` is `10.0.0.0/8`: addresses are compared in that form.
fn canonical(network: IpNet) -> IpNet {
    let IpNet::V6(mapped) = network else { return network };
    let plain = mapped.addr().to_ipv4_mapped().zip(mapped.prefix_len().checked_sub(96));
    plain.and_then(|(address, length)| Ipv4Net::new(address, length).ok()).map_or(network, IpNet::V4)
}

/// The text cannot be read as a list of networks.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum NetworksFault {
    /// This entry.
    #[error("{0:?} is no network such as 192.0.2.0/24 or 2001:db8::/32")]
    NotANetwork(String),
    /// There are more than fifty.
    #[error("there are at most {MOST} networks")]
    TooMany,
}

impl FromStr for Networks {
    type Err = NetworksFault;

    /// Reads networks and single addresses with commas or spaces between them. `192.0.2.14/24` is `192.0.2.0/24`.
    fn from_str(text: &str) -> Result<Self, NetworksFault> {
        let entries = text.split(|c: char| c == ',' || c == ';' || c.is_whitespace()).filter(|entry| !entry.is_empty());
        let mut networks = Vec::new();
        for entry in entries {
            let wrong = || NetworksFault::NotANetwork(entry.to_owned());
            let network = match entry.parse::<IpAddr>() {
                Ok(address) => IpNet::from(address.to_canonical()),
                Err(_) => canonical(entry.parse::<IpNet>().map_err(|_| wrong())?.trunc()),
            };
            if !networks.contains(&network) {
                networks.push(network);
            }
        }
        if networks.len() > MOST { Err(NetworksFault::TooMany) } else { Ok(Self(networks)) }
    }
}

impl fmt::Display for Networks {
    /// As they are read.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (place, network) in self.0.iter().enumerate() {
            let between = if place == 0 { "" } else { ", " };
            write!(f, "{between}{network}")?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::{Networks, NetworksFault};

    #[test]
    fn networks_are_read_in_cidr_form_and_shown_the_same() {
        let networks: Networks = "192.0.2.77/24, 2001:db8::/32\n198.51.100.7".parse().unwrap();
        assert_eq!(networks.to_string(), "192.0.2.0/24, 2001:db8::/32, 198.51.100.7/32");
        assert_eq!(networks.to_string().parse(), Ok(networks.clone()));
        for (address, inside) in [
            ("192.0.2.1", true),
            ("::ffff:192.0.2.1", true),
            ("192.0.3.1", false),
            ("2001:db8:ffff::1", true),
            ("2001:db9::1", false),
            ("198.51.100.7", true),
            ("198.51.100.8", false),
            ("here", false),
        ] {
            assert_eq!(networks.contain_text(address), inside, "{address}");
        }
    }

    #[test]
    fn ipv4_written_as_ipv6_is_ipv4() {
        let networks: Networks = "::ffff:10.0.0.0/104, ::ffff:192.0.2.7/128".parse().unwrap();
        assert_eq!(networks.to_string(), "10.0.0.0/8, 192.0.2.7/32");
        assert!(networks.contain_text("10.1.2.3") && networks.overlap(&"10.0.0.1".parse().unwrap()));
        let all = |text: &str| text.parse::<Networks>().unwrap().hold_everybody();
        assert!(all("0.0.0.0/0") && all("192.0.2.1, ::/0") && all("::ffff:0:0/96"));
        assert!(!all("0.0.0.0/1, 2000::/3"));
    }

    #[test]
    fn an_invalid_network_is_reported() {
        let wrong = |entry: &str| Err::<Networks, _>(NetworksFault::NotANetwork(entry.to_owned()));
        assert_eq!("192.0.2.0/24, 192.0.2.0/33".parse(), wrong("192.0.2.0/33"));
        assert_eq!("contoso.example".parse(), wrong("contoso.example"));
        let many: Vec<String> = (0..51).map(|number| format!("192.0.{number}.0/24")).collect();
        assert_eq!(many.join(",").parse::<Networks>(), Err(NetworksFault::TooMany));
        assert_eq!("".parse(), Ok(Networks::default()), "none");
    }

    #[test]
    fn loopback_is_both_kinds_of_it() {
        let loopback = Networks::loopback();
        assert!(["127.0.0.1", "127.8.9.10", "::1", "::ffff:127.0.0.1"].iter().all(|a| loopback.contain_text(a)));
        assert!(loopback.overlap(&"127.0.0.1/32".parse().unwrap()));
        assert!(!loopback.overlap(&"192.0.2.0/24".parse().unwrap()));
    }
}
