//! QR codes: drawn for the screen, and found in pictures.

mod black;
mod effort;
mod finder;
mod picture;
mod search;
mod svg;

pub use picture::{links_in_picture, links_in_pixels, texts_in_picture, texts_in_pixels};
pub use svg::qr_svg;
