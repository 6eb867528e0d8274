//! Any bytes as a picture file, as pixels, and as the text of a QR code with spots on it. A code without spots gives
//! its text.
#![no_main]

use std::io::Cursor;

use image::{GrayImage, ImageFormat, Luma, imageops};
use libfuzzer_sys::fuzz_target;
use proofup_token_files::{links_in_picture, texts_in_picture};
use qrcode::{Color, QrCode};

/// Pixels per module, and the width of the white margin in modules.
const SCALE: u32 = 3;
const EDGE: u32 = 4;
/// Larger pictures are slow, so that few could be tried.
const LONGEST_TEXT: usize = 120;
const WIDEST: usize = 96;

fuzz_target!(|data: &[u8]| {
    let Some((choice, rest)) = data.split_first() else { return };
    match choice % 3 {
        0 => {
            let _ = links_in_picture(rest);
        }
        1 => {
            let Some((width, pixels)) = rest.split_first() else { return };
            let width = usize::from(*width) % WIDEST + 1;
            let height = (pixels.len() / width).min(WIDEST);
            let picture = size(width).zip(size(height)).and_then(|(width, height)| {
                GrayImage::from_raw(width, height, pixels[..width as usize * height as usize].to_vec())
            });
            let Some(picture) = picture.filter(|picture| picture.height() > 0) else { return };
            let picture =
                imageops::resize(&picture, picture.width() * SCALE, picture.height() * SCALE, imageops::Nearest);
            let _ = texts_in_picture(&file(&picture));
        }
        _ => {
            // One byte is the number of spots, two bytes follow for each, the rest is the text.
            let Some((spots, rest)) = rest.split_first() else { return };
            let spots = usize::from(*spots) % 8;
            let Some((places, text)) = rest.split_at_checked(spots * 2) else { return };
            let Ok(text) = std::str::from_utf8(text) else { return };
            if text.is_empty() || text.len() > LONGEST_TEXT || !text.is_ascii() {
                return;
            }
            let mut picture = code(text);
            for place in places.chunks_exact(2) {
                let (x, y) = (u32::from(place[0]) % picture.width(), u32::from(place[1]) % picture.height());
                picture.put_pixel(x, y, Luma([if place[0] % 2 == 0 { 0 } else { 255 }]));
            }
            let read = texts_in_picture(&file(&picture));
            if spots == 0 {
                let read = read.expect("a clean code is read");
                assert!(read.iter().any(|read| read.as_str() == text), "{text:?} is read as {read:?}");
            }
        }
    }
});

fn size(side: usize) -> Option<u32> {
    u32::try_from(side).ok()
}

fn code(text: &str) -> GrayImage {
    let code = QrCode::new(text).expect("so short a text fits");
    let (modules, side) = (code.to_colors(), code.width());
    let white = (size(side).expect("a code is small") + 2 * EDGE) * SCALE;
    GrayImage::from_fn(white, white, |x, y| {
        let at = |pixel: u32| {
            (pixel / SCALE).checked_sub(EDGE).map(|module| module as usize).filter(|module| *module < side)
        };
        let module = at(x).zip(at(y)).map(|(x, y)| modules[y * side + x]);
        Luma([if module == Some(Color::Dark) { 0 } else { 255 }])
    })
}

fn file(picture: &GrayImage) -> Vec<u8> {
    let mut bytes = Cursor::new(Vec::new());
    picture.write_to(&mut bytes, ImageFormat::Bmp).expect("a bitmap can be written");
    bytes.into_inner()
}
