//! Shade over a code, and low contrast.

use image::{DynamicImage, GrayImage, ImageBuffer, Luma, LumaA};

use crate::Picture;
use crate::code::{LINK, plain};

/// The brightness of a point, 0 to 1; both coordinates are 0 to 1.
type Light = fn(f32, f32) -> f32;

const LIGHTS: [(&str, Light); 8] = [
    ("from the left, to 40 %", |x, _| 0.4 + 0.6 * x),
    ("from the left, to 20 %", |x, _| 0.2 + 0.8 * x),
    ("from a corner, to 15 %", |x, y| 0.15 + 0.85 * (x + y) / 2.0),
    ("in the middle", |x, y| (1.0 - (x - 0.5).hypot(y - 0.5)).max(0.1)),
    ("hard shadow, half", |x, _| if x < 0.5 { 0.45 } else { 1.0 }),
    ("hard shadow, slanted", |x, y| if x + 0.6 * y < 0.7 { 0.35 } else { 1.0 }),
    ("hard shadow, a bar", |x, _| if (0.42..0.58).contains(&x) { 0.4 } else { 1.0 }),
    ("blinds", |_, y| if ((y * 9.0) as u32).is_multiple_of(2) { 0.55 } else { 1.0 }),
];

const SHADES: [(u8, u8); 9] =
    [(0, 60), (0, 120), (60, 110), (90, 160), (120, 150), (140, 255), (190, 255), (215, 255), (225, 250)];

pub(crate) fn pictures() -> impl Iterator<Item = Picture> {
    let lit = LIGHTS.into_iter().flat_map(|(name, light)| {
        [3, 6].into_iter().map(move |pixels| {
            let mut picture = plain(pixels);
            let side = picture.width() as f32;
            for (x, y, pixel) in picture.enumerate_pixels_mut() {
                // Printed black is not fully black, and shade reduces the reflected light.
                let shade = 25.0 + f32::from(pixel.0[0]) * 0.85;
                pixel.0[0] = (shade * light(x as f32 / side, y as f32 / side)) as u8;
            }
            Picture::new(format!("light {name}, {pixels} px"), LINK, picture)
        })
    });
    let faint = SHADES.into_iter().flat_map(|(dark, light)| {
        [(false, "dark on light"), (true, "light on dark")].into_iter().map(move |(inverted, name)| {
            let (ink, paper) = if inverted { (light, dark) } else { (dark, light) };
            let picture = GrayImage::from_fn(plain(4).width(), plain(4).width(), |_, _| Luma([paper]));
            Picture::new(format!("shades {dark} and {light}, {name}"), LINK, inked(picture, ink))
        })
    });
    lit.chain(faint).chain([0_u8, 120, 190].into_iter().map(transparent))
}

fn inked(mut paper: GrayImage, ink: u8) -> GrayImage {
    for (paper, code) in paper.pixels_mut().zip(plain(4).pixels()) {
        if code.0[0] == 0 {
            paper.0[0] = ink;
        }
    }
    paper
}

/// Black on transparent, as pages draw it.
fn transparent(ink: u8) -> Picture {
    let code = plain(6);
    let picture =
        ImageBuffer::from_fn(code.width(), code.height(), |x, y| LumaA([ink, 255 - code.get_pixel(x, y).0[0]]));
    Picture::of(format!("shade {ink} on transparent"), vec![LINK.to_owned()], DynamicImage::ImageLumaA8(picture))
}
