//! Why a link or a picture contains no account.

use proofup_otp::OtpError;
use thiserror::Error;

use crate::limits;

/// Errors of links and pictures. No variant contains a secret: each repeats only field names and values that are not
/// secret, and shortens long ones.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum TokenFileError {
    /// The text is not a link.
    #[error("not an otpauth link")]
    NotALink,
    /// The lines around the link may belong to it, and together they are no link: half of its secret may be missing.
    #[error("the link is broken into lines that do not fit together")]
    LinkBroken,
    /// The text is longer than [`limits::LINK_BYTES`].
    #[error("a link of {bytes} bytes is longer than {}", limits::LINK_BYTES)]
    LinkTooLong {
        /// Its length.
        bytes: usize,
    },
    /// A link with another scheme.
    #[error("links with the scheme {scheme}: are not accounts")]
    UnknownScheme {
        /// The scheme, in lower case.
        scheme: String,
    },
    /// An `otpauth-migration` link, a whole export of Google Authenticator, where one account was expected.
    #[error("an export of Google Authenticator")]
    GoogleExport,
    /// An `otpauth-migration` link that is incomplete or damaged.
    #[error("the export is damaged")]
    MigrationDamaged,
    /// More accounts than are accepted: [`limits::MIGRATION_ACCOUNTS`] in one link.
    #[error("more than {} accounts in one link", limits::MIGRATION_ACCOUNTS)]
    TooManyAccounts,
    /// An unknown number in an export.
    #[error("{field} number {number} is not known")]
    UnknownNumber {
        /// `algorithm`, `digits` or `type`.
        field: &'static str,
        /// The number.
        number: u64,
    },
    /// A `motp` link: Mobile-OTP needs a PIN that the link does not contain.
    #[error("Mobile-OTP accounts are not supported")]
    MobileOtp,
    /// A `yaotp` link: Yandex codes need a PIN.
    #[error("Yandex accounts are not supported")]
    Yandex,
    /// An `otpauth` link of a type other than `totp`, `hotp` and `steam`.
    #[error("unknown account type {kind:?}")]
    UnknownType {
        /// The type in the link.
        kind: String,
    },
    /// The link has no `secret`.
    #[error("the link has no secret")]
    SecretMissing,
    /// A number is not written in decimal digits.
    #[error("{field} is not a number: {value:?}")]
    NotANumber {
        /// `digits`, `period` or `counter`.
        field: &'static str,
        /// The value.
        value: String,
    },
    /// A value that no account can have.
    #[error(transparent)]
    Otp(#[from] OtpError),
    /// The bytes are not a PNG, JPEG, WebP, GIF or BMP picture, or it is damaged.
    #[error("not a picture")]
    NotAPicture,
    /// The file or the picture in it is larger than [`limits::PICTURE_BYTES`] or [`limits::PICTURE_PIXELS`].
    #[error("the picture is too large")]
    PictureTooLarge,
    /// So many parts of the picture look like a code that not all were examined.
    #[error("too much in the picture looks like a QR code")]
    PictureTooBusy,
    /// No QR code could be read in the picture.
    #[error("no QR code in the picture")]
    NoQrCode,
    /// There are QR codes in the picture, but their text is in no known encoding.
    #[error("the text of the QR code cannot be read")]
    TextUnreadable,
    /// There are QR codes in the picture, but none is an account.
    #[error("the QR code is not an account")]
    NotAnAccount,
    /// The text does not fit a QR code.
    #[error("the text is too long for a QR code")]
    TooLongForQr,
}
