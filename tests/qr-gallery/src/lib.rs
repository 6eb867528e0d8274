//! Realistic QR codes, drawn the same way every time: on screens, styled, shaded, small, worn, in other encodings. The
//! tests of the reader use all of them, and `make bench` compares it with other readers.

mod code;
mod encodings;
mod light;
mod screens;
mod sizes;
mod styles;
mod terminals;
mod wear;

use std::io::Cursor;

use image::{DynamicImage, GrayImage, ImageFormat};

pub use screens::uhd;

/// A picture, and the texts of the codes in it.
pub struct Picture {
    /// Its description: `style dots 0.35, 4 px`.
    pub name: String,
    /// The texts, in any order.
    pub texts: Vec<String>,
    /// The file: PNG, or JPEG where compression is the subject.
    pub file: Vec<u8>,
}

impl Picture {
    fn new(name: impl Into<String>, text: &str, image: GrayImage) -> Self {
        Self::of(name, vec![text.to_owned()], DynamicImage::ImageLuma8(image))
    }

    fn of(name: impl Into<String>, texts: Vec<String>, image: DynamicImage) -> Self {
        Self { name: name.into(), texts, file: file(&image, ImageFormat::Png) }
    }

    /// The ending of the file's name.
    #[must_use]
    pub fn ending(&self) -> &'static str {
        if self.file.starts_with(&[0xff, 0xd8]) { "jpg" } else { "png" }
    }
}

/// All pictures; each is drawn when it is needed.
pub fn gallery() -> impl Iterator<Item = Picture> {
    styles::pictures()
        .chain(screens::pictures())
        .chain(sizes::pictures())
        .chain(light::pictures())
        .chain(wear::pictures())
        .chain(terminals::pictures())
        .chain(encodings::pictures())
}

fn file(image: &DynamicImage, format: ImageFormat) -> Vec<u8> {
    let mut bytes = Cursor::new(Vec::new());
    // Writing to a vector cannot fail.
    drop(image.write_to(&mut bytes, format));
    bytes.into_inner()
}
