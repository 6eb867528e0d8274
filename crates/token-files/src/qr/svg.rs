//! Draws a QR code as SVG.

use std::fmt::Write as _;

use qrcode::{Color, EcLevel, QrCode};
use zeroize::Zeroizing;

use crate::TokenFileError;

/// The width of the white margin, in modules (ISO/IEC 18004).
const QUIET_ZONE: usize = 4;

/// Draws `text` as a black code on white with its margin, one unit per module, without a fixed size.
///
/// The picture has no role and no text of its own: the page around it describes it. It shows the secret, so it is wiped
/// when dropped.
///
/// # Errors
/// [`TokenFileError::TooLongForQr`] from 2 332 bytes on.
pub fn qr_svg(text: &str) -> Result<Zeroizing<String>, TokenFileError> {
    let code = QrCode::with_error_correction_level(text, EcLevel::M).map_err(|_| TokenFileError::TooLongForQr)?;
    let modules = code.width();
    let side = modules + 2 * QUIET_ZONE;
    let colors = code.into_colors();
    let mut svg = Zeroizing::new(String::with_capacity(200 + 20 * colors.len()));
    // Writing to a String cannot fail.
    let _ = write!(
        svg,
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {side} {side}\" shape-rendering=\"crispEdges\">\
         <path fill=\"#fff\" d=\"M0 0h{side}v{side}H0z\"/><path fill=\"#000\" d=\""
    );
    // One rectangle per run of dark modules avoids fine lines between neighbours at odd scales.
    for (y, row) in colors.chunks(modules).enumerate() {
        let mut x = 0;
        while let Some(start) = row[x..].iter().position(|&color| color == Color::Dark).map(|at| x + at) {
            let length = row[start..].iter().take_while(|&&color| color == Color::Dark).count();
            let _ = write!(svg, "M{} {}h{length}v1h-{length}z", start + QUIET_ZONE, y + QUIET_ZONE);
            x = start + length;
        }
    }
    svg.push_str("\"/></svg>");
    Ok(svg)
}
