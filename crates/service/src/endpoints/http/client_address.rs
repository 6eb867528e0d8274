//! Where a client is: the other end of the connection, or what a trusted proxy says of it.

use std::net::{IpAddr, SocketAddr};

use axum::http::{HeaderMap, HeaderValue};

use crate::runtime::networks::Networks;

const FORWARDED: &str = "x-forwarded-for";

/// The client's address; `None` where a trusted proxy did not say it readably: then it is unknown, and never the proxy's own.
///
/// Each proxy adds the address that it was asked from at the right end of `X-Forwarded-For`, so the list is read from there, as
/// long as the one who wrote it is a trusted proxy. What stands further left anybody may have made up, of any bytes.
pub(super) fn client_address(peer: IpAddr, headers: &HeaderMap, proxies: &Networks) -> Option<IpAddr> {
    let lines = headers.get_all(FORWARDED).iter().map(HeaderValue::as_bytes);
    let entries: Vec<&[u8]> = lines.flat_map(entries_of).collect();
    let mut entries = entries.into_iter().rev();
    let mut client = peer.to_canonical();
    while proxies.contain(client) {
        client = address_of(entries.next()?)?;
    }
    Some(client)
}

/// The address of a header's value: the last entry of a list, with a port or in brackets or neither.
pub(super) fn told_address(headers: &HeaderMap, name: &str) -> Option<IpAddr> {
    let last = headers.get_all(name).iter().next_back()?;
    address_of(entries_of(last.as_bytes()).last()?)
}

/// The entries of a list. Each is read by itself: bytes in one that are no text take nothing from the others.
fn entries_of(line: &[u8]) -> impl Iterator<Item = &[u8]> {
    line.split(|byte| *byte == b',')
}

fn address_of(entry: &[u8]) -> Option<IpAddr> {
    address_in(std::str::from_utf8(entry).ok()?)
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

    fn client_of(peer: &str, lines: &[&[u8]], proxies: &str) -> Option<String> {
        let mut headers = HeaderMap::new();
        for line in lines {
            headers.append("x-forwarded-for", HeaderValue::from_bytes(line).unwrap());
        }
        client_address(peer.parse().unwrap(), &headers, &proxies.parse().unwrap()).map(|address| address.to_string())
    }

    fn client(peer: &str, lines: &[&str], proxies: &str) -> Option<String> {
        client_of(peer, &lines.iter().map(|line| line.as_bytes()).collect::<Vec<_>>(), proxies)
    }

    #[test]
    fn only_addresses_of_trusted_proxies_are_used() {
        let proxies = "127.0.0.0/8, 10.0.0.0/24";
        let visitor = Some("192.0.2.1".to_owned());
        assert_eq!(client("203.0.113.9", &["192.0.2.1"], proxies).as_deref(), Some("203.0.113.9"), "nobody's proxy");
        assert_eq!(client("127.0.0.1", &["192.0.2.1"], proxies), visitor);
        assert_eq!(client("::ffff:127.0.0.1", &["192.0.2.1"], proxies), visitor);
        assert_eq!(client("127.0.0.1", &["198.51.100.7, 192.0.2.1"], proxies), visitor, "the rest is made up");
        assert_eq!(client("127.0.0.1", &["198.51.100.7", "192.0.2.1, 10.0.0.3"], proxies), visitor, "two proxies");
        assert_eq!(client("127.0.0.1", &["192.0.2.1"], "").as_deref(), Some("127.0.0.1"), "none is trusted");
    }

    #[test]
    fn where_a_trusted_proxy_says_nothing_readable_the_address_is_unknown() {
        let proxies = "127.0.0.0/8, 10.0.0.0/24";
        let cases: [&[&str]; 6] =
            [&[], &[""], &["198.51.100.7, nonsense"], &["198.51.100.7,"], &["10.0.0.3"], &["unknown, 10.0.0.3"]];
        for lines in cases {
            assert_eq!(client("127.0.0.1", lines, proxies), None, "{lines:?}");
        }
        assert_eq!(client_of("127.0.0.1", &[b"192.0.2.1, \xff"], proxies), None);
    }

    #[test]
    fn bytes_that_are_no_text_hide_nothing_that_a_proxy_wrote() {
        let visitor = Some("192.0.2.1".to_owned());
        let cases: [&[&[u8]]; 3] =
            [&[b"\xff, 192.0.2.1"], &[b"\xff", b"192.0.2.1"], &[b"\x80\xfe,192.0.2.1, 127.0.0.1"]];
        for lines in cases {
            assert_eq!(client_of("127.0.0.1", lines, "127.0.0.0/8"), visitor, "{lines:?}");
        }
        let mut headers = HeaderMap::new();
        headers.append("x-real-ip", HeaderValue::from_bytes(b"\xe9, 192.0.2.1").unwrap());
        assert_eq!(told_address(&headers, "x-real-ip").map(|address| address.to_string()), visitor);
        headers.append("x-real-ip", HeaderValue::from_bytes(b"192.0.2.1, \xe9").unwrap());
        assert_eq!(told_address(&headers, "x-real-ip"), None, "never the one before it");
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
