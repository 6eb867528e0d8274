//! Text in other encodings, declared and not declared.

use qrcode::bits::Bits;
use qrcode::{EcLevel, QrCode, Version};

use crate::Picture;
use crate::code::Code;

const LATIN: &str = "otpauth://totp/Caf\u{e9}:ann?secret=GEZDGNBVGY3TQOJQ&issuer=Caf\u{e9}";
const JAPANESE: &str = "otpauth://totp/\u{682a}\u{5f0f}\u{4f1a}\u{793e}:ann?secret=GEZDGNBVGY3TQOJQ";
/// 株式会社 in Shift JIS.
const COMPANY: [u8; 8] = [0x8a, 0x94, 0x8e, 0xae, 0x89, 0xef, 0x8e, 0xd0];
const UPPER: &str = "STEAM://GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

/// Numbers of encodings (AIM, Extended Channel Interpretations).
const ECI_LATIN: u32 = 3;
const ECI_SHIFT_JIS: u32 = 20;
const ECI_UTF_8: u32 = 26;

pub(crate) fn pictures() -> impl Iterator<Item = Picture> {
    let latin: Vec<u8> = LATIN.chars().map(|character| u8::try_from(character).unwrap_or(b'?')).collect();
    let japanese = [&b"otpauth://totp/"[..], &COMPANY, b":ann?secret=GEZDGNBVGY3TQOJQ"].concat();
    let kanji = |bits: &mut Bits| {
        bits.push_byte_data(b"otpauth://totp/")?;
        bits.push_kanji_data(&COMPANY)?;
        bits.push_byte_data(b":ann?secret=GEZDGNBVGY3TQOJQ")
    };
    [
        ("UTF-8", JAPANESE, code(None, JAPANESE.as_bytes())),
        ("UTF-8, named", JAPANESE, code(Some(ECI_UTF_8), JAPANESE.as_bytes())),
        ("UTF-8 of two bytes", LATIN, code(None, LATIN.as_bytes())),
        ("ISO 8859-1", LATIN, code(None, &latin)),
        ("ISO 8859-1, named", LATIN, code(Some(ECI_LATIN), &latin)),
        ("Shift JIS", JAPANESE, code(None, &japanese)),
        ("Shift JIS, named", JAPANESE, code(Some(ECI_SHIFT_JIS), &japanese)),
        ("Kanji", JAPANESE, pushed(kanji)),
        ("letters of two in eleven bits", UPPER, pushed(|bits| bits.push_alphanumeric_data(UPPER.as_bytes()))),
    ]
    .into_iter()
    .flat_map(|(name, text, code)| {
        [3, 6].map(|pixels| Picture::new(format!("text in {name}, {pixels} px"), text, code.drawn(pixels, 4)))
    })
}

fn code(eci: Option<u32>, bytes: &[u8]) -> Code {
    pushed(|bits| {
        if let Some(eci) = eci {
            bits.push_eci_designator(eci)?;
        }
        bits.push_byte_data(bytes)
    })
}

fn pushed(push: impl Fn(&mut Bits) -> qrcode::QrResult<()>) -> Code {
    let mut bits = Bits::new(Version::Normal(7));
    let pushed = push(&mut bits).and_then(|()| bits.push_terminator(EcLevel::L));
    Code::from_code(pushed.and_then(|()| QrCode::with_bits(bits, EcLevel::L)))
}
