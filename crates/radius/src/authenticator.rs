//! Proofs that a packet is genuine: `Message-Authenticator` (RFC 3579, section 3.2) and the authenticator of an answer
//! (RFC 2865, section 3).

use hmac::{Hmac, KeyInit as _, Mac as _};
use md5::{Digest as _, Md5};
use subtle::ConstantTimeEq as _;

use crate::Packet;
use crate::attribute::MESSAGE_AUTHENTICATOR;
use crate::packet::HEADER;

/// Of a `Message-Authenticator`, its two bytes in front included.
pub(crate) const LENGTH: usize = 18;

impl Packet<'_> {
    /// Whether a request was made by somebody who has the secret; `None` if it does not say.
    pub fn is_genuine(&self, secret: &[u8]) -> Option<bool> {
        self.proves(&self.authenticator(), secret)
    }

    /// Whether an answer was made by somebody who has the secret, for the request with this authenticator: its
    /// `Message-Authenticator`, which is demanded, and its own authenticator.
    pub fn answers(&self, request: &[u8; 16], secret: &[u8]) -> bool {
        let own: bool = of_answer(self.bytes(), request, secret).ct_eq(&self.authenticator()).into();
        own && self.proves(request, secret) == Some(true)
    }

    fn proves(&self, authenticator: &[u8; 16], secret: &[u8]) -> Option<bool> {
        let found = self.first(MESSAGE_AUTHENTICATOR)?;
        let bytes = self.bytes();
        let place = HEADER
            + self
                .attributes()
                .take_while(|(number, _)| *number != MESSAGE_AUTHENTICATOR)
                .map(|(_, value)| value.len() + 2)
                .sum::<usize>();
        if found.len() + 2 != LENGTH {
            return Some(false);
        }
        let mac =
            mac(secret, &[&bytes[..4], authenticator, &bytes[HEADER..place + 2], &[0; 16], &bytes[place + LENGTH..]]);
        Some(mac.ct_eq(found).into())
    }
}

/// HMAC-MD5.
pub(crate) fn mac(secret: &[u8], parts: &[&[u8]]) -> [u8; 16] {
    let Ok(mut mac) = Hmac::<Md5>::new_from_slice(secret) else { unreachable!("HMAC takes keys of any length") };
    for part in parts {
        mac.update(part);
    }
    mac.finalize().into_bytes().into()
}

/// MD5 over the answer, with the request's authenticator in the place of its own, and the secret.
pub(crate) fn of_answer(answer: &[u8], request: &[u8; 16], secret: &[u8]) -> [u8; 16] {
    Md5::new()
        .chain_update(&answer[..4])
        .chain_update(request)
        .chain_update(&answer[HEADER..])
        .chain_update(secret)
        .finalize()
        .into()
}
