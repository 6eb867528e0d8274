//! Decodes pictures and reads the accounts in their QR codes.

use std::{
    io::Cursor,
    panic::{AssertUnwindSafe, catch_unwind},
};

use image::{DynamicImage, GrayImage, ImageDecoder, ImageFormat, ImageReader, Limits, RgbaImage};
use zeroize::Zeroizing;

use super::search;
use crate::{Link, TokenFileError, limits, links_in_text};

/// Reads every link in a picture (PNG, JPEG, WebP, GIF, BMP; the first frame of an animation).
///
/// A code that is a link but no usable account is an inner error, so that a bad code does not hide the good ones. Codes
/// with other content are skipped.
///
/// # Errors
/// Those of [`texts_in_picture`], and [`TokenFileError::NotAnAccount`] if no code in the picture is an account.
pub fn links_in_picture(bytes: &[u8]) -> Result<Vec<Result<Link, TokenFileError>>, TokenFileError> {
    links(&texts_in_picture(bytes)?)
}

/// As [`links_in_picture`], from pixels: row by row, four bytes each: red, green, blue, opacity.
///
/// # Errors
/// Those of [`links_in_picture`].
pub fn links_in_pixels(
    width: u32,
    height: u32,
    rgba: &[u8],
) -> Result<Vec<Result<Link, TokenFileError>>, TokenFileError> {
    links(&texts_in_pixels(width, height, rgba)?)
}

/// As [`texts_in_picture`], from pixels: row by row, four bytes each: red, green, blue, opacity.
///
/// # Errors
/// Those of [`texts_in_picture`].
pub fn texts_in_pixels(width: u32, height: u32, rgba: &[u8]) -> Result<Vec<Zeroizing<String>>, TokenFileError> {
    let pixels = u64::from(width) * u64::from(height);
    if pixels > limits::PICTURE_PIXELS {
        return Err(TokenFileError::PictureTooLarge);
    }
    if rgba.len() as u64 != pixels * 4 {
        return Err(TokenFileError::NotAPicture);
    }
    let picture = RgbaImage::from_raw(width, height, rgba.to_vec()).ok_or(TokenFileError::NotAPicture)?;
    search::texts(&flattened(DynamicImage::ImageRgba8(picture)))
}

fn links(texts: &[Zeroizing<String>]) -> Result<Vec<Result<Link, TokenFileError>>, TokenFileError> {
    let links: Vec<_> = texts
        .iter()
        .flat_map(|text| links_in_text(text))
        .filter(|link| !matches!(link, Err(TokenFileError::NotALink | TokenFileError::UnknownScheme { .. })))
        .collect();
    if links.is_empty() { Err(TokenFileError::NotAnAccount) } else { Ok(links) }
}

/// Reads the text of every QR code in a picture, each once, in the declared or most likely encoding.
///
/// # Errors
/// [`TokenFileError::NotAPicture`], [`TokenFileError::PictureTooLarge`], [`TokenFileError::PictureTooBusy`],
/// [`TokenFileError::NoQrCode`], [`TokenFileError::TextUnreadable`].
pub fn texts_in_picture(bytes: &[u8]) -> Result<Vec<Zeroizing<String>>, TokenFileError> {
    search::texts(&decode(bytes)?)
}

/// The picture in grey, on white where it is transparent.
fn decode(bytes: &[u8]) -> Result<GrayImage, TokenFileError> {
    if bytes.len() > limits::PICTURE_BYTES {
        return Err(TokenFileError::PictureTooLarge);
    }
    // The content tells the format, never the name; other formats that the library supports are refused.
    let format = image::guess_format(bytes).map_err(|_| TokenFileError::NotAPicture)?;
    if !matches!(format, ImageFormat::Png | ImageFormat::Jpeg | ImageFormat::WebP | ImageFormat::Gif | ImageFormat::Bmp)
    {
        return Err(TokenFileError::NotAPicture);
    }
    // The decoders read untrusted bytes; a panic in one of them counts as a damaged picture and does not end the app.
    catch_unwind(AssertUnwindSafe(|| {
        let mut decoder = ImageReader::with_format(Cursor::new(bytes), format)
            .into_decoder()
            .map_err(|_| TokenFileError::NotAPicture)?;
        let (width, height) = decoder.dimensions();
        if u64::from(width) * u64::from(height) > limits::PICTURE_PIXELS {
            return Err(TokenFileError::PictureTooLarge);
        }
        let mut memory = Limits::no_limits();
        // Four 16-bit channels per pixel, and the same amount for the decoder itself.
        memory.max_alloc = Some(limits::PICTURE_PIXELS * 16);
        decoder.set_limits(memory).map_err(|_| TokenFileError::PictureTooLarge)?;
        let picture = DynamicImage::from_decoder(decoder).map_err(|_| TokenFileError::NotAPicture)?;
        Ok(flattened(picture))
    }))
    .unwrap_or(Err(TokenFileError::NotAPicture))
}

fn flattened(picture: DynamicImage) -> GrayImage {
    if !picture.color().has_alpha() {
        return picture.into_luma8();
    }
    // Grey without alpha would turn black on transparent into black on black.
    let shaded = picture.into_luma_alpha8();
    GrayImage::from_fn(shaded.width(), shaded.height(), |x, y| {
        let [grey, alpha] = shaded.get_pixel(x, y).0.map(u16::from);
        image::Luma([((grey * alpha + 255 * (255 - alpha)) / 255) as u8])
    })
}
