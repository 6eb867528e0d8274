//! The network of a client: the addresses that one household or computer is given. They are counted together.

use std::net::{IpAddr, Ipv6Addr};

/// An IPv4 address, or the /64 of an IPv6 address: a client that has one of its addresses has all.
pub(crate) fn network_of(address: &str) -> Option<String> {
    Some(match address.parse::<IpAddr>().ok()?.to_canonical() {
        IpAddr::V4(address) => address.to_string(),
        IpAddr::V6(address) => {
            let prefix = u128::from(address) >> 64 << 64;
            format!("{}/64", Ipv6Addr::from(prefix))
        }
    })
}

/// The /48 of an IPv6 network, which one customer of a provider may be given whole; anything else by itself.
pub(crate) fn customer_of(network: &str) -> String {
    let address = network.split_once('/').and_then(|(address, _)| address.parse::<Ipv6Addr>().ok());
    address
        .map_or_else(|| network.to_owned(), |address| format!("{}/48", Ipv6Addr::from(u128::from(address) >> 80 << 80)))
}

#[cfg(test)]
mod tests {
    use super::{customer_of, network_of};

    #[test]
    fn a_customer_may_have_a_whole_48() {
        assert_eq!(customer_of("2001:db8:1:2::/64"), "2001:db8:1::/48");
        assert_eq!(customer_of("2001:db8:1:ffff::/64"), customer_of("2001:db8:1::/64"));
        for network in ["192.0.2.14", "mail", ""] {
            assert_eq!(customer_of(network), network);
        }
    }

    #[test]
    fn of_an_ipv6_address_the_first_half_counts() {
        assert_eq!(network_of("2001:db8:1:2:3:4:5:6").as_deref(), Some("2001:db8:1:2::/64"));
        assert_eq!(network_of("2001:db8:1:2::1"), network_of("2001:db8:1:2:ffff::"));
        assert_eq!(network_of("192.0.2.14").as_deref(), Some("192.0.2.14"));
        assert_eq!(network_of("::ffff:192.0.2.14").as_deref(), Some("192.0.2.14"));
        assert_eq!(network_of("somewhere"), None);
    }
}
