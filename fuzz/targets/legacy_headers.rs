//! Any header of a front end for an old client, and any credentials in the form that a front end writes.
#![no_main]

use data_encoding::BASE64;
use libfuzzer_sys::fuzz_target;
use proofup_text::{basic_credentials, from_nginx, user_name};

fuzz_target!(|data: &[u8]| {
    let Some((choice, rest)) = data.split_first() else { return };
    match choice % 4 {
        0 => {
            let Ok(header) = std::str::from_utf8(rest) else { return };
            if let Some((name, _)) = basic_credentials(header) {
                let _ = user_name(&name);
            }
        }
        1 => {
            from_nginx(rest);
        }
        2 => {
            let header = format!("Basic {}", BASE64.encode(rest));
            let Ok(text) = std::str::from_utf8(rest) else { return };
            let sent = text.split_once(':').filter(|_| !text.contains('\0'));
            let read = basic_credentials(&header);
            assert_eq!(read.as_ref().map(|(name, secret)| (name.as_str(), secret.as_str())), sent);
        }
        _ => {
            let Ok(text) = std::str::from_utf8(rest) else { return };
            let read = from_nginx(&as_nginx_escapes(rest));
            assert_eq!(read.as_ref().map(|text| text.as_str()), Some(text).filter(|text| !text.contains('\0')));
        }
    }
});

/// `ngx_escape_uri` for the mail protocol: control characters, space and `%`.
fn as_nginx_escapes(bytes: &[u8]) -> Vec<u8> {
    let mut escaped = Vec::new();
    for &byte in bytes {
        if byte <= b' ' || byte == b'%' || byte == 0x7f {
            escaped.extend(format!("%{byte:02X}").bytes());
        } else {
            escaped.push(byte);
        }
    }
    escaped
}
