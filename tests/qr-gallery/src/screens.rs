//! Screenshots of whole screens, with windows and lines of text around the code, light and dark.

use image::imageops::{self, FilterType};
use image::{GrayImage, Luma};

use crate::Picture;
use crate::code::{Chance, Code, LINK, plain};

const SCREENS: [(&str, u32, u32); 9] = [
    ("1366 × 768", 1366, 768),
    ("1920 × 1080", 1920, 1080),
    ("2560 × 1440", 2560, 1440),
    ("two of 1920 × 1080", 3840, 1080),
    ("3840 × 2160", 3840, 2160),
    ("two of 3840 × 2160", 7680, 2160),
    ("phone 1080 × 2340", 1080, 2340),
    ("phone 1170 × 2532", 1170, 2532),
    ("phone 1440 × 3200", 1440, 3200),
];

pub(crate) fn pictures() -> impl Iterator<Item = Picture> {
    let whole = SCREENS.into_iter().enumerate().flat_map(|(number, (name, width, height))| {
        [(2, false), (3, false), (5, false), (2, true), (4, true)].into_iter().map(move |(pixels, dark)| {
            let theme = if dark { "dark" } else { "light" };
            let picture = screen(width, height, &plain(pixels), dark, number as u64);
            Picture::new(format!("screen {name}, {theme}, {pixels} px"), LINK, picture)
        })
    });
    let inverted = [3, 4, 6].into_iter().map(|pixels| {
        let mut picture = screen(1920, 1080, &plain(pixels), false, 40);
        imageops::invert(&mut picture);
        Picture::new(format!("screen 1920 × 1080, inverted, {pixels} px"), LINK, picture)
    });
    whole.chain(inverted).chain(shaded()).chain([2, 4, 9, 16].into_iter().map(several))
}

/// Photographs of codes, shown small on a large screen.
fn shaded() -> impl Iterator<Item = Picture> {
    type Light = fn(f32) -> f32;
    let shades: [(_, Light); 2] =
        [("half in shadow", |x| if x < 0.5 { 1.0 } else { 0.3 }), ("darker to the right", |x| 1.0 - 0.7 * x)];
    shades.into_iter().flat_map(|(name, light)| {
        [(3000, 1500, 2.25_f32), (3840, 2160, 2.5)].into_iter().map(move |(width, height, pixels)| {
            let code = plain(1);
            let side = (code.width() as f32 * pixels) as u32;
            let mut code = imageops::resize(&code, side, side, FilterType::Nearest);
            for (x, _, pixel) in code.enumerate_pixels_mut() {
                pixel.0[0] = (f32::from(pixel.0[0]) * light(x as f32 / side as f32)) as u8;
            }
            let picture = screen(width, height, &code, false, 50);
            Picture::new(format!("screen {width} × {height}, {name}, {pixels} px"), LINK, picture)
        })
    })
}

/// A picture of one 4K screen with a code of two pixels a module, for measuring.
#[must_use]
pub fn uhd() -> Picture {
    Picture::new("screen 3840 × 2160, light, 2 px", LINK, screen(3840, 2160, &plain(2), false, 4))
}

/// A desktop with three windows; the code stands in the last.
fn screen(width: u32, height: u32, code: &GrayImage, dark: bool, seed: u64) -> GrayImage {
    let mut chance = Chance::from(seed);
    let (paper, ink) = if dark { (32, 225) } else { (250, 40) };
    let mut screen = GrayImage::from_fn(width, height, |x, y| Luma([(90 + (x / 97 + y / 61) % 60) as u8]));
    for _ in 0..3 {
        let (wide, high) = (width / 2 + chance.below(width / 4), height / 2 + chance.below(height / 4));
        let (left, top) = (chance.below(width - wide), chance.below(height - high));
        window(&mut screen, [left, top, wide, high], [paper, ink], &mut chance);
    }
    let (left, top) = (width * 3 / 5 - code.width() / 2, height * 2 / 5);
    window(&mut screen, [left - 60, top - 90, code.width() + 120, code.height() + 190], [paper, ink], &mut chance);
    imageops::replace(&mut screen, code, i64::from(left), i64::from(top));
    screen
}

/// Lines of text: bars of the size of letters with gaps between them.
fn window(screen: &mut GrayImage, [left, top, wide, high]: [u32; 4], [paper, ink]: [u8; 2], chance: &mut Chance) {
    let (width, height) = screen.dimensions();
    for y in top..(top + high).min(height) {
        for x in left..(left + wide).min(width) {
            screen.put_pixel(x, y, Luma([paper]));
        }
    }
    for line in (top + 12..(top + high).saturating_sub(14)).step_by(20) {
        let mut x = left + 12;
        while x + 10 < left + wide {
            if chance.below(6) > 0 {
                let strokes: Vec<u32> = (0..2 + chance.below(3)).map(|_| chance.below(6)).collect();
                for y in line..(line + 9).min(height) {
                    for stroke in strokes.iter().map(|stroke| x + stroke).filter(|x| *x < width) {
                        screen.put_pixel(stroke, y, Luma([ink]));
                    }
                }
            }
            x += 8;
        }
    }
}

/// A sheet with several codes.
fn several(count: u32) -> Picture {
    let texts: Vec<String> = (0..count)
        .map(|number| format!("otpauth://totp/Contoso:person{number}?secret=GEZDGNBVGY3TQOJQ&issuer=Contoso"))
        .collect();
    let columns = f64::from(count).sqrt().ceil() as u32;
    let mut sheet = GrayImage::from_pixel(columns * 230 + 40, columns * 230 + 40, Luma([255]));
    for (number, text) in (0..).zip(&texts) {
        let code = Code::of(text).drawn(5, 4);
        let place = |at: u32| i64::from(20 + at * 230);
        imageops::replace(&mut sheet, &code, place(number % columns), place(number / columns));
    }
    Picture::of(format!("sheet of {count}"), texts, image::DynamicImage::ImageLuma8(sheet))
}
