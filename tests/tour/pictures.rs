//! Draws pictures for the tour to scan.

use std::io::Cursor;

use image::{GrayImage, ImageFormat, Luma, imageops};
use qrcode::{Color, QrCode};

/// Pixels per module.
const SCALE: u32 = 4;
/// The white margin in modules.
const EDGE: u32 = 4;

/// A PNG with the QR codes of these texts, next to each other.
pub fn png_of(texts: &[String]) -> Vec<u8> {
    let codes: Vec<_> = texts.iter().map(|text| code(text)).collect();
    let height = codes.iter().map(GrayImage::height).max().unwrap_or(1);
    let mut picture = GrayImage::from_pixel(codes.iter().map(GrayImage::width).sum(), height, Luma([255]));
    let mut left = 0;
    for code in &codes {
        imageops::replace(&mut picture, code, left, 0);
        left += i64::from(code.width());
    }
    png(&picture)
}

/// A PNG without a code: a sky above a field.
pub fn png_without_codes() -> Vec<u8> {
    png(&GrayImage::from_fn(320, 200, |x, y| {
        let shade = if y < 120 { 255 - y } else { 60 + (x * 7 + y * 3) % 40 };
        Luma([u8::try_from(shade).unwrap_or(255)])
    }))
}

fn code(text: &str) -> GrayImage {
    let code = QrCode::new(text).expect("the text fits a QR code");
    let (modules, side) = (code.to_colors(), u32::try_from(code.width()).expect("a QR code is small"));
    GrayImage::from_fn((side + 2 * EDGE) * SCALE, (side + 2 * EDGE) * SCALE, |x, y| {
        let at = |pixel: u32| (pixel / SCALE).checked_sub(EDGE).filter(|module| *module < side);
        let module = at(x).zip(at(y)).map(|(x, y)| modules[(y * side + x) as usize]);
        Luma([if module == Some(Color::Dark) { 0 } else { 255 }])
    })
}

fn png(picture: &GrayImage) -> Vec<u8> {
    let mut bytes = Cursor::new(Vec::new());
    picture.write_to(&mut bytes, ImageFormat::Png).expect("a PNG can be written");
    bytes.into_inner()
}
