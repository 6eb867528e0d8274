//! The checksum of Bech32 (BIP 173), and the location of errors.
//!
//! The checksum is linear: a wrong symbol changes it by an amount that depends only on its position and on the
//! difference. Two wrong symbols never look like two others, because valid texts of this length differ in at least five
//! positions.

use std::collections::HashMap;

/// The prefix that the checksum includes: age's name for its identities.
const HUMAN_READABLE: &[u8] = b"age-secret-key-";
const ALPHABET: &[u8; 32] = b"QPZRY9X8GF2TVDW0S3JN54KHCE6MUA7L";
const GENERATOR: [u32; 5] = [0x3b6a_57b2, 0x2650_8e6d, 0x1ea1_19fa, 0x3d42_33dd, 0x2a14_62b3];

/// The value of an upper-case symbol.
pub(super) fn value(symbol: u8) -> Option<u8> {
    ALPHABET.iter().position(|&known| known == symbol).and_then(|at| u8::try_from(at).ok())
}

/// Checks the checksum. On error returns the positions of one or two wrong symbols, or none if there are more.
pub(super) fn check(values: &[u8]) -> Result<(), Vec<usize>> {
    let broken = checksum(values) ^ 1;
    if broken == 0 {
        return Ok(());
    }
    let mut single = HashMap::with_capacity(values.len() * 31);
    for place in 0..values.len() {
        for difference in 1..32 {
            single.insert(effect(difference, values.len() - 1 - place), place);
        }
    }
    if let Some(place) = single.get(&broken) {
        return Err(vec![*place]);
    }
    let pair = single.iter().find_map(|(effect, first)| Some((*first, *single.get(&(broken ^ effect))?)));
    Err(pair.map_or_else(Vec::new, |(a, b)| vec![a.min(b), a.max(b)]))
}

/// The position where one more symbol makes the checksum right.
pub(super) fn missing_at(values: &[u8]) -> Option<usize> {
    let mut longer = vec![0; values.len() + 1];
    (0..=values.len()).find(|&place| {
        longer[..place].copy_from_slice(&values[..place]);
        longer[place + 1..].copy_from_slice(&values[place..]);
        (0..32).any(|value| {
            longer[place] = value;
            checksum(&longer) == 1
        })
    })
}

/// The position of the symbol whose removal makes the checksum right.
pub(super) fn extra_at(values: &[u8]) -> Option<usize> {
    (0..values.len()).find(|&place| checksum(&[&values[..place], &values[place + 1..]].concat()) == 1)
}

fn checksum(values: &[u8]) -> u32 {
    let high = HUMAN_READABLE.iter().map(|byte| byte >> 5);
    let low = HUMAN_READABLE.iter().map(|byte| byte & 31);
    let all = high.chain([0]).chain(low).chain(values.iter().copied());
    all.fold(1, step)
}

/// The change of the checksum by a difference in one symbol with `after` symbols after it.
fn effect(difference: u8, after: usize) -> u32 {
    (0..after).fold(u32::from(difference), |sum, _| step(sum, 0))
}

fn step(sum: u32, value: u8) -> u32 {
    let top = sum >> 25;
    let shifted = ((sum & 0x01ff_ffff) << 5) ^ u32::from(value);
    GENERATOR.iter().enumerate().filter(|(bit, _)| top >> bit & 1 == 1).fold(shifted, |sum, (_, term)| sum ^ term)
}
