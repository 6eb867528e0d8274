//! Reads and writes token files: `otpauth` links and QR pictures.
//!
//! Text and bytes come in, accounts go out. It opens no file, asks no clock and stores nothing; what it reads comes
//! from strangers, so every size is checked before memory is taken for it.

mod error;
mod otpauth;
mod qr;

// Links
pub use otpauth::{OtpAuth, ParsedLink, Warning};

// Pictures
pub use qr::{accounts_in_picture, qr_svg, texts_in_picture};

pub use error::TokenFileError;

/// What is too big to be looked at.
pub mod limits {
    /// Longest link, in bytes.
    pub const LINK_BYTES: usize = 256 * 1024;
    /// Largest picture file, in bytes.
    pub const PICTURE_BYTES: usize = 64 * 1024 * 1024;
    /// Longest look for codes in one picture. It is looked at in up to four ways, one after the other.
    pub const PICTURE_TIME: std::time::Duration = std::time::Duration::from_secs(10);
    /// Largest picture, in pixels.
    pub const PICTURE_PIXELS: u64 = 50_000_000;
}
