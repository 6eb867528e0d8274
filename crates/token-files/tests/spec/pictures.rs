//! QR codes in pictures. The tests draw every picture themselves.

use std::io::Cursor;

use image::{DynamicImage, GrayImage, ImageFormat, Luma, LumaA, imageops};
use proofup_token_files::{TokenFileError, links_in_picture, qr_svg, texts_in_picture};
use qrcode::bits::Bits;
use qrcode::{Color, EcLevel, QrCode, Version};

const ANNA: &str = "otpauth://totp/Contoso:anna?secret=MZXW6YTBOIMZXW6YTBOI";
const BEN: &str = "otpauth://hotp/Fabrikam:ben?secret=GEZDGNBVGY3TQOJQ&counter=3";

/// Renders our own SVG, so that the tests read the same picture as people see.
pub fn modules_of(svg: &str) -> Vec<Vec<bool>> {
    let after = |text: &str, mark: &str| text.split_once(mark).expect(mark).1.to_owned();
    let side: usize = after(svg, "viewBox=\"0 0 ").split(' ').next().unwrap().parse().unwrap();
    let mut drawn = vec![vec![false; side]; side];
    let dark = after(svg, "<path fill=\"#000\" d=\"");
    for run in dark.split('M').skip(1) {
        let (x, rest) = run.split_once(' ').unwrap();
        let (y, rest) = rest.split_once('h').unwrap();
        let length: usize = rest.split_once('v').unwrap().0.parse().unwrap();
        let (x, y): (usize, usize) = (x.parse().unwrap(), y.parse().unwrap());
        drawn[y][x..x + length].fill(true);
    }
    drawn
}

pub fn picture_of(modules: &[Vec<bool>], scale: u32) -> GrayImage {
    let side = u32::try_from(modules.len()).unwrap() * scale;
    GrayImage::from_fn(side, side, |x, y| {
        Luma([if modules[(y / scale) as usize][(x / scale) as usize] { 0 } else { 255 }])
    })
}

pub fn png(picture: &GrayImage) -> Vec<u8> {
    written(&DynamicImage::ImageLuma8(picture.clone()), ImageFormat::Png)
}

fn written(picture: &DynamicImage, format: ImageFormat) -> Vec<u8> {
    let mut bytes = Cursor::new(Vec::new());
    picture.write_to(&mut bytes, format).unwrap();
    bytes.into_inner()
}

fn code(text: &str, scale: u32) -> GrayImage {
    picture_of(&modules_of(&qr_svg(text).unwrap()), scale)
}

fn texts(bytes: &[u8]) -> Vec<String> {
    texts_in_picture(bytes).unwrap().iter().map(|text| text.to_string()).collect()
}

#[test]
fn reads_every_format() {
    let picture = DynamicImage::ImageLuma8(code(ANNA, 4));
    let rgb = DynamicImage::ImageRgb8(picture.to_rgb8());
    for (picture, format) in [
        (&picture, ImageFormat::Png),
        (&picture, ImageFormat::Jpeg),
        (&rgb, ImageFormat::WebP),
        (&rgb, ImageFormat::Gif),
        (&rgb, ImageFormat::Bmp),
    ] {
        assert_eq!(texts(&written(picture, format)), [ANNA], "{format:?}");
    }
}

#[test]
fn reads_codes_of_any_size_and_orientation() {
    for scale in [1, 2, 3, 10, 40] {
        assert_eq!(texts(&png(&code(ANNA, scale))), [ANNA], "{scale} pixels per module");
    }
    let picture = code(ANNA, 5);
    for turned in [imageops::rotate90(&picture), imageops::rotate180(&picture), imageops::rotate270(&picture)] {
        assert_eq!(texts(&png(&turned)), [ANNA]);
    }
}

#[test]
fn reads_white_on_black() {
    let mut picture = code(ANNA, 5);
    imageops::invert(&mut picture);
    assert_eq!(texts(&png(&picture)), [ANNA], "dark themes show codes like this");
}

#[test]
fn reads_black_on_transparent() {
    let picture = code(ANNA, 5);
    let transparent = image::ImageBuffer::from_fn(picture.width(), picture.height(), |x, y| {
        LumaA([0_u8, 255 - picture.get_pixel(x, y).0[0]])
    });
    assert_eq!(texts(&written(&DynamicImage::ImageLumaA8(transparent), ImageFormat::Png)), [ANNA]);
}

#[test]
fn reads_a_code_in_a_screenshot() {
    let mut screen = GrayImage::from_fn(1920, 1080, |x, y| Luma([(200 + (x / 97 + y / 61) % 40) as u8]));
    imageops::replace(&mut screen, &code(ANNA, 4), 1200, 500);
    assert_eq!(texts(&png(&screen)), [ANNA]);
}

#[test]
fn reads_several_codes_and_each_once() {
    let mut sheet = GrayImage::from_pixel(900, 700, Luma([255]));
    for (text, x, y) in [(ANNA, 20, 20), (BEN, 480, 20), (ANNA, 20, 360)] {
        imageops::replace(&mut sheet, &code(text, 6), x, y);
    }
    let mut found = texts(&png(&sheet));
    found.sort_unstable();
    assert_eq!(found, [BEN, ANNA]);
}

#[test]
fn a_code_may_hold_several_links() {
    let read = links_in_picture(&png(&code(&format!("{ANNA}\n{BEN}"), 5))).unwrap();
    assert_eq!(read.iter().filter(|link| link.is_ok()).count(), 2, "{read:?}");
}

#[test]
fn one_bad_code_does_not_hide_the_good_one() {
    let mut sheet = GrayImage::from_pixel(1000, 1000, Luma([255]));
    let broken = "otpauth://totp/x?secret=00000000";
    for (text, x, y) in [(ANNA, 20, 20), (broken, 500, 20), ("https://example.org/", 20, 500)] {
        imageops::replace(&mut sheet, &code(text, 6), x, y);
    }
    let accounts = links_in_picture(&png(&sheet)).unwrap();
    assert_eq!(accounts.len(), 2, "the web address is no account and is passed over");
    assert_eq!(accounts.iter().filter(|account| account.is_ok()).count(), 1);
    assert!(accounts.iter().any(|account| matches!(account, Err(TokenFileError::Otp(_)))));
}

#[test]
fn a_code_that_is_not_an_account_is_reported() {
    for text in ["https://example.org/", "just words"] {
        assert_eq!(links_in_picture(&png(&code(text, 5))), Err(TokenFileError::NotAnAccount), "{text}");
    }
    assert_eq!(
        links_in_picture(&png(&code("otpauth-migration://offline?data=CiA", 5))).unwrap(),
        [Err(TokenFileError::MigrationDamaged)],
        "a broken account has its own error"
    );
}

/// A code of bytes that it says are UTF-8.
fn code_of_bytes(bytes: &[u8], scale: u32) -> GrayImage {
    /// The number of UTF-8 among encodings (ISO/IEC 18004, section 7.4.2).
    const UTF_8: u32 = 26;
    let level = EcLevel::M;
    let mut bits = Bits::new(Version::Normal(6));
    bits.push_eci_designator(UTF_8).unwrap();
    bits.push_byte_data(bytes).unwrap();
    bits.push_terminator(level).unwrap();
    let drawn = QrCode::with_bits(bits, level).unwrap();
    let (side, colors) = (drawn.width(), drawn.into_colors());
    // With a margin of four modules.
    let is_dark = |x: usize, y: usize| {
        let inside = |at: usize| at.checked_sub(4).filter(|at| *at < side);
        inside(x).zip(inside(y)).is_some_and(|(x, y)| colors[y * side + x] == Color::Dark)
    };
    let modules: Vec<Vec<bool>> = (0..side + 8).map(|y| (0..side + 8).map(|x| is_dark(x, y)).collect()).collect();
    picture_of(&modules, scale)
}

#[test]
fn a_code_whose_text_cannot_be_read_is_another_error_than_no_code() {
    assert_eq!(texts(&png(&code_of_bytes(ANNA.as_bytes(), 5))), [ANNA], "the drawing is right");
    let cut = [ANNA.as_bytes(), b"&issuer=\xc3"].concat();
    for bytes in [&cut[..], b"\xff\xfe\xfd", b""] {
        let picture = png(&code_of_bytes(bytes, 5));
        assert_eq!(texts_in_picture(&picture), Err(TokenFileError::TextUnreadable), "{bytes:?}");
        assert_eq!(links_in_picture(&picture), Err(TokenFileError::TextUnreadable), "{bytes:?}");
    }
}

#[test]
fn a_code_whose_text_cannot_be_read_does_not_hide_the_good_one() {
    let mut sheet = GrayImage::from_pixel(900, 420, Luma([255]));
    imageops::replace(&mut sheet, &code_of_bytes(b"\xff\xfe\xfd", 6), 20, 20);
    imageops::replace(&mut sheet, &code(ANNA, 6), 480, 20);
    assert_eq!(texts(&png(&sheet)), [ANNA]);
}

#[test]
fn a_picture_without_a_code_is_reported() {
    assert_eq!(texts_in_picture(&png(&GrayImage::from_pixel(300, 200, Luma([255])))), Err(TokenFileError::NoQrCode));
    let noise = GrayImage::from_fn(300, 300, |x, y| Luma([(x.wrapping_mul(7919) ^ y.wrapping_mul(104_729)) as u8]));
    assert_eq!(texts_in_picture(&png(&noise)), Err(TokenFileError::NoQrCode));
    for (width, height) in [(1, 1), (1, 4000), (4000, 1), (2, 2)] {
        let sliver = GrayImage::from_pixel(width, height, Luma([0]));
        assert_eq!(texts_in_picture(&png(&sliver)), Err(TokenFileError::NoQrCode), "{width}x{height}");
    }
}

#[test]
fn a_file_that_is_not_a_picture_is_reported() {
    let whole = png(&code(ANNA, 4));
    for bytes in [&b""[..], b"otpauth://totp/a?secret=MZXW6YTBOI", b"<svg/>", b"%PDF-1.7", &whole[..40], &whole[..8]] {
        assert_eq!(texts_in_picture(bytes), Err(TokenFileError::NotAPicture));
    }
}

#[test]
fn a_cut_or_flipped_picture_never_panics() {
    let whole = written(&DynamicImage::ImageLuma8(code(ANNA, 2)), ImageFormat::Jpeg);
    for end in (0..whole.len()).step_by(37) {
        let _ = texts_in_picture(&whole[..end]);
    }
    for at in (0..whole.len()).step_by(23) {
        let mut bytes = whole.clone();
        bytes[at] ^= 0x55;
        let _ = texts_in_picture(&bytes);
    }
}

#[test]
fn a_small_file_that_claims_to_be_huge_is_refused_before_memory_is_taken() {
    // A PNG header of 30 000 x 30 000 pixels with a right checksum and no data after it.
    let mut header = b"\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR".to_vec();
    header.extend_from_slice(&30_000_u32.to_be_bytes());
    header.extend_from_slice(&30_000_u32.to_be_bytes());
    header.extend_from_slice(&[8, 0, 0, 0, 0]);
    let checksum = crc32(&header[12..]);
    header.extend_from_slice(&checksum.to_be_bytes());
    header.extend_from_slice(b"\0\0\0\0IDAT\x35\xaf\x06\x1e");
    assert_eq!(texts_in_picture(&header), Err(TokenFileError::PictureTooLarge));
}

#[test]
fn a_file_over_64_mebibytes_is_refused() {
    let mut bytes = png(&code(ANNA, 4));
    bytes.resize(64 * 1024 * 1024 + 1, 0);
    assert_eq!(texts_in_picture(&bytes), Err(TokenFileError::PictureTooLarge));
}

#[test]
fn a_search_in_a_picture_full_of_finder_patterns_ends() {
    let finder = |x: u32, y: u32| {
        let (x, y) = (x % 10, y % 10);
        let edge = x < 7 && y < 7 && (x == 0 || y == 0 || x == 6 || y == 6);
        edge || ((2..5).contains(&x) && (2..5).contains(&y))
    };
    let picture = GrayImage::from_fn(1500, 1500, |x, y| Luma([if finder(x / 2, y / 2) { 0 } else { 255 }]));
    assert_eq!(
        texts_in_picture(&png(&picture)),
        Err(TokenFileError::PictureTooBusy),
        "5 625 corners make millions of pairs; a hostile picture must not hold a worker for hours"
    );
}

/// CRC-32 (ISO 3309) bit by bit, as PNG uses it.
fn crc32(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(u32::MAX, |crc, &byte| {
        (0..8).fold(crc ^ u32::from(byte), |crc, _| if crc & 1 == 1 { crc >> 1 ^ 0xEDB8_8320 } else { crc >> 1 })
    })
}

#[test]
fn reads_codes_of_both_colours_in_one_picture() {
    let mut sheet = GrayImage::from_pixel(900, 420, Luma([255]));
    imageops::replace(&mut sheet, &code(ANNA, 6), 20, 20);
    let mut dark = code(BEN, 6);
    imageops::invert(&mut dark);
    imageops::replace(&mut sheet, &dark, 480, 20);
    let mut found = texts(&png(&sheet));
    found.sort_unstable();
    assert_eq!(found, [BEN, ANNA]);
}

#[test]
fn reads_the_densest_export_from_a_phones_screen() {
    use proofup_otp::{Algorithm, Kind, OtpParams, Secret};
    use proofup_token_files::{Link, OtpAuth, migration_links};

    let accounts: Vec<_> = (0..10)
        .map(|number| {
            let secret = Secret::from_bytes((0..32).map(|byte| byte * 7 + number).collect()).unwrap();
            let params = OtpParams::new(secret, Kind::Totp { period: 30 }, Algorithm::Sha1, 6).unwrap();
            OtpAuth {
                params,
                issuer: format!("Issuer number {number}"),
                account: format!("person{number}@contoso.example"),
            }
        })
        .collect();
    let link = &migration_links(&accounts, 1).links[0];
    let dense = code(link, 3);
    for inverted in [false, true] {
        // A phone shows the code in the middle of a dark or light page.
        let mut screen = GrayImage::from_pixel(720, 1280, Luma([if inverted { 20 } else { 250 }]));
        let mut shown = dense.clone();
        if inverted {
            imageops::invert(&mut shown);
        }
        imageops::replace(&mut screen, &shown, 60, 300);
        let found = links_in_picture(&png(&screen)).unwrap();
        let [Ok(Link::Part(part))] = &found[..] else { panic!("{found:?}") };
        assert_eq!(part.accounts.iter().filter(|account| account.is_ok()).count(), 10);
    }
}
