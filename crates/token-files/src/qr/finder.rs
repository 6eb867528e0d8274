//! Finds the codes in a black and white picture: first their corners, then the code between three of them.

use rxing::common::cpp_essentials::{ConcentricPattern, GetPatternRowTP, LocateConcentricPattern, PatternRow};
use rxing::common::{BitMatrix, DetectorRXingResult as _};
use rxing::qrcode::cpp_port::decoder::Decode;
use rxing::qrcode::cpp_port::detector::{GenerateFinderPatternSets, SampleQR};
use rxing::{Point, point};
use zeroize::Zeroizing;

use super::effort::{CORNERS_AT_ONCE, Effort};

/// The widths of the bars across a corner, in modules (ISO/IEC 18004, section 6.3.3).
const CORNER: [u16; 5] = [1, 1, 3, 1, 1];
/// Only every third row is scanned: the middle of a corner is three modules high.
const ROWS: usize = 3;

/// The content of a code.
pub(super) enum Content {
    Text(Zeroizing<String>),
    /// A code whose bytes are in no known text encoding.
    Unreadable,
}

/// Reads all codes.
pub(super) fn codes(picture: &BitMatrix, effort: &mut Effort) -> Vec<Content> {
    let Some(mut corners) = corners(picture, effort) else {
        effort.exceed();
        return Vec::new();
    };
    let mut used: Vec<ConcentricPattern> = Vec::new();
    let mut found = Vec::new();
    for three in GenerateFinderPatternSets(&mut corners) {
        let corners = [three.bl, three.tl, three.tr];
        if corners.iter().any(|corner| used.contains(corner)) {
            continue;
        }
        if !effort.code() {
            break;
        }
        let decoded = SampleQR(picture, &three).and_then(|sampled| Decode(sampled.getBits()));
        if let Some(decoded) = decoded.ok().filter(|decoded| decoded.isValid()) {
            used.extend(corners);
            found.push(content(Zeroizing::new(decoded.text()), decoded.content().bytes().len()));
        }
    }
    found
}

/// Uses the declared encoding; without one, chooses between UTF-8, ISO 8859-1 and Shift JIS. Bytes that do not fit are
/// omitted, or replaced by U+FFFD.
fn content(text: Zeroizing<String>, bytes: usize) -> Content {
    // No encoding uses more than four bytes for a character.
    let whole = text.chars().count() * 4 >= bytes && !text.contains('\u{fffd}');
    if whole && !text.is_empty() { Content::Text(text) } else { Content::Unreadable }
}

/// The corners; `None` if there are too many.
fn corners(picture: &BitMatrix, effort: &mut Effort) -> Option<Vec<ConcentricPattern>> {
    let mut corners: Vec<ConcentricPattern> = Vec::new();
    let mut row = PatternRow::default();
    for y in (1..picture.height()).step_by(ROWS) {
        GetPatternRowTP(picture, y, &mut row, false);
        let mut start = 0;
        for bar in 0..row.len() {
            // White comes first, so black has the odd numbers.
            if bar % 2 == 1 && bar + 4 < row.len() {
                let bars = [row[bar], row[bar + 1], row[bar + 2], row[bar + 3], row[bar + 4]].map(u32::from);
                if crosses_a_corner(bars) {
                    let x = start + bars[0] + bars[1] + bars[2] / 2;
                    let middle = point(x as f32 + 0.5, y as f32 + 0.5);
                    if corners.iter().any(|known| Point::distance(middle, known.p) < known.size as f32 / 2.0) {
                        start += u32::from(row[bar]);
                        continue;
                    }
                    if !effort.corner() {
                        return Some(corners);
                    }
                    let width = i32::try_from(bars.iter().sum::<u32>()).unwrap_or(i32::MAX / 3);
                    if let Some(corner) = LocateConcentricPattern::<true, 5, 7>(picture, &CORNER, middle, width * 3) {
                        if corners.len() == CORNERS_AT_ONCE {
                            return None;
                        }
                        corners.push(corner);
                    }
                }
            }
            start += u32::from(row[bar]);
        }
    }
    Some(corners)
}

/// Whether five bars may be [`CORNER`]. It measures between edges of the same kind, because ink and light widen either
/// the black bars or the white ones.
fn crosses_a_corner(bars: [u32; 5]) -> bool {
    let width: u32 = bars.iter().sum();
    if width < 7 || bars[2] < 2 || bars[2] < bars[0].max(bars[1]).max(bars[3]).max(bars[4]) {
        return false;
    }
    let module = width as f32 / 7.0;
    let fits = |two: u32, modules: f32| (two as f32 - modules * module).abs() <= 0.6 * module + 0.5;
    fits(bars[0] + bars[1], 2.0)
        && fits(bars[1] + bars[2], 4.0)
        && fits(bars[2] + bars[3], 4.0)
        && fits(bars[3] + bars[4], 2.0)
}
