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

#[cfg(test)]
mod tests {
    use super::network_of;

    #[test]
    fn of_an_ipv6_address_the_first_half_counts() {
        assert_eq!(network_of("2001:db8:1:2:3:4:5:6").as_deref(), Some("2001:db8:1:2::/64"));
        assert_eq!(network_of("2001:db8:1:2::1"), network_of("2001:db8:1:2:ffff::"));
        assert_eq!(network_of("192.0.2.14").as_deref(), Some("192.0.2.14"));
        assert_eq!(network_of("::ffff:192.0.2.14").as_deref(), Some("192.0.2.14"));
        assert_eq!(network_of("somewhere"), None);
    }
}
