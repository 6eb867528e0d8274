//! The modules of a code, and plain drawings of them.

use image::{GrayImage, Luma};
use qrcode::{Color, EcLevel, QrCode};

/// A typical link.
pub(crate) const LINK: &str = "otpauth://totp/Contoso:anna%40contoso.example?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ\
    &issuer=Contoso&algorithm=SHA1&digits=6&period=30";

pub(crate) const WHITE: u8 = 255;

/// The modules of a code.
pub(crate) struct Code {
    pub(crate) side: u32,
    dark: Vec<bool>,
}

impl Code {
    pub(crate) fn of(text: &str) -> Self {
        Self::with_level(text, EcLevel::M)
    }

    pub(crate) fn with_level(text: &str, level: EcLevel) -> Self {
        Self::from_code(QrCode::with_error_correction_level(text, level))
    }

    pub(crate) fn from_code(code: qrcode::QrResult<QrCode>) -> Self {
        let Ok(code) = code else { return Self { side: 0, dark: Vec::new() } };
        let side = u32::try_from(code.width()).unwrap_or_default();
        Self { side, dark: code.into_colors().into_iter().map(|color| color == Color::Dark).collect() }
    }

    pub(crate) fn is_dark(&self, x: u32, y: u32) -> bool {
        x < self.side && y < self.side && self.dark[(y * self.side + x) as usize]
    }

    /// Whether a module belongs to one of the three corners.
    pub(crate) fn is_corner(&self, x: u32, y: u32) -> bool {
        let far = self.side.saturating_sub(7);
        (x < 7 || x >= far) && (y < 7 || y >= far) && !(x >= far && y >= far)
    }

    /// Black on white with this number of white modules around it.
    pub(crate) fn drawn(&self, pixels: u32, quiet: u32) -> GrayImage {
        let side = (self.side + 2 * quiet) * pixels;
        GrayImage::from_fn(side, side, |x, y| {
            let module = |at: u32| (at / pixels).wrapping_sub(quiet);
            Luma([if self.is_dark(module(x), module(y)) { 0 } else { WHITE }])
        })
    }
}

/// The usual code with the usual margin.
pub(crate) fn plain(pixels: u32) -> GrayImage {
    Code::of(LINK).drawn(pixels, 4)
}

/// Pseudo-random numbers that are the same every time (Knuth's constants for a linear congruential generator).
pub(crate) struct Chance(u64);

impl Chance {
    pub(crate) const fn from(seed: u64) -> Self {
        Self(seed)
    }

    /// A number below a bound.
    pub(crate) fn below(&mut self, bound: u32) -> u32 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        ((self.0 >> 33) % u64::from(bound.max(1))) as u32
    }
}
