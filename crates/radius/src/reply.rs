//! An answer: `Message-Authenticator` first, so that nobody between can choose how the packet begins (Blast-RADIUS,
//! CVE-2024-3596), and every `Proxy-State` of the request as it came.

use crate::attribute::{MESSAGE_AUTHENTICATOR, PROXY_STATE, VENDOR_SPECIFIC};
use crate::authenticator::{LENGTH, mac, of_answer};
use crate::packet::HEADER;
use crate::{Code, LONGEST_PACKET, LONGEST_VALUE, Packet};

/// An answer that is being made.
#[derive(Debug, Clone)]
pub struct Reply {
    bytes: Vec<u8>,
    request: [u8; 16],
    /// Of the request's `Proxy-State`.
    proxy_states: Vec<u8>,
}

impl Reply {
    /// Begins the answer to a request.
    pub fn to(request: &Packet<'_>, code: Code) -> Self {
        let mut bytes = Vec::with_capacity(128);
        bytes.extend([code.number(), request.identifier(), 0, 0]);
        bytes.extend(request.authenticator());
        bytes.extend([MESSAGE_AUTHENTICATOR, 18]);
        bytes.extend([0; 16]);
        let mut proxy_states = Vec::new();
        for value in request.all(PROXY_STATE) {
            push(&mut proxy_states, PROXY_STATE, value);
        }
        Self { bytes, request: request.authenticator(), proxy_states }
    }

    /// What it is.
    pub fn code(&self) -> Code {
        Code::of(self.bytes[0])
    }

    /// Adds an attribute. A value is cut to what fits into one; what fits into no packet any more is left out.
    #[must_use]
    pub fn with(mut self, number: u8, value: &[u8]) -> Self {
        let value = &value[..value.len().min(LONGEST_VALUE)];
        if self.bytes.len() + self.proxy_states.len() + value.len() + 2 <= LONGEST_PACKET {
            push(&mut self.bytes, number, value);
        }
        self
    }

    /// Adds an attribute of a vendor.
    #[must_use]
    pub fn with_vendor(self, vendor: u32, number: u8, value: &[u8]) -> Self {
        self.with(VENDOR_SPECIFIC, &of_vendor(vendor, number, value))
    }

    /// Adds a text, in as many attributes as it needs, none of which ends within a character.
    #[must_use]
    pub fn with_text(mut self, number: u8, text: &str) -> Self {
        let mut rest = text;
        while !rest.is_empty() {
            let (part, after) = rest.split_at(rest.floor_char_boundary(LONGEST_VALUE));
            self = self.with(number, part.as_bytes());
            rest = after;
        }
        self
    }

    /// The bytes to send.
    pub fn sealed(self, secret: &[u8]) -> Vec<u8> {
        let Self { mut bytes, request, proxy_states } = self;
        bytes.extend(proxy_states);
        let length = u16::try_from(bytes.len()).unwrap_or(u16::MAX);
        bytes[2..4].copy_from_slice(&length.to_be_bytes());
        let proof = mac(secret, &[&bytes]);
        bytes[HEADER + 2..HEADER + LENGTH].copy_from_slice(&proof);
        let authenticator = of_answer(&bytes, &request, secret);
        bytes[4..HEADER].copy_from_slice(&authenticator);
        bytes
    }
}

/// The value of `Vendor-Specific` with one attribute, whose value is cut to what fits.
pub(crate) fn of_vendor(vendor: u32, number: u8, value: &[u8]) -> Vec<u8> {
    let mut whole = vendor.to_be_bytes().to_vec();
    push(&mut whole, number, &value[..value.len().min(LONGEST_VALUE - 6)]);
    whole
}

pub(crate) fn push(bytes: &mut Vec<u8>, number: u8, value: &[u8]) {
    bytes.push(number);
    bytes.push(u8::try_from(value.len() + 2).unwrap_or(u8::MAX));
    bytes.extend(value);
}
