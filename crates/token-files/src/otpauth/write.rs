//! Writes links that every authenticator reads.

use std::fmt::Write as _;

use proofup_otp::Kind;
use zeroize::Zeroizing;

use super::{OtpAuth, percent::encode_into};

/// The issuer that Steam's own links carry.
pub(super) const STEAM_ISSUER: &str = "Steam";

impl OtpAuth {
    /// The account as an `otpauth` link, all parameters written out. It holds the secret: show it or draw it, and
    /// never log it.
    ///
    /// [`OtpAuth::parse`] reads the same account back, except that it trims names, and that it takes a five-digit TOTP
    /// account of the issuer `Steam` for a Steam account, which is what Steam writes.
    #[must_use]
    pub fn to_uri(&self) -> Zeroizing<String> {
        let kind = match self.params.kind() {
            Kind::Totp { .. } => "totp",
            Kind::Hotp { .. } => "hotp",
            Kind::Steam => "steam",
        };
        // Room for everything, so that growing leaves no copy of the secret behind.
        let secret = self.params.secret().to_base32();
        let room = 128 + secret.len() + 3 * (2 * self.issuer.len() + self.account.len());
        let mut uri = Zeroizing::new(String::with_capacity(room));
        uri.push_str("otpauth://");
        uri.push_str(kind);
        uri.push('/');
        // The colon stands there even without an issuer where the account has colons of its own.
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
