//! The one kind of Java serialisation that `FreeOTP` writes: a `HashMap` of texts. Every other class is refused.

use zeroize::Zeroizing;

/// The first bytes of the file: stream, object, class.
const START: &[u8] = b"\xAC\xED\x00\x05\x73\x72\x00\x11java.util.HashMap";
const STRING: u8 = 0x74;
const LONG_STRING: u8 = 0x7C;
const REFERENCE: u8 = 0x71;
const END: u8 = 0x78;
/// The first number of a reference.
const FIRST_HANDLE: u32 = 0x007E_0000;
/// The maximum number of pairs.
const MOST_PAIRS: u32 = 100_000;

pub(super) fn is_meant(bytes: &[u8]) -> bool {
    bytes.starts_with(START)
}

/// Keys and texts, in the file's order; `None` if the file is incomplete or has other content.
pub(super) fn pairs(bytes: &[u8]) -> Option<Vec<(Zeroizing<String>, Zeroizing<String>)>> {
    let mut reader = Reader { rest: bytes.strip_prefix(START)?, texts: Vec::new(), handles: 0 };
    // The version of the class, and a flag that it writes itself.
    reader.take(8)?;
    reader.expect(&[0x03])?;
    // Android 6 writes one field less.
    let fields = [
        (8, &b"\x00\x02F\x00\x0AloadFactorI\x00\x09threshold\x78\x70"[..]),
        (4, &b"\x00\x01F\x00\x0AloadFactor\x78\x70"[..]),
    ];
    let (bytes, field) = fields.into_iter().find(|(_, field)| reader.rest.starts_with(field))?;
    reader.expect(field)?;
    reader.take(bytes)?;
    // The class and the object have a number each.
    reader.handles = 2;
    reader.expect(&[0x77, 0x08])?;
    reader.take(4)?;
    let count = u32::from_be_bytes(*reader.take(4)?.first_chunk()?);
    if count > MOST_PAIRS {
        return None;
    }
    let pairs = (0..count).map(|_| Some((reader.text()?, reader.text()?))).collect::<Option<_>>()?;
    reader.expect(&[END])?;
    Some(pairs)
}

struct Reader<'a> {
    rest: &'a [u8],
    texts: Vec<(u32, Zeroizing<String>)>,
    handles: u32,
}

impl<'a> Reader<'a> {
    fn take(&mut self, bytes: usize) -> Option<&'a [u8]> {
        let (taken, rest) = self.rest.split_at_checked(bytes)?;
        self.rest = rest;
        Some(taken)
    }

    fn expect(&mut self, bytes: &[u8]) -> Option<()> {
        self.rest = self.rest.strip_prefix(bytes)?;
        Some(())
    }

    fn text(&mut self) -> Option<Zeroizing<String>> {
        let length = match *self.take(1)?.first()? {
            STRING => usize::from(u16::from_be_bytes(*self.take(2)?.first_chunk()?)),
            LONG_STRING => usize::try_from(u64::from_be_bytes(*self.take(8)?.first_chunk()?)).ok()?,
            REFERENCE => {
                let handle = u32::from_be_bytes(*self.take(4)?.first_chunk()?);
                return self.texts.iter().find(|(known, _)| *known == handle).map(|(_, text)| text.clone());
            }
            _ => return None,
        };
        let text = modified_utf8(self.take(length)?)?;
        self.texts.push((FIRST_HANDLE + self.handles, text.clone()));
        self.handles += 1;
        Some(text)
    }
}

/// Java writes each half of a surrogate pair as three bytes, and zero as two.
fn modified_utf8(bytes: &[u8]) -> Option<Zeroizing<String>> {
    let mut units = Zeroizing::new(Vec::with_capacity(bytes.len()));
    let mut rest = bytes;
    while let [first, tail @ ..] = rest {
        let low = |byte: &u8| u16::from(byte & 0x3F);
        let (unit, tail) = match (first, tail) {
            (0x00..=0x7F, tail) => (u16::from(*first), tail),
            (0xC0..=0xDF, [second @ 0x80..=0xBF, tail @ ..]) => (u16::from(first & 0x1F) << 6 | low(second), tail),
            (0xE0..=0xEF, [second @ 0x80..=0xBF, third @ 0x80..=0xBF, tail @ ..]) => {
                (u16::from(first & 0x0F) << 12 | low(second) << 6 | low(third), tail)
            }
            _ => return None,
        };
        units.push(unit);
        rest = tail;
    }
    String::from_utf16(&units).ok().map(Zeroizing::new)
}
