//! QR codes: drawn for the screen, and found in pictures.

mod picture;
mod search;
mod svg;

pub use picture::{accounts_in_picture, texts_in_picture};
pub use svg::qr_svg;
