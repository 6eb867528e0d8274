//! Text that a front end passes on for an old client: HTTP Basic (RFC 7617), and the headers of nginx's mail proxy.

use data_encoding::{BASE64, HEXLOWER_PERMISSIVE};
use zeroize::Zeroizing;

/// User name and secret of an `Authorization` header: the name ends at the first colon. A text with NUL is refused: no
/// name or password has one.
pub fn basic_credentials(header: &str) -> Option<(String, Zeroizing<String>)> {
    let (scheme, encoded) = header.split_once(' ')?;
    if !scheme.eq_ignore_ascii_case("basic") {
        return None;
    }
    let bytes = Zeroizing::new(BASE64.decode(encoded.trim().as_bytes()).ok()?);
    let text = from_old_client(&bytes);
    let (name, secret) = text.split_once(':').filter(|_| !text.contains('\0'))?;
    Some((name.to_owned(), Zeroizing::new(secret.to_owned())))
}

/// Decodes a header of nginx's mail proxy. nginx escapes only control characters, space and `%`; a plus is a plus, and
/// other bytes arrive unchanged. `None` if the result contains NUL.
pub fn from_nginx(header: &[u8]) -> Option<Zeroizing<String>> {
    let mut plain = Zeroizing::new(Vec::with_capacity(header.len()));
    let mut rest = header;
    while let Some((&first, tail)) = rest.split_first() {
        let escaped = tail.get(..2).filter(|_| first == b'%').and_then(hex_byte);
        plain.push(escaped.unwrap_or(first));
        rest = if escaped.is_some() { &tail[2..] } else { tail };
    }
    Some(from_old_client(&plain)).filter(|text| !text.contains('\0'))
}

fn hex_byte(digits: &[u8]) -> Option<u8> {
    HEXLOWER_PERMISSIVE.decode(digits).ok()?.first().copied()
}

/// Decodes bytes from an old client: UTF-8, or else Latin-1.
pub fn from_old_client(bytes: &[u8]) -> Zeroizing<String> {
    Zeroizing::new(match std::str::from_utf8(bytes) {
        Ok(text) => text.to_owned(),
        Err(_) => bytes.iter().map(|byte| char::from(*byte)).collect(),
    })
}
