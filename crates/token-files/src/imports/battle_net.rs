//! Battle.net: the preferences of its app, masked with fixed bytes.

use super::{
    EntryFault, Format, Import, ImportError, Opening, ciphers,
    found::Found,
    probe::{Probe, hex},
};

const FORMAT: Format = Format::BattleNet;
const SERIAL: &str = "com.blizzard.messenger.AUTHENTICATOR_SERIAL";
const SECRET: &str = "com.blizzard.messenger.AUTHENTICATOR_DEVICE_SECRET";
/// The mask has the length of a secret.
const MASK: [u8; 40] = [
    0x39, 0x8E, 0x27, 0xFC, 0x50, 0x27, 0x6A, 0x65, 0x60, 0x65, 0xB0, 0xE5, 0x25, 0xF4, 0xC0, 0x6C, 0x04, 0xC6, 0x10,
    0x75, 0x28, 0x6B, 0x8E, 0x7A, 0xED, 0xA5, 0x9D, 0xA9, 0x81, 0x3B, 0x5D, 0xD6, 0xC8, 0x0D, 0x2F, 0xB3, 0x80, 0x68,
    0x77, 0x3F,
];
const DIGITS: u64 = 8;

pub(super) fn is_meant(probe: &Probe<'_>) -> bool {
    probe.preference(SECRET).is_some()
}

pub(super) fn read(probe: &Probe<'_>, _: Opening<'_>) -> Result<Import, ImportError> {
    let serial = probe.preference(SERIAL).and_then(unmask);
    let mut import = Import::new(FORMAT);
    let account = serial.as_deref().map_or("", String::as_str);
    let found = Found { digits: Some(DIGITS), ..Found::named("Battle.net", account) };
    import.take(found.judged(|found| {
        let secret = probe.preference(SECRET).and_then(unmask).and_then(|text| hex(&text));
        found.bytes(secret.ok_or(EntryFault::Damaged)?.to_vec())
    }))?;
    Ok(import)
}

fn unmask(text: &str) -> Option<zeroize::Zeroizing<String>> {
    let masked = hex(text).filter(|masked| masked.len() <= MASK.len())?;
    ciphers::text(zeroize::Zeroizing::new(masked.iter().zip(MASK).map(|(byte, mask)| byte ^ mask).collect()))
}
