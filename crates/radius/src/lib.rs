//! RADIUS packets (RFC 2865, RFC 2869, RFC 3579, RFC 5997): read, proved genuine, answered.
//!
//! Bytes come in, bytes go out: no socket, no clock, no randomness. What is read comes from a network, so every length is
//! checked once, in [`Packet::parse`], and nothing is copied that is not asked for.

pub mod attribute;
mod authenticator;
mod ms_chap;
mod packet;
mod password;
mod reply;
mod request;

pub use ms_chap::{MsChap2, NtHash, Proven};
pub use packet::{Code, Malformed, Packet};
pub use password::PasswordFault;
pub use reply::Reply;
pub use request::Request;

/// No packet is longer (RFC 2865, section 3).
pub const LONGEST_PACKET: usize = 4096;
/// No value of an attribute is longer.
pub const LONGEST_VALUE: usize = 253;
/// No password can be hidden that is longer (RFC 2865, section 5.2).
pub const LONGEST_PASSWORD: usize = 128;
