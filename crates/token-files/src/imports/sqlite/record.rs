//! A record: a header that tells the kind of each value, and the values.

use zeroize::Zeroizing;

/// One value. Blobs and numbers with a fraction are not told apart from null: no column that is read has any.
pub(super) enum Value {
    Null,
    Integer(i64),
    Text(Zeroizing<String>),
}

/// How texts are written.
#[derive(Clone, Copy)]
pub(super) enum Encoding {
    Utf8,
    Utf16Le,
    Utf16Be,
}

impl Encoding {
    pub(super) const fn numbered(number: u32) -> Option<Self> {
        match number {
            // A database that no text was written to says 0.
            0 | 1 => Some(Self::Utf8),
            2 => Some(Self::Utf16Le),
            3 => Some(Self::Utf16Be),
            _ => None,
        }
    }

    fn text(self, bytes: &[u8]) -> String {
        let wide = |unit: fn([u8; 2]) -> u16| {
            let units: Zeroizing<Vec<u16>> =
                Zeroizing::new(bytes.as_chunks().0.iter().map(|pair| unit(*pair)).collect());
            String::from_utf16_lossy(&units)
        };
        match self {
            Self::Utf8 => String::from_utf8_lossy(bytes).into_owned(),
            Self::Utf16Le => wide(u16::from_le_bytes),
            Self::Utf16Be => wide(u16::from_be_bytes),
        }
    }
}

/// The values of a record, at most so many. A row that was written before a column was added has fewer.
pub(super) fn values(record: &[u8], encoding: Encoding, most: usize) -> Option<Vec<Value>> {
    let (length, after) = varint(record)?;
    let length = usize::try_from(length).ok()?;
    let mut kinds = after.get(..length.checked_sub(record.len() - after.len())?)?;
    let mut body = record.get(length..)?;
    let mut values = Vec::new();
    while !kinds.is_empty() && values.len() < most {
        let (kind, rest) = varint(kinds)?;
        kinds = rest;
        let size = match kind {
            0 | 8 | 9 => 0,
            1..=4 => usize::try_from(kind).ok()?,
            5 => 6,
            6 | 7 => 8,
            12.. => usize::try_from((kind - 12) / 2).ok()?,
            _ => return None,
        };
        let (value, rest) = body.split_at_checked(size)?;
        body = rest;
        values.push(match kind {
            1..=6 => Value::Integer(integer(value)),
            8 => Value::Integer(0),
            9 => Value::Integer(1),
            kind if kind >= 13 && kind % 2 == 1 => Value::Text(Zeroizing::new(encoding.text(value))),
            _ => Value::Null,
        });
    }
    Some(values)
}

/// Big-endian, in two's complement.
fn integer(bytes: &[u8]) -> i64 {
    let negative = bytes.first().is_some_and(|byte| *byte >= 0x80);
    bytes.iter().fold(if negative { -1 } else { 0 }, |number, byte| number << 8 | i64::from(*byte))
}

/// A number of one to nine bytes, seven bits in each but the ninth, and what follows.
pub(super) fn varint(bytes: &[u8]) -> Option<(i64, &[u8])> {
    let mut number = 0_i64;
    for (place, byte) in bytes.iter().take(9).enumerate() {
        if place == 8 {
            return Some((number << 8 | i64::from(*byte), &bytes[9..]));
        }
        number = number << 7 | i64::from(byte & 0x7F);
        if byte & 0x80 == 0 {
            return Some((number, &bytes[place + 1..]));
        }
    }
    None
}
