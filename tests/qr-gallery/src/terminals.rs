//! Codes drawn with characters of a terminal: two modules per character, with gaps where the font does not fill the
//! line.

use image::{GrayImage, Luma};

use crate::Picture;
use crate::code::{Code, LINK};

pub(crate) fn pictures() -> impl Iterator<Item = Picture> {
    [(7, 14), (8, 16), (9, 18), (10, 20)].into_iter().flat_map(|(wide, high)| {
        [(0, false), (1, false), (2, false), (0, true), (1, true)].into_iter().map(move |(gap, on_light)| {
            let ground = if on_light { "light" } else { "dark" };
            let name = format!("terminal {wide} × {high}, gap {gap}, {ground}");
            Picture::new(name, LINK, drawn(wide, high, gap, on_light))
        })
    })
}

/// White half blocks on a dark terminal, or black ones on a light one.
fn drawn(wide: u32, high: u32, gap: u32, on_light: bool) -> GrayImage {
    let code = Code::of(LINK);
    let (columns, lines) = (code.side + 4, (code.side + 5) / 2);
    let ground = if on_light { 255 } else { 12 };
    let mut screen = GrayImage::from_pixel(columns * wide + 200, lines * (high + gap) + 160, Luma([ground]));
    for line in 0..lines {
        for column in 0..columns {
            for y in 0..high {
                let row = (2 * line + u32::from(y >= high / 2)).wrapping_sub(2);
                let dark = code.is_dark(column.wrapping_sub(2), row);
                // A character is drawn only where it differs from the background.
                if dark == on_light {
                    for x in 0..wide {
                        let shade = if on_light { 0 } else { 235 };
                        screen.put_pixel(100 + column * wide + x, 80 + line * (high + gap) + y, Luma([shade]));
                    }
                }
            }
        }
    }
    screen
}
