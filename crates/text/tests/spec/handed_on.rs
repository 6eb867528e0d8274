//! Text that front ends pass on.

use data_encoding::BASE64;
use proofup_text::{basic_credentials, from_nginx};

#[test]
fn decodes_only_what_nginx_escapes() {
    for (sent, meant) in [
        (&b"a%20b"[..], "a b"),
        (b"100%25", "100%"),
        (b"a+b", "a+b"),
        (b"a%zz", "a%zz"),
        (b"a%2", "a%2"),
        (b"%0D%0AAuth-Status: OK", "\r\nAuth-Status: OK"),
        ("gr\u{fc}n".as_bytes(), "gr\u{fc}n"),
        (b"gr\xfcn", "gr\u{fc}n"),
    ] {
        assert_eq!(from_nginx(sent).unwrap().as_str(), meant);
    }
    assert!(from_nginx(b"a%00b").is_none(), "nothing that a person has holds NUL");
}

#[test]
fn takes_basic_credentials_apart_at_the_first_colon() {
    for (bytes, name, secret) in [
        (&b"ann:se:cret"[..], "ann", "se:cret"),
        (b":", "", ""),
        ("ann:gr\u{fc}n".as_bytes(), "ann", "gr\u{fc}n"),
        (b"ann:gr\xfcn", "ann", "gr\u{fc}n"),
    ] {
        for scheme in ["Basic", "basic", "BASIC"] {
            let (told, kept) = basic_credentials(&format!("{scheme} {}", BASE64.encode(bytes))).unwrap();
            assert_eq!((told.as_str(), kept.as_str()), (name, secret));
        }
    }
}

#[test]
fn refuses_everything_but_basic_credentials() {
    let encoded = BASE64.encode(b"ann:secret");
    let without_colon = BASE64.encode(b"ann");
    let with_nul = BASE64.encode(b"ann:sec\0ret");
    let headers = [
        String::new(),
        "Basic".into(),
        encoded.clone(),
        format!("Bearer {encoded}"),
        format!("Basic {}", &encoded[1..]),
        format!("Basic {without_colon}"),
        format!("Basic {with_nul}"),
    ];
    for header in headers {
        assert!(basic_credentials(&header).is_none(), "{header}");
    }
}
