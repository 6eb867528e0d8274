//! Finds QR codes in a grey picture, in more than one size, within a time limit.

use std::{
    panic::{AssertUnwindSafe, catch_unwind},
    sync::mpsc::{self, RecvTimeoutError, SyncSender},
    thread,
    time::Duration,
};

use image::{GrayImage, imageops};
use rqrr::PreparedImage;
use zeroize::Zeroizing;

use crate::{TokenFileError, limits};

/// Looked at in this size at most: more pixels make a code no easier to find, and detection copies the picture often.
const LONGEST_SIDE: u32 = 2048;
/// Noise in photographs goes away at this size.
const PHOTO_SIDE: u32 = 700;
/// Pictures up to this size are also looked at enlarged: detection misses codes of one or two pixels per module, and
/// the largest code has 177 modules.
const SMALL_SIDE: u32 = 250;

/// Pictures up to this size are looked at in double size: exports on a phone's screen have few pixels per module.
const SCREENSHOT_SIDE: u32 = 1100;

/// How long each further look may take once something was found.
const FURTHER_TIME: Duration = Duration::from_secs(3);

type Texts = Vec<Zeroizing<String>>;

/// The texts of all codes, each once; none is no error here. One picture may hold a code in black on white and another
/// in white on black, so both are always looked for.
///
/// Detection compares every pair of things that look like the corner of a code, so that a picture tiled with corners
/// keeps it busy for hours, and it cannot be interrupted. It therefore runs on a thread of its own that is left to
/// itself when the time is up; it then stops at the next pause between two attempts.
pub(super) fn texts(picture: GrayImage) -> Result<Texts, TokenFileError> {
    let (sender, receiver) = mpsc::sync_channel(0);
    let searching = thread::Builder::new().name("qr-search".to_owned()).spawn(move || attempts(&picture, &sender));
    if searching.is_err() {
        return Err(TokenFileError::PictureTooBusy);
    }
    let mut texts = Texts::new();
    loop {
        let patience = if texts.is_empty() { limits::PICTURE_TIME } else { FURTHER_TIME };
        match receiver.recv_timeout(patience) {
            Ok(found) => {
                for text in found {
                    if texts.len() < limits::PICTURE_CODES && !texts.contains(&text) {
                        texts.push(text);
                    }
                }
            }
            Err(RecvTimeoutError::Timeout) if texts.is_empty() => return Err(TokenFileError::PictureTooBusy),
            Err(RecvTimeoutError::Timeout | RecvTimeoutError::Disconnected) => return Ok(texts),
        }
    }
}

/// Sends what each attempt finds, until nobody listens any more.
fn attempts(picture: &GrayImage, found: &SyncSender<Texts>) {
    let longest = picture.width().max(picture.height());
    let reduced = (longest > LONGEST_SIDE).then(|| scaled(picture, LONGEST_SIDE, longest));
    let picture = reduced.as_ref().unwrap_or(picture);
    let longest = longest.min(LONGEST_SIDE);
    let inverted = || {
        let mut inverted = picture.clone();
        imageops::invert(&mut inverted);
        inverted
    };
    let look = |picture: &GrayImage| {
        let texts = read_codes(picture);
        let seen = !texts.is_empty();
        found.send(texts).map(|()| seen)
    };
    let _: Result<(), mpsc::SendError<Texts>> = (|| {
        let seen = look(picture)?;
        if look(&inverted())? || seen {
            return Ok(());
        }
        // Other sizes are for codes that were not seen at all.
        if longest <= SMALL_SIDE {
            look(&scaled(picture, 3, 1))?;
        } else if longest <= SCREENSHOT_SIDE {
            look(&scaled(picture, 2, 1))?;
        }
        if longest > 2 * PHOTO_SIDE {
            look(&scaled(picture, PHOTO_SIDE, longest))?;
        }
        Ok(())
    })();
}

fn scaled(picture: &GrayImage, numerator: u32, denominator: u32) -> GrayImage {
    let side = |pixels: u32| {
        let pixels = u64::from(pixels) * u64::from(numerator) / u64::from(denominator.max(1));
        u32::try_from(pixels).unwrap_or(LONGEST_SIDE).max(1)
    };
    let (width, height) = (side(picture.width()), side(picture.height()));
    if numerator > denominator {
        imageops::resize(picture, width, height, imageops::FilterType::Nearest)
    } else {
        imageops::thumbnail(picture, width, height)
    }
}

fn read_codes(picture: &GrayImage) -> Texts {
    let (width, height) = (picture.width() as usize, picture.height() as usize);
    if width == 0 || height == 0 {
        return Texts::new();
    }
    // The detector asserts what it believes about shapes; a picture it is wrong about holds no code.
    catch_unwind(AssertUnwindSafe(|| {
        let mut prepared =
            PreparedImage::prepare_from_greyscale(width, height, |x, y| picture.get_pixel(x as u32, y as u32).0[0]);
        let mut texts = Texts::new();
        for grid in prepared.detect_grids() {
            let mut content = Zeroizing::new(Vec::with_capacity(rqrr::MAX_PAYLOAD_SIZE));
            if grid.decode_to(&mut *content).is_err() {
                continue;
            }
            if let Ok(text) = std::str::from_utf8(&content)
                && !texts.iter().any(|known| **known == text)
            {
                texts.push(Zeroizing::new(text.to_owned()));
            }
        }
        texts
    }))
    .unwrap_or_default()
}
