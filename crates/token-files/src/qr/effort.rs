//! A limit on the work for one picture.

/// Possible corners that are examined, in all passes together. A page of text has some thousand.
const CORNERS: u32 = 400_000;
/// Corners in one pass. A sheet with [`crate::limits::PICTURE_CODES`] codes has 192.
pub(super) const CORNERS_AT_ONCE: usize = 1_500;
/// Groups of three corners that are read as a code, in all passes together.
const CODES: u32 = 12_000;

/// The remaining work for one picture.
///
/// Every step of a search takes from it, so that a picture full of corners, which would keep a search busy for hours,
/// ends after some seconds. It counts steps and not time: a picture gives the same result on a slow computer.
pub(super) struct Effort {
    corners: u32,
    codes: u32,
    exceeded: bool,
}

impl Effort {
    pub(super) const fn for_a_picture() -> Self {
        Self { corners: CORNERS, codes: CODES, exceeded: false }
    }

    /// Whether one more corner may be examined.
    pub(super) const fn corner(&mut self) -> bool {
        Self::take(&mut self.corners, &mut self.exceeded)
    }

    /// Whether one more code may be read.
    pub(super) const fn code(&mut self) -> bool {
        Self::take(&mut self.codes, &mut self.exceeded)
    }

    /// Notes that a pass was given up.
    pub(super) const fn exceed(&mut self) {
        self.exceeded = true;
    }

    /// Whether parts of the picture were not examined.
    pub(super) const fn was_exceeded(&self) -> bool {
        self.exceeded
    }

    const fn take(left: &mut u32, exceeded: &mut bool) -> bool {
        if *left == 0 {
            *exceeded = true;
            return false;
        }
        *left -= 1;
        true
    }
}
