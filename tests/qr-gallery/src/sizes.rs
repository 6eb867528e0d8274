//! Small, dense, zoomed and turned codes.

use image::imageops::{self, FilterType};
use image::{GrayImage, Luma};

use crate::Picture;
use crate::code::{Code, LINK, WHITE, plain};

pub(crate) fn pictures() -> impl Iterator<Item = Picture> {
    zoomed().chain(turned()).chain(leaning()).chain(dense()).chain(narrow())
}

/// Codes as browsers and fractional scaling draw them.
fn zoomed() -> impl Iterator<Item = Picture> {
    [1.1_f32, 1.25, 1.33, 1.5, 1.67, 1.75, 2.25, 2.5, 3.3].into_iter().flat_map(|pixels| {
        [("nearest", FilterType::Nearest), ("smooth", FilterType::Triangle), ("sharp", FilterType::Lanczos3)]
            .into_iter()
            .map(move |(name, filter)| {
                let code = plain(4);
                let side = (code.width() as f32 / 4.0 * pixels).round() as u32;
                let mut page = GrayImage::from_pixel(600, 400, Luma([WHITE]));
                imageops::replace(&mut page, &imageops::resize(&code, side, side, filter), 120, 60);
                Picture::new(format!("zoom {pixels} px, {name}"), LINK, page)
            })
    })
}

fn turned() -> impl Iterator<Item = Picture> {
    [3.0_f32, 7.0, 12.0, 20.0, 33.0, 45.0, 90.0, 137.0, 180.0].into_iter().map(|degrees| {
        let (sin, cos) = degrees.to_radians().sin_cos();
        let code = plain(5);
        let picture = mapped(&code, 480, move |x, y| (x * cos + y * sin, y * cos - x * sin));
        Picture::new(format!("turned by {degrees}°"), LINK, picture)
    })
}

/// Seen from the side: the far edge is shorter.
fn leaning() -> impl Iterator<Item = Picture> {
    [0.0004_f32, 0.0008, 0.0012].into_iter().flat_map(|lean| {
        [6, 8].into_iter().map(move |pixels| {
            let code = plain(pixels);
            let picture = mapped(&code, 640, move |x, y| {
                let away = 1.0 + lean * y;
                (x * away, y * away)
            });
            Picture::new(format!("leaning {lean}, {pixels} px"), LINK, picture)
        })
    })
}

/// More and more text: versions 5 to 40.
fn dense() -> impl Iterator<Item = Picture> {
    [200_usize, 500, 1000, 1600, 2200].into_iter().flat_map(|bytes| {
        [2, 3, 4].into_iter().map(move |pixels| {
            let text = format!("otpauth-migration://offline?data={}", "CjEKFDEy".repeat(bytes / 8));
            let picture = Code::of(&text).drawn(pixels, 4);
            Picture::new(format!("dense, {bytes} bytes, {pixels} px"), &text, picture)
        })
    })
}

/// A narrower margin than the standard requires.
fn narrow() -> impl Iterator<Item = Picture> {
    [0_u32, 1, 2].into_iter().flat_map(|quiet| {
        [200_u8, 245].into_iter().map(move |around| {
            let code = Code::of(LINK).drawn(4, quiet);
            let mut page = GrayImage::from_pixel(500, 400, Luma([around]));
            imageops::replace(&mut page, &code, 90, 70);
            Picture::new(format!("margin {quiet} on shade {around}"), LINK, page)
        })
    })
}

/// Draws a picture on a white page: `from` maps each point of the page, relative to its middle, to a point of the
/// picture.
fn mapped(code: &GrayImage, side: u32, from: impl Fn(f32, f32) -> (f32, f32)) -> GrayImage {
    let (middle, half) = (side as f32 / 2.0, code.width() as f32 / 2.0);
    GrayImage::from_fn(side, side, |x, y| {
        let (x, y) = from(x as f32 - middle, y as f32 - middle);
        let (x, y) = (x + half, y + half);
        if x < 0.0 || y < 0.0 || x >= code.width() as f32 - 1.0 || y >= code.height() as f32 - 1.0 {
            return Luma([WHITE]);
        }
        imageops::interpolate_bilinear(code, x, y).unwrap_or(Luma([WHITE]))
    })
}
