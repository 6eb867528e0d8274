//! Where a client is: the other end of the connection, or what a trusted proxy says of it.

use std::net::{IpAddr, SocketAddr};

use axum::http::HeaderMap;

use crate::runtime::networks::Networks;

const FORWARDED: &str = "x-forwarded-for";

/// The client's address. Each proxy adds the address that it was asked from at the right end of `X-Forwarded-For`, so the
/// list is read from there, as long as the one who wrote it is a trusted proxy. What stands further left anybody may have
/// made up.
pub(super) fn client_address(peer: IpAddr, headers: &HeaderMap, proxies: &Networks) -> IpAddr {
    let lines = headers.get_all(FORWARDED).iter().filter_map(|line| line.to_str().ok());
    let entries: Vec<&str> = lines.flat_map(|line| line.split(',')).collect();
    let mut client = peer.to_canonical();
    for entry in entries.into_iter().rev() {
        if !proxies.contain(client) {
            break;
        }
        // What cannot be read was written by a trusted proxy: it is the last that is known.
        let Some(before) = address_in(entry) else { break };
        client = before;
    }
    client
}

/// The address of a header's value: the last entry of a list, with a port or in brackets or neither.
pub(super) fn told_address(headers: &HeaderMap, name: &str) -> Option<IpAddr> {
    let last = headers.get_all(name).iter().next_back()?.to_str().ok()?;
    address_in(last.rsplit(',').next()?)
}

/// `192.0.2.14`, `192.0.2.14:49152`, `2001:db8::1`, `[2001:db8::1]`, `[2001:db8::1]:49152`, `fe80::1%eth0`
pub(in crate::endpoints) fn address_in(text: &str) -> Option<IpAddr> {
    let text = text.trim().trim_matches('"');
    let bare = text.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')).unwrap_or(text);
    let without_zone = bare.split_once('%').map_or(bare, |(address, _)| address);
    let address = without_zone.parse().ok().or_else(|| text.parse::<SocketAddr>().ok().map(|socket| socket.ip()));
    address.map(|address: IpAddr| address.to_canonical())
}

#[cfg(test)]
mod tests {
    use std::net::IpAddr;

    use axum::http::{HeaderMap, HeaderValue};

    use super::{address_in, client_address, told_address};

    fn client(peer: &str, lines: &[&'static str], proxies: &str) -> String {
        let mut headers = HeaderMap::new();
        for line in lines {
            headers.append("x-forwarded-for", HeaderValue::from_static(line));
        }
        client_address(peer.parse().unwrap(), &headers, &proxies.parse().unwrap()).to_string()
    }

    #[test]
    fn only_addresses_of_trusted_proxies_are_used() {
        let proxies = "127.0.0.0/8, 10.0.0.0/24";
        assert_eq!(client("203.0.113.9", &["192.0.2.1"], proxies), "203.0.113.9", "nobody's proxy");
        assert_eq!(client("127.0.0.1", &[], proxies), "127.0.0.1");
        assert_eq!(client("127.0.0.1", &["192.0.2.1"], proxies), "192.0.2.1");
        assert_eq!(client("::ffff:127.0.0.1", &["192.0.2.1"], proxies), "192.0.2.1");
        assert_eq!(client("127.0.0.1", &["198.51.100.7, 192.0.2.1"], proxies), "192.0.2.1", "the rest is made up");
        assert_eq!(client("127.0.0.1", &["198.51.100.7", "192.0.2.1, 10.0.0.3"], proxies), "192.0.2.1", "two proxies");
        assert_eq!(client("127.0.0.1", &["198.51.100.7, nonsense"], proxies), "127.0.0.1");
        assert_eq!(client("127.0.0.1", &["10.0.0.3"], proxies), "10.0.0.3", "a proxy asks for itself");
        assert_eq!(client("127.0.0.1", &["192.0.2.1"], ""), "127.0.0.1", "none is trusted");
    }

    #[test]
    fn ports_brackets_and_mapped_addresses_are_understood() {
        let address = |text| address_in(text).map(|address: IpAddr| address.to_string());
        for text in ["192.0.2.14", " 192.0.2.14:49152", "::ffff:192.0.2.14", "[::ffff:192.0.2.14]:80", "\"192.0.2.14\""]
        {
            assert_eq!(address(text).as_deref(), Some("192.0.2.14"), "{text}");
        }
        for text in ["2001:db8::1", "[2001:db8::1]", "[2001:db8::1]:49152", "2001:db8::1%eth0"] {
            assert_eq!(address(text).as_deref(), Some("2001:db8::1"), "{text}");
        }
        for text in ["", "unknown", "_hidden", "192.0.2", "192.0.2.14:port", "[192.0.2.14"] {
            assert_eq!(address(text), None, "{text}");
        }
    }

    #[test]
    fn of_several_forwarded_addresses_the_last_one_is_used() {
        let mut headers = HeaderMap::new();
        headers.append("x-real-ip", HeaderValue::from_static("198.51.100.7"));
        headers.append("x-real-ip", HeaderValue::from_static("203.0.113.9, 192.0.2.1:9"));
        assert_eq!(told_address(&headers, "x-real-ip").unwrap().to_string(), "192.0.2.1");
        assert_eq!(told_address(&headers, "client-ip"), None);
    }
}
