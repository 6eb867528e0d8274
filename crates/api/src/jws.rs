//! JWS in compact form (RFC 7515, section 3.1) with EdDSA (RFC 8037) alone. Devices sign with it.
//!
//! Only the format is here; other crates hold the keys. It is written by hand because it is short: a library brings every
//! other algorithm, and attacks on such libraries use the choice between algorithms.

use data_encoding::BASE64URL_NOPAD;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use thiserror::Error;

/// Nothing that a device signs is longer.
const LONGEST: usize = 4096;

/// A signed text that was taken apart. Nothing in it is to be believed before the signature is checked.
#[derive(Debug, Clone)]
pub struct Jws {
    signing_input: String,
    payload: Vec<u8>,
    signature: [u8; 64],
}

/// Why a text is no JWS of ours.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum JwsFault {
    /// Not three parts in base64url, or too long.
    #[error("not a JWS in compact form")]
    Form,
    /// Another algorithm than EdDSA, or a header that asks for more than is understood.
    #[error("not signed with EdDSA")]
    Header,
    /// The claims are not the ones that are wanted.
    #[error("other claims than wanted")]
    Claims,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Header {
    alg: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    typ: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    kid: Option<String>,
}

impl Jws {
    /// Signs claims: `sign` is given the signing input and returns the 64 bytes of an Ed25519 signature.
    pub fn sign(claims: &impl Serialize, sign: impl FnOnce(&[u8]) -> [u8; 64]) -> String {
        // Our claims are plain structs; they have a JSON form.
        let claims = serde_json::to_vec(claims).unwrap_or_default();
        let input = format!("{}.{}", BASE64URL_NOPAD.encode(br#"{"alg":"EdDSA"}"#), BASE64URL_NOPAD.encode(&claims));
        let signature = sign(input.as_bytes());
        format!("{input}.{}", BASE64URL_NOPAD.encode(&signature))
    }

    /// Takes a compact JWS apart.
    ///
    /// # Errors
    /// [`JwsFault::Form`], [`JwsFault::Header`].
    pub fn parse(text: &str) -> Result<Self, JwsFault> {
        if text.len() > LONGEST {
            return Err(JwsFault::Form);
        }
        let (input, signature) = text.rsplit_once('.').ok_or(JwsFault::Form)?;
        let (header, payload) = input.split_once('.').ok_or(JwsFault::Form)?;
        let decoded = |part: &str| BASE64URL_NOPAD.decode(part.as_bytes()).map_err(|_| JwsFault::Form);
        let (header, payload, signature) = (decoded(header)?, decoded(payload)?, decoded(signature)?);
        let header: Header = object(&header).ok_or(JwsFault::Header)?;
        if header.alg != "EdDSA" {
            return Err(JwsFault::Header);
        }
        let signature = signature.try_into().map_err(|_| JwsFault::Form)?;
        Ok(Self { signing_input: input.to_owned(), payload, signature })
    }

    /// What was signed.
    pub fn signing_input(&self) -> &[u8] {
        self.signing_input.as_bytes()
    }

    /// The signature over it.
    pub fn signature(&self) -> &[u8; 64] {
        &self.signature
    }

    /// The claims.
    ///
    /// # Errors
    /// [`JwsFault::Claims`].
    pub fn claims<T: DeserializeOwned>(&self) -> Result<T, JwsFault> {
        object(&self.payload).ok_or(JwsFault::Claims)
    }
}

/// Reads a JSON object. serde alone would take an array for one, its values in the order of the fields.
fn object<T: DeserializeOwned>(bytes: &[u8]) -> Option<T> {
    let is_object = bytes.trim_ascii_start().starts_with(b"{");
    is_object.then(|| serde_json::from_slice(bytes).ok()).flatten()
}

#[cfg(test)]
mod tests {
    use data_encoding::BASE64URL_NOPAD;
    use serde_json::{Value, json};

    use super::{Jws, JwsFault};

    /// RFC 8037, appendix A.4.
    const RFC_8037: &str = "eyJhbGciOiJFZERTQSJ9.RXhhbXBsZSBvZiBFZDI1NTE5IHNpZ25pbmc.hgyY0il_MGCjP0JzlnLWG1PPOt7-09PGcvMg3AIbQR6dWbhijcNR4ki4iylGjg5BhVsPt9g7sVvpAr_MuM0KAg";

    fn with_header(header: &str) -> String {
        let rest = RFC_8037.split_once('.').unwrap().1;
        format!("{}.{rest}", BASE64URL_NOPAD.encode(header.as_bytes()))
    }

    #[test]
    fn takes_the_example_of_the_rfc_apart() {
        let jws = Jws::parse(RFC_8037).unwrap();
        assert_eq!(jws.signing_input(), RFC_8037.rsplit_once('.').unwrap().0.as_bytes());
        assert_eq!(jws.signature()[..2], [0x86, 0x0c], "A.4 prints 86 0c 98 d2 …");
        assert_eq!(jws.claims::<Value>().unwrap_err(), JwsFault::Claims, "its payload is no JSON");
    }

    #[test]
    fn an_array_is_no_object() {
        let payload = BASE64URL_NOPAD.encode(br#"["r1", true, "42", null]"#);
        let (header, rest) = RFC_8037.split_once('.').unwrap();
        let jws = Jws::parse(&format!("{header}.{payload}.{}", rest.split_once('.').unwrap().1)).unwrap();
        assert_eq!(jws.claims::<crate::DecisionClaims>().unwrap_err(), JwsFault::Claims);
        assert_eq!(Jws::parse(&with_header(r#"["EdDSA"]"#)).unwrap_err(), JwsFault::Header);
    }

    #[test]
    fn reads_back_what_it_signs() {
        let text = Jws::sign(&json!({"approve": true}), |input| {
            assert!(input.starts_with(b"eyJhbGciOiJFZERTQSJ9."), "the header of the RFC's example");
            [7; 64]
        });
        let jws = Jws::parse(&text).unwrap();
        assert_eq!(jws.claims::<Value>().unwrap(), json!({"approve": true}));
        assert_eq!(jws.signature(), &[7; 64]);
    }

    #[test]
    fn refuses_every_other_algorithm_and_unknown_headers() {
        for header in [
            r#"{"alg":"none"}"#,
            r#"{"alg":"HS256"}"#,
            r#"{"alg":"eddsa"}"#,
            r#"{"alg":"EdDSA","crit":["b64"],"b64":false}"#,
            r#"{"alg":"EdDSA","jwk":{}}"#,
            "{}",
        ] {
            assert_eq!(Jws::parse(&with_header(header)).unwrap_err(), JwsFault::Header, "{header}");
        }
        assert!(Jws::parse(&with_header(r#"{"alg":"EdDSA","typ":"JWT","kid":"a"}"#)).is_ok());
    }

    #[test]
    fn refuses_what_has_not_its_form() {
        let long = "a".repeat(5000);
        for text in ["", "a", "a.b", "a.b.c.d", &RFC_8037[..RFC_8037.len() - 2], &format!("{RFC_8037}="), &long] {
            assert!(Jws::parse(text).is_err(), "{text}");
        }
    }
}
