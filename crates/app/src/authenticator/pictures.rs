//! The person's pictures for accounts: scaled down and stored in the vault. The app never downloads a picture.

use std::io::Cursor;

use data_encoding::BASE64;
use image::{DynamicImage, ImageFormat, ImageReader, Limits};

use super::Authenticator;
use crate::{AppError, authenticator::entry_id};

/// Pixels of either side: twice the displayed size, for dense screens.
const SIDE: u32 = 96;
const MOST_BYTES: usize = 10 * 1024 * 1024;
const MOST_SIDE: u32 = 16_384;
const MOST_PIXELS: u64 = 50_000_000;

impl Authenticator {
    /// The picture of an account, as a `data:` address for the page.
    ///
    /// # Errors
    /// There is no such account, or the vault is locked.
    pub async fn account_picture(&self, id: &str) -> Result<Option<String>, AppError> {
        let id = entry_id(id)?;
        let entry = self.vault.with_vault(move |vault| vault.entry(id)).await?;
        Ok(entry.picture.map(|picture| format!("data:image/png;base64,{}", BASE64.encode(&picture))))
    }

    /// Sets the picture of an account from a PNG, JPEG, WebP, GIF or BMP file.
    ///
    /// # Errors
    /// [`AppError::IconTooLarge`], [`AppError::IconUnreadable`], there is no such account, or the vault cannot be
    /// saved.
    pub async fn set_account_picture(&self, id: &str, file: Vec<u8>) -> Result<(), AppError> {
        let (id, now) = (entry_id(id)?, self.environment.now());
        let small = tokio::task::spawn_blocking(move || small_picture(&file)).await.map_err(|_| AppError::Failed)??;
        self.change_vault(move |vault| vault.set_picture(id, Some(small), now)).await
    }

    /// Removes the picture of an account.
    ///
    /// # Errors
    /// There is no such account, or the vault cannot be saved.
    pub async fn clear_account_picture(&self, id: &str) -> Result<(), AppError> {
        let (id, now) = (entry_id(id)?, self.environment.now());
        self.change_vault(move |vault| vault.set_picture(id, None, now)).await
    }
}

/// A PNG of at most [`SIDE`] pixels. Checks sizes before it allocates memory.
fn small_picture(file: &[u8]) -> Result<Vec<u8>, AppError> {
    if file.len() > MOST_BYTES {
        return Err(AppError::IconTooLarge);
    }
    let reader = || {
        let reader = ImageReader::new(Cursor::new(file)).with_guessed_format();
        reader.map_err(|_| AppError::IconUnreadable)
    };
    let (width, height) = reader()?.into_dimensions().map_err(|_| AppError::IconUnreadable)?;
    if u64::from(width) * u64::from(height) > MOST_PIXELS {
        return Err(AppError::IconTooLarge);
    }
    let mut reader = reader()?;
    let mut limits = Limits::default();
    limits.max_image_width = Some(MOST_SIDE);
    limits.max_image_height = Some(MOST_SIDE);
    reader.limits(limits);
    let picture = reader.decode().map_err(|_| AppError::IconUnreadable)?;
    let small = if width.max(height) > SIDE { picture.thumbnail(SIDE, SIDE) } else { picture };
    let mut png = Vec::new();
    let written = DynamicImage::ImageRgba8(small.to_rgba8()).write_to(&mut Cursor::new(&mut png), ImageFormat::Png);
    written.map_err(|_| AppError::IconUnreadable)?;
    Ok(png)
}

#[cfg(test)]
mod tests {
    use std::io::Cursor;

    use image::{DynamicImage, ImageFormat, ImageReader};

    use super::{MOST_BYTES, SIDE, small_picture};
    use crate::AppError;

    fn file(width: u32, height: u32, format: ImageFormat) -> Vec<u8> {
        let mut bytes = Vec::new();
        DynamicImage::new_rgb8(width, height).write_to(&mut Cursor::new(&mut bytes), format).unwrap();
        bytes
    }

    #[test]
    fn is_made_small_and_keeps_its_shape() {
        for format in [ImageFormat::Png, ImageFormat::Jpeg, ImageFormat::Bmp] {
            let small = small_picture(&file(400, 200, format)).unwrap();
            let dimensions = ImageReader::with_format(Cursor::new(small), ImageFormat::Png).into_dimensions().unwrap();
            assert_eq!(dimensions, (SIDE, SIDE / 2), "{format:?}");
        }
    }

    #[test]
    fn is_never_too_large_to_be_kept() {
        let mut noise = image::RgbaImage::new(SIDE, SIDE);
        let mut seed = 7_u32;
        for byte in noise.iter_mut() {
            seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            *byte = (seed >> 24) as u8;
        }
        let mut bytes = Vec::new();
        noise.write_to(&mut Cursor::new(&mut bytes), ImageFormat::Png).unwrap();
        assert!(small_picture(&bytes).unwrap().len() <= proofup_vault::MOST_PICTURE_BYTES);
    }

    #[test]
    fn a_file_that_is_not_a_picture_or_is_too_large_is_refused() {
        assert!(matches!(small_picture(b"not a picture"), Err(AppError::IconUnreadable)));
        assert!(matches!(small_picture(&vec![0; MOST_BYTES + 1]), Err(AppError::IconTooLarge)));
        let cut = &file(400, 200, ImageFormat::Png)[..60];
        assert!(matches!(small_picture(cut), Err(AppError::IconUnreadable)));
        // A small file claims 60,000 by 60,000 pixels.
        let mut bomb = file(1, 1, ImageFormat::Bmp);
        bomb[18..22].copy_from_slice(&60_000_u32.to_le_bytes());
        bomb[22..26].copy_from_slice(&60_000_u32.to_le_bytes());
        assert!(matches!(small_picture(&bomb), Err(AppError::IconTooLarge)));
    }
}
