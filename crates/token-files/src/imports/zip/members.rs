//! The list of members at the end of an archive (APPNOTE.TXT, section 4.3).

use super::{DAMAGED, FORMAT};
use crate::imports::ImportError;

/// How the header in front of a member begins.
pub(super) const LOCAL: &[u8] = b"PK\x03\x04";
const CENTRAL: &[u8] = b"PK\x01\x02";
const END: &[u8] = b"PK\x05\x06";
const END_LENGTH: usize = 22;
/// The most members of an archive that is looked at.
const MOST: u16 = 100;
/// The longest comment behind the list.
const COMMENT: usize = 65_535;
/// A method that says only that the member is encrypted with AES; the true one is in an extra field.
const AES_METHOD: u16 = 99;
const AES_FIELD: u16 = 0x9901;
const ENCRYPTED: u16 = 1;
/// The sum of the contents is behind them, so that the password is proved by the time.
const SUM_BEHIND: u16 = 1 << 3;

/// A member with its bytes in the archive.
pub(super) struct Member<'a> {
    pub(super) data: &'a [u8],
    pub(super) compression: Compression,
    pub(super) sealing: Sealing,
    /// The length that it should have in the end.
    pub(super) length: u32,
    pub(super) crc: Option<u32>,
}

pub(super) enum Compression {
    Stored,
    Deflated,
}

pub(super) enum Sealing {
    None,
    /// The first way to encrypt archives, and the byte by which a wrong password shows.
    Traditional {
        proof: u8,
    },
    /// AES with keys of 128, 192 or 256 bits.
    Aes {
        strength: u8,
    },
}

/// The members, without folders. `None` if the list cannot be found.
pub(super) fn of(bytes: &[u8]) -> Option<impl Iterator<Item = Result<Member<'_>, ImportError>>> {
    let first = bytes.len().saturating_sub(END_LENGTH + COMMENT);
    let end = first + bytes[first..].windows(END.len()).rposition(|window| window == END)?;
    let count = u16_at(bytes, end + 10)?.min(MOST);
    let mut list = bytes.get(usize::try_from(u32_at(bytes, end + 16)?).ok()?..)?;
    let headers = (0..count).map_while(move |_| {
        let header = list.starts_with(CENTRAL).then_some(list)?;
        let lengths = [28, 30, 32].map(|at| u16_at(header, at).map(usize::from));
        let [Some(name), Some(extra), Some(comment)] = lengths else { return None };
        list = header.get(46 + name + extra + comment..)?;
        Some((header, name, extra))
    });
    let members =
        headers.filter(|(header, name, _)| !header.get(46..46 + name).is_some_and(|name| name.ends_with(b"/")));
    Some(members.map(move |(header, name, extra)| member(bytes, header, header.get(46 + name..46 + name + extra))))
}

fn member<'a>(bytes: &'a [u8], header: &[u8], extra: Option<&[u8]>) -> Result<Member<'a>, ImportError> {
    let short = |at| u16_at(header, at).ok_or(DAMAGED);
    let long = |at| u32_at(header, at).ok_or(DAMAGED);
    let (flags, method, time, crc, length) = (short(8)?, short(10)?, short(12)?, long(16)?, long(24)?);
    let data = data(bytes, long(42)?, long(20)?).ok_or(DAMAGED)?;
    let aes = extra.and_then(|extra| field(extra, AES_FIELD));
    let (sealing, method, crc) = match (flags & ENCRYPTED != 0, method) {
        (false, method) => (Sealing::None, method, Some(crc)),
        (true, AES_METHOD) => {
            let aes = aes.filter(|aes| aes.len() >= 7).ok_or(DAMAGED)?;
            (Sealing::Aes { strength: aes[4] }, u16::from_le_bytes([aes[5], aes[6]]), None)
        }
        (true, method) => {
            let [.., proof] = if flags & SUM_BEHIND == 0 { crc.to_le_bytes() } else { [0, 0, 0, (time >> 8) as u8] };
            (Sealing::Traditional { proof }, method, Some(crc))
        }
    };
    let compression = match method {
        0 => Compression::Stored,
        8 => Compression::Deflated,
        _ => return Err(ImportError::VariantUnsupported { format: FORMAT, what: "cipher" }),
    };
    Ok(Member { data, compression, sealing, length, crc })
}

/// The bytes of a member, behind a header of its own.
fn data(bytes: &[u8], at: u32, length: u32) -> Option<&[u8]> {
    let header = bytes.get(usize::try_from(at).ok()?..).filter(|header| header.starts_with(LOCAL))?;
    let start = 30 + usize::from(u16_at(header, 26)?) + usize::from(u16_at(header, 28)?);
    header.get(start..)?.get(..usize::try_from(length).ok()?)
}

/// An extra field by its number.
fn field(mut extra: &[u8], wanted: u16) -> Option<&[u8]> {
    loop {
        let (number, length) = (u16_at(extra, 0)?, usize::from(u16_at(extra, 2)?));
        let value = extra.get(4..4 + length)?;
        if number == wanted {
            return Some(value);
        }
        extra = &extra[4 + length..];
    }
}

fn u16_at(bytes: &[u8], at: usize) -> Option<u16> {
    Some(u16::from_le_bytes(bytes.get(at..at + 2)?.try_into().ok()?))
}

fn u32_at(bytes: &[u8], at: usize) -> Option<u32> {
    Some(u32::from_le_bytes(bytes.get(at..at + 4)?.try_into().ok()?))
}
