//! MS-CHAPv2 (RFC 2759, RFC 2548, RFC 3079): a client proves that it knows a password of which the service has the NT hash.

use des::Des;
use des::cipher::{BlockCipherEncrypt as _, KeyInit as _};
use md4::{Digest as _, Md4};
use md5::Md5;
use sha1::Sha1;
use subtle::ConstantTimeEq as _;
use zeroize::Zeroizing;

use crate::attribute::{
    MICROSOFT, MS_CHAP_CHALLENGE, MS_CHAP2_RESPONSE, MS_CHAP2_SUCCESS, MS_MPPE_ENCRYPTION_POLICY,
    MS_MPPE_ENCRYPTION_TYPES, MS_MPPE_RECV_KEY, MS_MPPE_SEND_KEY, USER_NAME,
};
use crate::{Packet, Reply};

const TO_CLIENT: &[u8] = b"Magic server to client signing constant";
const ONCE_MORE: &[u8] = b"Pad to make it do more than one iteration";
const MASTER_KEY: &[u8] = b"This is the MPPE Master Key";
const RECEIVED_BY_SERVER: &[u8] =
    b"On the client side, this is the send key; on the server side, it is the receive key.";
const SENT_BY_SERVER: &[u8] = b"On the client side, this is the receive key; on the server side, it is the send key.";

/// `Encryption-Allowed`: whether the connection must be encrypted is for the VPN server to say.
const ENCRYPTION_ALLOWED: [u8; 4] = 1_u32.to_be_bytes();
/// RC4 with 128 bits. 40 bits are no encryption any more.
const LONG_KEYS_ALONE: [u8; 4] = 4_u32.to_be_bytes();

/// MD4 of a password in UTF-16. It is a secret: it is enough to prove the password.
#[derive(Clone)]
pub struct NtHash(Zeroizing<[u8; 16]>);

impl NtHash {
    /// Of a password, as it is typed.
    pub fn of(password: &str) -> Self {
        let text: Zeroizing<Vec<u8>> = Zeroizing::new(password.encode_utf16().flat_map(u16::to_le_bytes).collect());
        Self(Zeroizing::new(Md4::digest(&text).into()))
    }

    /// One that was stored.
    pub fn from_bytes(bytes: [u8; 16]) -> Self {
        Self(Zeroizing::new(bytes))
    }

    /// To be stored, encrypted.
    pub fn as_bytes(&self) -> &[u8; 16] {
        &self.0
    }

    fn twice(&self) -> Zeroizing<[u8; 16]> {
        Zeroizing::new(Md4::digest(*self.0).into())
    }

    /// One of the three blocks of `ChallengeResponse()`: the challenge under seven bytes of the hash.
    fn block(&self, number: usize, challenge: [u8; 8]) -> [u8; 8] {
        let mut padded = Zeroizing::new([0; 21]);
        padded[..16].copy_from_slice(self.as_bytes());
        let mut block = challenge.into();
        Des::new(&(*spread(&padded[number * 7..number * 7 + 7])).into()).encrypt_block(&mut block);
        block.into()
    }

    /// `ChallengeResponse()`
    fn response(&self, challenge: [u8; 8]) -> [u8; 24] {
        let mut response = [0; 24];
        for (number, part) in response.chunks_mut(8).enumerate() {
            part.copy_from_slice(&self.block(number, challenge));
        }
        response
    }
}

/// Seven bytes as a key of DES, which leaves out the last bit of each of eight.
fn spread(part: &[u8]) -> Zeroizing<[u8; 8]> {
    let bits = part.iter().fold(0_u64, |bits, byte| bits << 8 | u64::from(*byte));
    let mut key = Zeroizing::new([0; 8]);
    for (at, byte) in key.iter_mut().enumerate() {
        *byte = u8::try_from(bits >> (49 - 7 * at) & 0x7f).unwrap_or_default() << 1;
    }
    key
}

/// The proof of a client.
#[derive(Debug, Clone)]
pub struct MsChap2 {
    ident: u8,
    response: [u8; 24],
    challenge: [u8; 16],
    peer_challenge: [u8; 16],
    /// The names that may be in the proof: the user name as it came, and without a domain before it.
    names: Vec<Vec<u8>>,
}

/// The answer to a client with the right proof.
pub struct Proven {
    success: Vec<u8>,
    send_key: Zeroizing<[u8; 16]>,
    receive_key: Zeroizing<[u8; 16]>,
}

impl MsChap2 {
    /// The proof in a request; `None` without one, or if a length is wrong.
    pub fn in_request(packet: &Packet<'_>) -> Option<Self> {
        let value: [u8; 50] = packet.vendor(MICROSOFT, MS_CHAP2_RESPONSE)?.try_into().ok()?;
        let challenge = packet.vendor(MICROSOFT, MS_CHAP_CHALLENGE)?.try_into().ok()?;
        let user_name = packet.first(USER_NAME).unwrap_or_default();
        let mut names = vec![user_name.to_vec()];
        if let Some(at) = user_name.iter().position(|byte| *byte == b'\\') {
            names.push(user_name[at + 1..].to_vec());
        }
        let mut proof = Self { ident: value[0], response: [0; 24], challenge, peer_challenge: [0; 16], names };
        // The standard wants a zero in the second byte; clients send other values.
        proof.peer_challenge.copy_from_slice(&value[2..18]);
        proof.response.copy_from_slice(&value[26..]);
        Some(proof)
    }

    /// The place of the hash that makes this proof. The work depends only on the number of hashes: the first block of every hash
    /// is compared, and one whole response.
    pub fn proven_by(&self, hashes: &[NtHash]) -> Option<(usize, Proven)> {
        let (mut place, mut challenge) = (0, self.challenge_hash(self.names.first()?));
        for of_name in self.names.iter().map(|name| self.challenge_hash(name)) {
            for (at, hash) in hashes.iter().enumerate() {
                if bool::from(hash.block(0, of_name).ct_eq(&self.response[..8])) {
                    (place, challenge) = (at, of_name);
                }
            }
        }
        let hash = hashes.get(place)?;
        let is_right = bool::from(hash.response(challenge).ct_eq(&self.response));
        is_right.then(|| (place, self.proven(hash, challenge)))
    }

    /// `ChallengeHash()`
    fn challenge_hash(&self, name: &[u8]) -> [u8; 8] {
        let digest = Sha1::new().chain_update(self.peer_challenge).chain_update(self.challenge).chain_update(name);
        let mut hash = [0; 8];
        hash.copy_from_slice(&digest.finalize()[..8]);
        hash
    }

    /// `GenerateAuthenticatorResponse()`, `GetMasterKey()` and `GetAsymmetricStartKey()`
    fn proven(&self, hash: &NtHash, challenge: [u8; 8]) -> Proven {
        let twice = hash.twice();
        let first = Sha1::new().chain_update(*twice).chain_update(self.response).chain_update(TO_CLIENT).finalize();
        let digest = Sha1::new().chain_update(first).chain_update(challenge).chain_update(ONCE_MORE).finalize();
        let digits: String = digest.iter().map(|byte| format!("{byte:02X}")).collect();
        let success = [&[self.ident][..], b"S=", digits.as_bytes()].concat();
        let master: Zeroizing<[u8; 20]> = Zeroizing::new(
            Sha1::new().chain_update(*twice).chain_update(self.response).chain_update(MASTER_KEY).finalize().into(),
        );
        let key = |magic: &[u8]| {
            let digest = Sha1::new().chain_update(&master[..16]).chain_update([0; 40]);
            let digest = digest.chain_update(magic).chain_update([0xf2; 40]).finalize();
            let mut key = Zeroizing::new([0; 16]);
            key.copy_from_slice(&digest[..16]);
            key
        };
        Proven { success, send_key: key(SENT_BY_SERVER), receive_key: key(RECEIVED_BY_SERVER) }
    }

    /// The value of `MS-CHAP-Error`: the client is refused, and asked for no other proof.
    pub fn error(&self) -> Vec<u8> {
        let challenge: String = self.challenge.iter().map(|byte| format!("{byte:02X}")).collect();
        let text = format!("E=691 R=0 C={challenge} V=3 M=Authentication failed");
        [&[self.ident][..], text.as_bytes()].concat()
    }
}

impl Proven {
    /// Adds the service's own proof and the keys of the connection. `salt` is random.
    #[must_use]
    pub fn put_into(&self, reply: Reply, request: &Packet<'_>, secret: &[u8], salt: u16) -> Reply {
        let key = |number: u16, key: &[u8; 16]| {
            // The salts of a packet differ, and begin with a one.
            let salt = (salt & 0x7ffe | 0x8000 | number).to_be_bytes();
            [&salt[..], &hidden(key, salt, &request.authenticator(), secret)].concat()
        };
        reply
            .with_vendor(MICROSOFT, MS_CHAP2_SUCCESS, &self.success)
            .with_vendor(MICROSOFT, MS_MPPE_ENCRYPTION_POLICY, &ENCRYPTION_ALLOWED)
            .with_vendor(MICROSOFT, MS_MPPE_ENCRYPTION_TYPES, &LONG_KEYS_ALONE)
            .with_vendor(MICROSOFT, MS_MPPE_SEND_KEY, &key(0, &self.send_key))
            .with_vendor(MICROSOFT, MS_MPPE_RECV_KEY, &key(1, &self.receive_key))
    }
}

/// The value of `MS-CHAP2-Response`, as a client makes it.
pub(crate) fn response_of(name: &[u8], password: &str, challenge: &[u8; 16], peer_challenge: &[u8; 16]) -> [u8; 50] {
    let (challenge, peer_challenge) = (*challenge, *peer_challenge);
    let proof = MsChap2 { ident: 0, response: [0; 24], challenge, peer_challenge, names: Vec::new() };
    let mut value = [0; 50];
    value[2..18].copy_from_slice(&peer_challenge);
    value[26..].copy_from_slice(&NtHash::of(password).response(proof.challenge_hash(name)));
    value
}

/// A key as it is hidden in an answer (RFC 2548, section 2.4.2).
fn hidden(key: &[u8; 16], salt: [u8; 2], authenticator: &[u8; 16], secret: &[u8]) -> [u8; 32] {
    let mut plain = Zeroizing::new([0; 32]);
    plain[0] = 16;
    plain[1..17].copy_from_slice(key);
    let mut hidden = [0; 32];
    let mut mask = Md5::new().chain_update(secret).chain_update(authenticator).chain_update(salt).finalize();
    for (part, out) in plain.chunks(16).zip(hidden.chunks_mut(16)) {
        for ((byte, plain), mask) in out.iter_mut().zip(part).zip(mask.iter()) {
            *byte = plain ^ mask;
        }
        mask = Md5::new().chain_update(secret).chain_update(&*out).finalize();
    }
    hidden
}

#[cfg(test)]
mod tests {
    use data_encoding::{HEXLOWER, HEXUPPER};

    use super::{MsChap2, NtHash, hidden, response_of};
    use crate::attribute::{MICROSOFT, MS_CHAP_CHALLENGE, MS_CHAP2_RESPONSE, USER_NAME};
    use crate::{Code, Packet, Reply, Request};

    /// RFC 2759, section 9.2.
    const CHALLENGE: &str = "5B5D7C7D7B3F2F3E3C2C602132262628";
    const PEER_CHALLENGE: &str = "21402324255E262A28295F2B3A337C7E";
    const RESPONSE: &str = "82309ECD8D708B5EA08FAA3981CD83544233114A3D85D6DF";

    fn hex<const N: usize>(text: &str) -> [u8; N] {
        HEXUPPER.decode(text.as_bytes()).unwrap().try_into().unwrap()
    }

    /// A request with the response of the standard, in a value of this length.
    fn request(name: &[u8], length: usize) -> Vec<u8> {
        // Flags that are not zero, as clients send them.
        let mut response = [&[7, 0x6e][..], &hex::<16>(PEER_CHALLENGE), &[0; 8], &hex::<24>(RESPONSE)].concat();
        response.resize(length, 0);
        Request::new(Code::AccessRequest, 1, &[1; 16])
            .with(USER_NAME, name)
            .with_vendor(MICROSOFT, MS_CHAP_CHALLENGE, &hex::<16>(CHALLENGE))
            .with_vendor(MICROSOFT, MS_CHAP2_RESPONSE, &response)
            .unsealed()
    }

    fn proof(name: &[u8]) -> MsChap2 {
        MsChap2::in_request(&Packet::parse(&request(name, 50)).unwrap()).unwrap()
    }

    #[test]
    fn the_example_of_the_standard_is_proven() {
        assert_eq!(HEXUPPER.encode(NtHash::of("clientPass").as_bytes()), "44EBBA8D5312B8D611474411F56989AE");
        assert_eq!(HEXUPPER.encode(&proof(b"User").challenge_hash(b"User")), "D02E4386BCE91226");
        let hashes = ["other", "clientPass", "clientpass"].map(NtHash::of);
        for name in [&b"User"[..], b"CONTOSO\\User"] {
            let (place, proven) = proof(name).proven_by(&hashes).unwrap();
            assert_eq!(place, 1);
            assert_eq!(proven.success, b"\x07S=407A5589115FD0D6209F510FE9C04566932CDA56");
            assert_eq!(HEXLOWER.encode(&*proven.send_key), "8b7cdc149b993a1ba118cb153f56dccb");
            assert_eq!(HEXLOWER.encode(&*proven.receive_key), "d5f0e9521e3ea9589645e86051c82226");
        }
        let value = response_of(b"User", "clientPass", &hex(CHALLENGE), &hex(PEER_CHALLENGE));
        assert_eq!(HEXUPPER.encode(&value[26..]), RESPONSE);
    }

    #[test]
    fn another_name_or_password_proves_nothing() {
        assert!(proof(b"user").proven_by(&[NtHash::of("clientPass")]).is_none());
        assert!(proof(b"User").proven_by(&[NtHash::of("clientpass")]).is_none());
        assert!(proof(b"User").proven_by(&[]).is_none());
        assert!(proof(b"User").error().starts_with(b"\x07E=691 R=0 C=5B5D7C7D"));
    }

    #[test]
    fn every_byte_of_the_response_counts() {
        let hashes = [NtHash::of("clientPass")];
        for place in 0..24 {
            let mut changed = proof(b"User");
            changed.response[place] ^= 1;
            assert!(changed.proven_by(&hashes).is_none(), "byte {place}");
        }
    }

    #[test]
    fn a_response_of_another_length_is_none() {
        for length in [49, 51] {
            assert!(MsChap2::in_request(&Packet::parse(&request(b"User", length)).unwrap()).is_none(), "{length}");
        }
    }

    #[test]
    fn keys_are_hidden_under_salts_of_their_own() {
        let bytes = request(b"User", 50);
        let packet = Packet::parse(&bytes).unwrap();
        let (_, proven) = proof(b"User").proven_by(&[NtHash::of("clientPass")]).unwrap();
        let reply = Reply::to(&packet, Code::AccessAccept);
        let answer = proven.put_into(reply, &packet, b"secret", 0x1234).sealed(b"secret");
        let answer = Packet::parse(&answer).unwrap();
        let sent = [16, 17].map(|number| answer.vendor(MICROSOFT, number).unwrap());
        assert_eq!((&sent[0][..2], &sent[1][..2]), (&[0x92, 0x34][..], &[0x92, 0x35][..]));
        for (sent, key) in sent.into_iter().zip([&proven.send_key, &proven.receive_key]) {
            let salt = [sent[0], sent[1]];
            assert_eq!(sent[2..], hidden(key, salt, &[1; 16], b"secret"));
            assert!(!sent.windows(16).any(|window| window == &key[..]), "it is not hidden");
        }
    }
}
