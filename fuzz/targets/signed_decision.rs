//! Any text as a signed decision of an authenticator device, and any bytes as its parts. A parsed decision has the
//! signed claims, and only its own signature is valid.
#![no_main]

use data_encoding::BASE64URL_NOPAD;
use libfuzzer_sys::fuzz_target;
use proofup_api::{DecisionClaims, DeviceClaims, Jws};

fuzz_target!(|data: &[u8]| {
    let Some((choice, rest)) = data.split_first() else { return };
    let text = match choice % 3 {
        0 => match std::str::from_utf8(rest) {
            Ok(text) => text.to_owned(),
            Err(_) => return,
        },
        // A payload in a valid envelope.
        1 => compact(br#"{"alg":"EdDSA"}"#, rest),
        // Header and payload, separated by NUL.
        _ => {
            let mut parts = rest.splitn(2, |byte| *byte == 0);
            compact(parts.next().unwrap_or_default(), parts.next().unwrap_or_default())
        }
    };
    let Ok(jws) = Jws::parse(&text) else { return };
    let written = format!(
        "{}.{}",
        std::str::from_utf8(jws.signing_input()).expect("it was text"),
        BASE64URL_NOPAD.encode(jws.signature())
    );
    assert_eq!(written, text, "one text has one form");
    if let Ok(claims) = jws.claims::<DecisionClaims>() {
        let again = Jws::parse(&Jws::sign(&claims, |_| [7; 64])).expect("what we sign can be read");
        assert_eq!(again.claims::<DecisionClaims>().expect("the claims are in it"), claims);
    }
    if let Ok(claims) = jws.claims::<DeviceClaims>() {
        let again = Jws::parse(&Jws::sign(&claims, |_| [7; 64])).expect("what we sign can be read");
        assert_eq!(again.claims::<DeviceClaims>().expect("the claims are in it"), claims);
    }
});

fn compact(header: &[u8], payload: &[u8]) -> String {
    [header, payload, &[7; 64]].map(|part| BASE64URL_NOPAD.encode(part)).join(".")
}
