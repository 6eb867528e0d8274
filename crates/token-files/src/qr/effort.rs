//! How much one picture may cost.

/// Possible corners of codes that are looked at closely, in all looks together. A page of text has some thousand.
const CORNERS: u32 = 400_000;
/// Corners of one look. A sheet with [`crate::limits::PICTURE_CODES`] codes has 192.
pub(super) const CORNERS_AT_ONCE: usize = 1_500;
/// Threes of corners that are read as a code, in all looks together.
const CODES: u32 = 12_000;

/// What is left of the effort for one picture.
///
/// Every step of a search takes from it, so that a picture tiled with corners, which would keep a search busy for hours, ends
/// after some seconds. It counts steps and no time: a picture gives the same on a slow computer as on a fast one.
pub(super) struct Effort {
    corners: u32,
    codes: u32,
    exceeded: bool,
}

impl Effort {
    pub(super) const fn for_a_picture() -> Self {
        Self { corners: CORNERS, codes: CODES, exceeded: false }
    }

    /// Whether one more corner may be looked at.
    pub(super) const fn corner(&mut self) -> bool {
        Self::take(&mut self.corners, &mut self.exceeded)
    }

    /// Whether one more code may be read.
    pub(super) const fn code(&mut self) -> bool {
        Self::take(&mut self.codes, &mut self.exceeded)
    }

    /// A look was given up.
    pub(super) const fn exceed(&mut self) {
        self.exceeded = true;
    }

    /// Whether something was left out.
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
