//! Finds QR codes in a grey picture: in several sizes, dark on light and light on dark, within a limit of work.

use std::panic::{AssertUnwindSafe, catch_unwind};

use image::{GrayImage, imageops};
use zeroize::Zeroizing;

use super::black::{Line, black};
use super::effort::Effort;
use super::finder::{Content, codes};
use crate::{TokenFileError, limits};

/// Each picture is searched in its own size and reduced by these factors; each reduction starts from an earlier one. A
/// small code in a large picture needs every pixel; in a smaller picture, dots, gaps and noise merge into modules.
const REDUCED: [(u32, u32); 5] = [(2, 1), (3, 1), (4, 2), (6, 3), (8, 4)];
/// These reductions are searched even after a code was found: another code of the picture may be of another kind.
const ALWAYS: u32 = 3;
/// The shorter side is not reduced below this, which still fits a small code.
const SHORTEST: u32 = 120;
/// The length of a run of pixels has 16 bits.
const LONGEST: u32 = 65_000;
/// If nothing was found, pictures up to this size are searched in double size: codes with little more than a pixel per
/// module.
const ENLARGED: u32 = 2_600;
/// And up to this size in triple size.
const SMALL: u32 = 400;
/// The last ways, at every size: each reads blurred or shaded codes that the other does not.
const NEAR: [Line; 2] = [Line::Near { reach: 8, darker: 5 }, Line::Near { reach: 6, darker: 3 }];
/// What is no wider than a code of one pixel a module holds none.
const LEAST: u32 = 21;

/// The result of a search.
#[derive(Default)]
struct Found {
    texts: Vec<Zeroizing<String>>,
    unreadable: bool,
}

/// The texts of all codes, each once.
///
/// # Errors
/// [`TokenFileError::NoQrCode`], [`TokenFileError::TextUnreadable`], [`TokenFileError::PictureTooBusy`]
pub(super) fn texts(picture: &GrayImage) -> Result<Vec<Zeroizing<String>>, TokenFileError> {
    let (mut found, mut effort) = (Found::default(), Effort::for_a_picture());
    if picture.width().max(picture.height()) <= LONGEST {
        found.look_both_ways(picture, &[Line::Blocks, Line::Whole], &mut effort);
    }
    found.look_at_reduced(picture, &mut effort);
    if found.is_empty() {
        found.look_closer(picture, &mut effort);
    }
    match found {
        Found { texts, .. } if !texts.is_empty() => Ok(texts),
        Found { unreadable: true, .. } => Err(TokenFileError::TextUnreadable),
        _ if effort.was_exceeded() => Err(TokenFileError::PictureTooBusy),
        _ => Err(TokenFileError::NoQrCode),
    }
}

impl Found {
    fn is_empty(&self) -> bool {
        self.texts.is_empty() && !self.unreadable
    }

    fn look_at_reduced(&mut self, picture: &GrayImage, effort: &mut Effort) {
        let shorter = picture.width().min(picture.height());
        let mut made: Vec<(u32, GrayImage)> = Vec::new();
        for (by, of) in REDUCED {
            if shorter / by < SHORTEST || (by > ALWAYS && !self.is_empty()) {
                return;
            }
            let base = made.iter().find(|(made, _)| *made == of).map_or(picture, |(_, base)| base);
            let reduced = imageops::thumbnail(base, base.width() * of / by, base.height() * of / by);
            let lines = if self.is_empty() { &[Line::Blocks, Line::Whole][..] } else { &[Line::Blocks] };
            self.look_both_ways(&reduced, lines, effort);
            made.push((by, reduced));
        }
    }

    /// One picture may have a code in black on white and another in white on black.
    fn look_both_ways(&mut self, picture: &GrayImage, lines: &[Line], effort: &mut Effort) {
        for inverted in [false, true] {
            for line in lines {
                self.look(picture, *line, inverted, effort);
            }
        }
    }

    fn look(&mut self, picture: &GrayImage, line: Line, inverted: bool, effort: &mut Effort) {
        if picture.width() < LEAST || picture.height() < LEAST {
            return;
        }
        // The library asserts some properties of shapes; a panic means that the picture has no code.
        let contents = catch_unwind(AssertUnwindSafe(|| {
            let mut negative = None;
            let picture = if inverted {
                let negative = negative.insert(picture.clone());
                imageops::invert(negative);
                negative
            } else {
                picture
            };
            black(picture, line).map(|black| codes(&black, effort)).unwrap_or_default()
        }));
        for content in contents.unwrap_or_default() {
            match content {
                Content::Unreadable => self.unreadable = true,
                Content::Text(text) if self.texts.len() < limits::PICTURE_CODES && !self.texts.contains(&text) => {
                    self.texts.push(text);
                }
                Content::Text(_) => {}
            }
        }
    }

    /// Expensive passes that are rarely needed: they run until something is found.
    fn look_closer(&mut self, picture: &GrayImage, effort: &mut Effort) {
        let (width, height) = picture.dimensions();
        let longest = width.max(height);
        let enlarged = |by: u32| {
            let filter = imageops::FilterType::Triangle;
            (longest > 0).then(|| imageops::resize(picture, width * by, height * by, filter))
        };
        let mut ways: Vec<Box<dyn Fn() -> Option<GrayImage> + '_>> = Vec::new();
        if longest <= ENLARGED {
            ways.push(Box::new(move || enlarged(2)));
        }
        if longest <= SMALL {
            ways.push(Box::new(move || enlarged(3)));
        }
        for by in [1, 2, 3] {
            if width.min(height) / by >= SHORTEST && longest / by <= ENLARGED {
                let reduced = move || imageops::thumbnail(picture, width / by, height / by);
                ways.push(Box::new(move || Some(closed(&reduced(), [u8::min, u8::max]))));
                ways.push(Box::new(move || Some(closed(&reduced(), [u8::max, u8::min]))));
            }
        }
        for picture in ways.iter().filter_map(|way| way()) {
            for inverted in [false, true] {
                for line in [Line::Blocks, Line::Whole, Line::Around] {
                    self.look(&picture, line, inverted, effort);
                    if !self.is_empty() {
                        return;
                    }
                }
            }
        }
        if longest <= ENLARGED {
            self.look_both_ways(picture, &[Line::Around], effort);
        }
        for line in NEAR.into_iter().filter(|_| longest <= LONGEST) {
            if self.is_empty() {
                self.look_both_ways(picture, &[line], effort);
            }
        }
    }
}

/// Closes gaps of two pixels: between dark modules by making each pixel as dark as its darkest neighbour and then as
/// light as its lightest; between light modules in the other order.
fn closed(picture: &GrayImage, [first, second]: [fn(u8, u8) -> u8; 2]) -> GrayImage {
    let beside = |picture: &GrayImage, choose: fn(u8, u8) -> u8| {
        let (width, height) = picture.dimensions();
        GrayImage::from_fn(width, height, |x, y| {
            let rows = y.saturating_sub(1)..=(y + 1).min(height - 1);
            let columns = x.saturating_sub(1)..=(x + 1).min(width - 1);
            let shades = rows.flat_map(|y| columns.clone().map(move |x| picture.get_pixel(x, y).0[0]));
            image::Luma([shades.reduce(choose).unwrap_or_default()])
        })
    };
    beside(&beside(picture, first), second)
}
