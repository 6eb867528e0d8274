//! Packets in a stream: each says how long it is.

use proofup_radius::{Malformed, Packet};
use zeroize::Zeroizing;

/// The bytes that came and belong to no whole packet yet.
#[derive(Default)]
pub(super) struct Packets(Zeroizing<Vec<u8>>);

impl Packets {
    pub(super) fn push(&mut self, bytes: &[u8]) {
        self.0.extend_from_slice(bytes);
    }

    /// The next packet, as soon as all of it is there.
    pub(super) fn next_packet(&mut self) -> Result<Option<Zeroizing<Vec<u8>>>, Malformed> {
        let Some(length) = Packet::length_in_stream(&self.0)? else { return Ok(None) };
        if self.0.len() < length {
            return Ok(None);
        }
        let rest = Zeroizing::new(self.0.split_off(length));
        Ok(Some(std::mem::replace(&mut self.0, rest)))
    }

    /// Whether a part of a packet came.
    pub(super) fn is_in_between(&self) -> bool {
        !self.0.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use proofup_radius::{Code, Malformed, Request};

    use super::Packets;

    #[test]
    fn packets_are_found_in_pieces_of_any_size() {
        let request = |length| Request::new(Code::AccessRequest, 1, &[1; 16]).with(1, &vec![7; length]).unsealed();
        let sent: Vec<_> = [0, 1, 200, 17, 253, 3].into_iter().map(request).collect();
        for piece in 1..600 {
            let (mut packets, mut found) = (Packets::default(), Vec::new());
            for part in sent.concat().chunks(piece) {
                packets.push(part);
                while let Some(packet) = packets.next_packet().unwrap() {
                    found.push(packet.to_vec());
                }
            }
            assert_eq!(found, sent, "pieces of {piece}");
            assert!(!packets.is_in_between());
        }
    }

    #[test]
    fn a_length_out_of_bounds_ends_the_stream() {
        for length in [0_u16, 19, 4097, u16::MAX] {
            let mut packets = Packets::default();
            packets.push(&[1, 1]);
            assert_eq!(packets.next_packet().map(|packet| packet.is_some()), Ok(false));
            packets.push(&length.to_be_bytes());
            assert_eq!(packets.next_packet().err(), Some(Malformed::Length), "{length}");
        }
    }
}
