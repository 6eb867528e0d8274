//! What is black in a grey picture: four ways to draw the line, each right where the others fail.

use image::GrayImage;
use rxing::common::{BitMatrix, GlobalHistogramBinarizer, HybridBinarizer};
use rxing::{Binarizer, Luma8Source};

/// The ways, the most often successful one first.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Line {
    /// Compares blocks of eight pixels with their neighbours: photographs, shade, large screens.
    Blocks,
    /// One threshold for the whole picture: low contrast, small codes.
    Whole,
    /// Compares each pixel with the mean of a wide square around it: hard shadows over small codes.
    Around,
    /// The same with a square that does not grow with the picture: shadows, blur and small dots on a large screen.
    Near {
        /// Pixels that the square reaches to either side.
        reach: u32,
        /// How much darker than its surroundings a pixel is at least to be black.
        darker: u64,
    },
}

/// Black and white; `None` if the picture has no two shades.
pub(super) fn black(picture: &GrayImage, line: Line) -> Option<BitMatrix> {
    let source = Luma8Source::new_with_slice(picture.as_raw(), picture.width(), picture.height()).ok()?;
    match line {
        Line::Blocks => HybridBinarizer::new(source).get_black_matrix().ok().cloned(),
        Line::Whole => GlobalHistogramBinarizer::new(source).get_black_matrix().ok().cloned(),
        Line::Around => around(picture, (picture.width().min(picture.height()) / REACH).max(4), DARKER),
        Line::Near { reach, darker } => around(picture, reach, darker),
    }
}

/// The square reaches this part of the shorter side in each direction.
const REACH: u32 = 12;
/// The least difference for that.
const DARKER: u64 = 5;

fn around(picture: &GrayImage, reach: u32, darker: u64) -> Option<BitMatrix> {
    let (width, height) = picture.dimensions();
    let mut matrix = BitMatrix::new(width, height).ok()?;
    // Sums of the columns between the rows that the square reaches, moved on by a row at a time.
    let mut columns = vec![0_u64; width as usize];
    let row = |y: u32| &picture.as_raw()[(y * width) as usize..][..width as usize];
    let enter =
        |columns: &mut [u64], y| columns.iter_mut().zip(row(y)).for_each(|(sum, &shade)| *sum += u64::from(shade));
    let leave =
        |columns: &mut [u64], y| columns.iter_mut().zip(row(y)).for_each(|(sum, &shade)| *sum -= u64::from(shade));
    (0..reach.min(height)).for_each(|y| enter(&mut columns, y));
    for y in 0..height {
        if y + reach < height {
            enter(&mut columns, y + reach);
        }
        if y > reach {
            leave(&mut columns, y - reach - 1);
        }
        let rows = u64::from((y + reach).min(height - 1) - y.saturating_sub(reach) + 1);
        let mut sum: u64 = columns.iter().take(reach.min(width) as usize).sum();
        for x in 0..width {
            if x + reach < width {
                sum += columns[(x + reach) as usize];
            }
            if x > reach {
                sum -= columns[(x - reach - 1) as usize];
            }
            let pixels = rows * u64::from((x + reach).min(width - 1) - x.saturating_sub(reach) + 1);
            if (u64::from(row(y)[x as usize]) + darker) * pixels <= sum {
                matrix.set(x, y);
            }
        }
    }
    Some(matrix)
}
