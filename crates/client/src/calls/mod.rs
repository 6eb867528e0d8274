//! The typed calls of a session, one file for each part of the interface.

mod access_tokens;
mod activity;
mod administration;
mod app_passwords;
mod authenticators;
mod hardware_oath;
mod me;
mod phones;
mod registration;
mod renaming;
mod software_oath;
pub(crate) mod token_inventory;

/// A path with an id in it. Ids are opaque, so every character that would end the path segment is encoded.
pub(crate) fn with_id(before: &str, id: &str, after: &str) -> String {
    let mut path = String::from(before);
    for byte in id.bytes() {
        if byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'~') {
            path.push(char::from(byte));
        } else {
            path.push_str(&format!("%{byte:02X}"));
        }
    }
    path + after
}

#[cfg(test)]
mod tests {
    use super::with_id;

    #[test]
    fn an_id_cannot_leave_its_path_segment() {
        assert_eq!(with_id("/v1/a/", "0198-f_e", "/activate"), "/v1/a/0198-f_e/activate");
        assert_eq!(with_id("/v1/a/", "../b?c", ""), "/v1/a/%2E%2E%2Fb%3Fc");
    }
}
