//! Ed25519 signatures of devices.

use data_encoding::BASE64URL_NOPAD;
use ed25519_dalek::{Signature, VerifyingKey};
use proofup_api::Jws;

/// Whether a text is the public key of a device: 32 bytes in base64url, a point of the curve, and no weak one.
pub(crate) fn is_public_key(text: &str) -> bool {
    public_key(text).is_some()
}

/// Whether the holder of this key signed this.
pub(super) fn is_by(key: &str, jws: &Jws) -> bool {
    // Strict: one signature has one form, and no point of small order passes for a key.
    public_key(key)
        .is_some_and(|key| key.verify_strict(jws.signing_input(), &Signature::from_bytes(jws.signature())).is_ok())
}

fn public_key(text: &str) -> Option<VerifyingKey> {
    let bytes = BASE64URL_NOPAD.decode(text.as_bytes()).ok()?;
    let key = VerifyingKey::from_bytes(&bytes.try_into().ok()?).ok()?;
    (!key.is_weak()).then_some(key)
}

#[cfg(test)]
mod tests {
    use data_encoding::BASE64URL_NOPAD;
    use proofup_api::Jws;

    use super::{is_by, is_public_key};

    /// RFC 8037, appendices A.2 and A.4.
    const KEY: &str = "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo";
    const SIGNED: &str = "eyJhbGciOiJFZERTQSJ9.RXhhbXBsZSBvZiBFZDI1NTE5IHNpZ25pbmc.hgyY0il_MGCjP0JzlnLWG1PPOt7-09PGcvMg3AIbQR6dWbhijcNR4ki4iylGjg5BhVsPt9g7sVvpAr_MuM0KAg";

    #[test]
    fn verifies_the_example_of_the_rfc_and_nothing_beside_it() {
        assert!(is_by(KEY, &Jws::parse(SIGNED).unwrap()));
        let other = SIGNED.replace("RXhhbXBsZSBv", "RXhhbXBsZSBw");
        assert!(!is_by(KEY, &Jws::parse(&other).unwrap()), "another payload");
        let other = SIGNED.replace(".hgyY", ".hgyZ");
        assert!(!is_by(KEY, &Jws::parse(&other).unwrap()), "another signature");
        assert!(!is_by(&BASE64URL_NOPAD.encode(&[9; 32]), &Jws::parse(SIGNED).unwrap()), "another key");
    }

    #[test]
    fn recognises_valid_keys() {
        assert!(is_public_key(KEY));
        for text in ["", "11qY", &KEY[..42], &format!("{KEY}AA"), "not base64 at all"] {
            assert!(!is_public_key(text), "{text}");
        }
        // The neutral element: everybody can sign for it.
        let mut neutral = [0; 32];
        neutral[0] = 1;
        assert!(!is_public_key(&BASE64URL_NOPAD.encode(&neutral)));
    }
}
