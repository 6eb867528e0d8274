//! Writes links that every authenticator reads.

use std::fmt::Write as _;

use proofup_otp::Kind;
use zeroize::Zeroizing;

use super::{OtpAuth, percent::encode_into};

/// The issuer in Steam's own links.
pub(super) const STEAM_ISSUER: &str = "Steam";

impl OtpAuth {
    /// The account as an `otpauth` link with all parameters. It contains the secret: show or draw it, and never log it.
    ///
    /// [`OtpAuth::parse`] reads the same account back, except that it trims names, and that it reads a five-digit TOTP
    /// account of the issuer `Steam` as a Steam account, because Steam writes its links so.
    #[must_use]
    pub fn to_uri(&self) -> Zeroizing<String> {
        let kind = match self.params.kind() {
            Kind::Totp { .. } => "totp",
            Kind::Hotp { .. } => "hotp",
            Kind::Steam => "steam",
        };
        // The buffer is large enough from the start, so that no copy of the secret stays in memory.
        let secret = self.params.secret().to_base32();
        let room = 128 + secret.len() + 3 * (2 * self.issuer.len() + self.account.len());
        let mut uri = Zeroizing::new(String::with_capacity(room));
        uri.push_str("otpauth://");
        uri.push_str(kind);
        uri.push('/');
        // An account name with colons needs the separating colon even without an issuer.
        if !self.issuer.is_empty() || self.account.contains(':') {
            encode_into(&mut uri, &self.issuer);
            uri.push(':');
        }
        encode_into(&mut uri, &self.account);
        uri.push_str("?secret=");
        uri.push_str(&secret);
        if !self.issuer.is_empty() {
            uri.push_str("&issuer=");
            encode_into(&mut uri, &self.issuer);
        }
        let (algorithm, digits) = (self.params.algorithm().name(), self.params.digits());
        // Writing to a String cannot fail.
        let _ = write!(uri, "&algorithm={algorithm}&digits={digits}");
        let _ = match self.params.kind() {
            Kind::Totp { period } => write!(uri, "&period={period}"),
            Kind::Hotp { counter } => write!(uri, "&counter={counter}"),
            Kind::Steam => Ok(()),
        };
        uri
    }
}
