//! Styled codes: dots, gaps, round corners, a picture in the middle.

use image::{GrayImage, Luma};
use qrcode::EcLevel;

use crate::Picture;
use crate::code::{Code, LINK, WHITE};

/// The shape of a module: whether a point is dark, relative to its middle, where half a module is 0.5.
type Shape = fn(f32, f32) -> bool;

const SHAPES: [(&str, Shape); 9] = [
    ("dots 0.35", |x, y| x.hypot(y) <= 0.35),
    ("dots 0.40", |x, y| x.hypot(y) <= 0.40),
    ("dots 0.45", |x, y| x.hypot(y) <= 0.45),
    ("dots 0.50", |x, y| x.hypot(y) <= 0.50),
    ("diamonds", |x, y| x.abs() + y.abs() <= 0.55),
    ("squares with gaps", |x, y| x.abs() <= 0.40 && y.abs() <= 0.40),
    ("upright bars", |x, _| x.abs() <= 0.36),
    ("level bars", |_, y| y.abs() <= 0.36),
    ("crosses", |x, y| x.abs() <= 0.25 || y.abs() <= 0.25),
];

#[derive(Clone, Copy, PartialEq)]
enum Corners {
    /// Drawn as squares.
    Square,
    /// Rings around a disc.
    Round,
}

pub(crate) fn pictures() -> impl Iterator<Item = Picture> {
    let shaped = SHAPES.into_iter().flat_map(|(name, shape)| {
        [(4, Corners::Square), (6, Corners::Square), (10, Corners::Square), (6, Corners::Round), (10, Corners::Round)]
            .into_iter()
            .map(move |(pixels, corners)| {
                let round = if corners == Corners::Round { ", round corners" } else { "" };
                Picture::new(format!("style {name}{round}, {pixels} px"), LINK, styled(pixels, corners, shape))
            })
    });
    let logos = [0.12_f32, 0.18, 0.22].into_iter().flat_map(|part| {
        [5, 8]
            .into_iter()
            .map(move |pixels| Picture::new(format!("logo {part}, {pixels} px"), LINK, logo(pixels, part)))
    });
    shaped.chain(logos)
}

fn styled(pixels: u32, corners: Corners, shape: Shape) -> GrayImage {
    let code = Code::of(LINK);
    let far = code.side as f32 - 7.0;
    sampled((code.side + 8) * pixels, |x, y| {
        let (x, y) = (x / pixels as f32 - 4.0, y / pixels as f32 - 4.0);
        if x < 0.0 || y < 0.0 {
            return false;
        }
        let (column, row) = (x as u32, y as u32);
        if !code.is_corner(column, row) {
            return code.is_dark(column, row) && shape(x - column as f32 - 0.5, y - row as f32 - 0.5);
        }
        match corners {
            Corners::Square => code.is_dark(column, row),
            Corners::Round => {
                let middle = |at: f32| if at >= far { at - far - 3.5 } else { at - 3.5 };
                let away = middle(x).hypot(middle(y));
                away <= 1.5 || (2.5..=3.5).contains(&away)
            }
        }
    })
}

/// Four points of each pixel, which gives soft edges like a renderer's.
fn sampled(side: u32, is_dark: impl Fn(f32, f32) -> bool) -> GrayImage {
    GrayImage::from_fn(side, side, |x, y| {
        let points = [(0.25, 0.25), (0.75, 0.25), (0.25, 0.75), (0.75, 0.75)];
        let dark = points.iter().filter(|(dx, dy)| is_dark(x as f32 + dx, y as f32 + dy)).count();
        Luma([(255 - dark * 255 / 4) as u8])
    })
}

/// A disc of another shade in the middle.
fn logo(pixels: u32, part: f32) -> GrayImage {
    let mut picture = Code::with_level(LINK, EcLevel::H).drawn(pixels, 4);
    let (middle, radius) = (picture.width() as f32 / 2.0, picture.width() as f32 * part);
    for (x, y, pixel) in picture.enumerate_pixels_mut() {
        let away = (x as f32 - middle).hypot(y as f32 - middle);
        if away <= radius {
            *pixel = Luma([if away <= radius * 0.8 { 90 } else { WHITE }]);
        }
    }
    picture
}
