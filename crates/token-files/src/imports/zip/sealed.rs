//! The two ways to encrypt a member: the first one of archives, which is weak and which old programs write, and AES.

use aes::{
    Aes128, Aes192, Aes256,
    cipher::{Block, BlockCipherEncrypt, KeyInit},
};
use hmac::{Hmac, Mac as _};
use sha1::Sha1;
use zeroize::Zeroizing;

use super::{DAMAGED, FORMAT};
use crate::imports::{ImportError, Opening};

const WRONG: ImportError = ImportError::PasswordWrongOrDamaged { format: FORMAT };
/// What stands in front of the contents; its last byte shows a wrong password.
const HEADER: usize = 12;

/// The stream cipher of APPNOTE.TXT, section 6.1.
struct Keys([u32; 3]);

impl Keys {
    fn of(password: &str) -> Self {
        let mut keys = Self([0x1234_5678, 0x2345_6789, 0x3456_7890]);
        password.bytes().for_each(|byte| keys.take(byte));
        keys
    }

    fn take(&mut self, byte: u8) {
        let [first, second, third] = &mut self.0;
        *first = crc(*first, byte);
        *second = second.wrapping_add(*first & 0xFF).wrapping_mul(134_775_813).wrapping_add(1);
        *third = crc(*third, second.to_be_bytes()[0]);
    }

    fn open(&mut self, byte: u8) -> u8 {
        let mix = (self.0[2] | 2) & 0xFFFF;
        let open = byte ^ (mix.wrapping_mul(mix ^ 1) >> 8).to_le_bytes()[0];
        self.take(open);
        open
    }
}

/// One byte of a CRC-32, without the turning of bits at its start and end.
fn crc(sum: u32, byte: u8) -> u32 {
    (0..8).fold(sum ^ u32::from(byte), |sum, _| if sum & 1 == 0 { sum >> 1 } else { sum >> 1 ^ 0xEDB8_8320 })
}

pub(super) fn traditional(data: &[u8], proof: u8, password: &str) -> Result<Zeroizing<Vec<u8>>, ImportError> {
    let (header, data) = data.split_at_checked(HEADER).ok_or(DAMAGED)?;
    let mut keys = Keys::of(password);
    // One password in 256 passes here; the sum of the contents tells it from the right one.
    if header.iter().fold(0, |_, byte| keys.open(*byte)) != proof {
        return Err(WRONG);
    }
    Ok(Zeroizing::new(data.iter().map(|byte| keys.open(*byte)).collect()))
}

/// AES in counter mode with a MAC behind it, as <https://www.winzip.com/en/support/aes-encryption/> describes it.
pub(super) fn aes(data: &[u8], strength: u8, opening: Opening<'_>) -> Result<Zeroizing<Vec<u8>>, ImportError> {
    const ROUNDS: u32 = 1000;
    const PROOF: usize = 2;
    const MAC: usize = 10;
    let password = opening.password(FORMAT)?;
    let (salt_length, key_length) = match strength {
        1 => (8, 16),
        2 => (12, 24),
        3 => (16, 32),
        _ => return Err(DAMAGED),
    };
    let (salt, data) = data.split_at_checked(salt_length).ok_or(DAMAGED)?;
    let (proof, data) = data.split_at_checked(PROOF).ok_or(DAMAGED)?;
    let (data, mac) = data.split_at_checked(data.len().checked_sub(MAC).ok_or(DAMAGED)?).ok_or(DAMAGED)?;
    let mut derived = Zeroizing::new(vec![0; 2 * key_length + PROOF]);
    pbkdf2::pbkdf2_hmac::<Sha1>(password.as_bytes(), salt, ROUNDS, &mut derived);
    let (key, rest) = derived.split_at(key_length);
    let (mac_key, expected) = rest.split_at(key_length);
    if proof != expected {
        return Err(WRONG);
    }
    let sum = Hmac::<Sha1>::new_from_slice(mac_key).map_err(|_| DAMAGED)?.chain_update(data);
    sum.verify_truncated_left(mac).map_err(|_| WRONG)?;
    let mut open = Zeroizing::new(data.to_vec());
    match key_length {
        16 => count::<Aes128>(key, &mut open),
        24 => count::<Aes192>(key, &mut open),
        _ => count::<Aes256>(key, &mut open),
    }
    .ok_or(DAMAGED)?;
    Ok(open)
}

/// Counter mode with a counter that begins at 1, its lowest byte first.
fn count<C: KeyInit + BlockCipherEncrypt>(key: &[u8], data: &mut [u8]) -> Option<()> {
    let cipher = C::new_from_slice(key).ok()?;
    for (number, chunk) in (1_u128..).zip(data.chunks_mut(16)) {
        let mut block = Block::<C>::default();
        block.copy_from_slice(&number.to_le_bytes());
        cipher.encrypt_block(&mut block);
        chunk.iter_mut().zip(&block).for_each(|(byte, mask)| *byte ^= mask);
    }
    Some(())
}
