//! PKCE (RFC 7636) with S256: proves to the token endpoint that this program began the sign-in.

use data_encoding::BASE64URL_NOPAD;
use proofup_api::SecretText;
use sha2::{Digest, Sha256};
use zeroize::Zeroizing;

use crate::Environment;

/// The secret part, from which the challenge is derived.
#[derive(Clone)]
pub(crate) struct Verifier(SecretText);

impl Verifier {
    /// 32 random bytes, which become 43 characters (section 4.1).
    pub(crate) fn new(environment: &dyn Environment) -> Self {
        let mut bytes = Zeroizing::new([0_u8; 32]);
        environment.fill_random(bytes.as_mut());
        Self(SecretText::new(BASE64URL_NOPAD.encode(bytes.as_ref())))
    }

    /// The challenge for the challenge endpoint (section 4.2).
    pub(crate) fn challenge(&self) -> String {
        BASE64URL_NOPAD.encode(&Sha256::digest(self.0.expose().as_bytes()))
    }

    /// The verifier for the token endpoint.
    pub(crate) fn reveal(&self) -> SecretText {
        self.0.clone()
    }
}

#[cfg(test)]
mod tests {
    use proofup_api::SecretText;

    use super::Verifier;

    #[test]
    fn makes_the_challenge_of_the_rfc() {
        // RFC 7636, appendix B.
        let verifier = Verifier(SecretText::new("dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk"));
        assert_eq!(verifier.challenge(), "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM");
    }
}
