//! `User-Password`: hidden by MD5 of the secret and the request's authenticator (RFC 2865, section 5.2).

use md5::{Digest as _, Md5};
use thiserror::Error;
use zeroize::Zeroizing;

use crate::attribute::USER_PASSWORD;
use crate::{LONGEST_PASSWORD, Packet};

const BLOCK: usize = 16;

/// Why there is no password in a request.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum PasswordFault {
    /// The request has no `User-Password`.
    #[error("there is no User-Password")]
    Missing,
    /// Its length is none that a hidden password has.
    #[error("User-Password has a length that no hidden password has")]
    Length,
}

impl Packet<'_> {
    /// The password of a request. With another secret it is other bytes, and no fault: only `Message-Authenticator` tells.
    ///
    /// # Errors
    /// There is none, or its length is wrong.
    pub fn password(&self, secret: &[u8]) -> Result<Zeroizing<Vec<u8>>, PasswordFault> {
        let hidden = self.first(USER_PASSWORD).ok_or(PasswordFault::Missing)?;
        if hidden.is_empty() || !hidden.len().is_multiple_of(BLOCK) || hidden.len() > LONGEST_PASSWORD {
            return Err(PasswordFault::Length);
        }
        let mut plain = Zeroizing::new(Vec::with_capacity(hidden.len()));
        let mut before = &self.authenticator()[..];
        for block in hidden.chunks(BLOCK) {
            plain.extend(block.iter().zip(*key(secret, before)).map(|(byte, key)| byte ^ key));
            before = block;
        }
        let end = plain.iter().rposition(|byte| *byte != 0).map_or(0, |last| last + 1);
        plain.truncate(end);
        Ok(plain)
    }
}

/// Hides a password; what is longer than 128 bytes is cut.
pub(crate) fn hide(password: &[u8], authenticator: &[u8; 16], secret: &[u8]) -> Vec<u8> {
    let password = &password[..password.len().min(LONGEST_PASSWORD)];
    let mut hidden = Vec::with_capacity(LONGEST_PASSWORD);
    let mut before = *authenticator;
    for number in 0..password.len().div_ceil(BLOCK).max(1) {
        let mut block = *key(secret, &before);
        for (byte, plain) in block.iter_mut().zip(password.iter().skip(number * BLOCK)) {
            *byte ^= plain;
        }
        hidden.extend(block);
        before = block;
    }
    hidden
}

fn key(secret: &[u8], before: &[u8]) -> Zeroizing<[u8; BLOCK]> {
    Zeroizing::new(Md5::new().chain_update(secret).chain_update(before).finalize().into())
}

#[cfg(test)]
mod tests {
    use super::hide;

    /// RFC 2865, section 7.1.
    #[test]
    fn a_password_is_hidden_as_in_the_example_of_the_standard() {
        let authenticator = data_encoding::HEXLOWER.decode(b"0f403f9473978057bd83d5cb98f4227a").unwrap();
        let hidden = hide(b"arctangent", &authenticator.try_into().unwrap(), b"xyzzy5461");
        assert_eq!(data_encoding::HEXLOWER.encode(&hidden), "0dbe708d93d413ce3196e43f782a0aee");
    }
}
