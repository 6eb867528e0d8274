//! Blur, noise, compression and damage.

use image::codecs::jpeg::JpegEncoder;
use image::{DynamicImage, GrayImage, Luma, imageops};

use crate::Picture;
use crate::code::{Chance, LINK, WHITE, plain};

pub(crate) fn pictures() -> impl Iterator<Item = Picture> {
    blurred().chain(moved()).chain(noisy()).chain(compressed()).chain(damaged())
}

fn blurred() -> impl Iterator<Item = Picture> {
    [(3, 0.8_f32), (3, 1.2), (4, 1.0), (4, 1.6), (5, 1.5), (5, 2.0), (8, 2.5), (8, 3.2)]
        .into_iter()
        .map(|(pixels, by)| Picture::new(format!("blur {by}, {pixels} px"), LINK, imageops::blur(&plain(pixels), by)))
}

fn moved() -> impl Iterator<Item = Picture> {
    [(4, 3), (6, 4), (6, 6), (8, 6), (8, 8), (10, 9)].into_iter().map(|(pixels, by)| {
        let code = plain(pixels);
        let picture = GrayImage::from_fn(code.width(), code.height(), |x, y| {
            let sum: u32 = (0..by).map(|back| u32::from(code.get_pixel(x.saturating_sub(back), y).0[0])).sum();
            Luma([(sum / by) as u8])
        });
        Picture::new(format!("moved by {by}, {pixels} px"), LINK, picture)
    })
}

fn noisy() -> impl Iterator<Item = Picture> {
    [(3, 60), (3, 120), (4, 100), (4, 160), (6, 120), (6, 200)].into_iter().map(|(pixels, strength)| {
        let (mut chance, mut picture) = (Chance::from(u64::from(strength)), plain(pixels));
        for pixel in picture.pixels_mut() {
            let noise = i32::try_from(chance.below(strength)).unwrap_or_default()
                - i32::try_from(strength / 2).unwrap_or_default();
            pixel.0[0] = (i32::from(pixel.0[0]) + noise).clamp(0, 255) as u8;
        }
        Picture::new(format!("noise {strength}, {pixels} px"), LINK, picture)
    })
}

fn compressed() -> impl Iterator<Item = Picture> {
    [5_u8, 8, 12, 15, 25, 40].into_iter().flat_map(|quality| {
        [2, 3, 4].into_iter().map(move |pixels| {
            let mut file = Vec::new();
            let picture = DynamicImage::ImageLuma8(plain(pixels));
            // Writing to a vector cannot fail.
            drop(picture.write_with_encoder(JpegEncoder::new_with_quality(&mut file, quality)));
            Picture { name: format!("JPEG {quality} %, {pixels} px"), texts: vec![LINK.to_owned()], file }
        })
    })
}

/// A blot, a fold, a scratch.
fn damaged() -> impl Iterator<Item = Picture> {
    let blots = [18_u32, 26, 34].into_iter().map(|radius| {
        let mut picture = plain(6);
        let (x, y) = (picture.width() * 3 / 5, picture.height() * 3 / 5);
        for (at_x, at_y, pixel) in picture.enumerate_pixels_mut() {
            if at_x.abs_diff(x).pow(2) + at_y.abs_diff(y).pow(2) <= radius.pow(2) {
                *pixel = Luma([70]);
            }
        }
        Picture::new(format!("blot of {radius} px"), LINK, picture)
    });
    let folds = [2_u32, 4, 6].into_iter().map(|wide| {
        let mut picture = plain(6);
        let middle = picture.height() / 2;
        for (_, y, pixel) in picture.enumerate_pixels_mut() {
            if (middle..middle + wide).contains(&y) {
                *pixel = Luma([WHITE]);
            }
        }
        Picture::new(format!("fold of {wide} px"), LINK, picture)
    });
    blots.chain(folds)
}
