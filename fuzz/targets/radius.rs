//! Any bytes as a RADIUS packet. An accepted packet is answered, and the answer is read.
#![no_main]

use libfuzzer_sys::fuzz_target;
use proofup_radius::{Code, LONGEST_PACKET, MsChap2, NtHash, Packet, Reply, attribute};

fuzz_target!(|bytes: &[u8]| {
    let _ = Packet::length_in_stream(bytes);
    let Ok(packet) = Packet::parse(bytes) else { return };
    let _ = (packet.is_genuine(b"secret"), packet.password(b"secret"), packet.vendor(attribute::MICROSOFT, 25));
    if let Some(proof) = MsChap2::in_request(&packet) {
        let _ = (proof.proven_by(&[NtHash::of("secret")]), proof.error());
    }
    let name = packet.first(attribute::USER_NAME).map(String::from_utf8_lossy).unwrap_or_default();
    let answer = Reply::to(&packet, Code::AccessChallenge).with_text(attribute::REPLY_MESSAGE, &name).sealed(b"secret");
    assert!(answer.len() <= LONGEST_PACKET);
    let read = Packet::parse(&answer).expect("what we write can be read");
    assert!(read.answers(&packet.authenticator(), b"secret"));
    assert!(read.all(attribute::PROXY_STATE).eq(packet.all(attribute::PROXY_STATE)));
});
