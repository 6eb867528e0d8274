//! Why a link or a picture gives no account.

use proofup_otp::OtpError;
use thiserror::Error;

use crate::limits;

/// What is wrong with a link or a picture. No variant carries a secret: only names of fields and values that are no
/// secret are repeated, and long ones are cut.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum TokenFileError {
    /// The text is no link at all.
    #[error("not an otpauth link")]
    NotALink,
    /// The text is longer than [`limits::LINK_BYTES`].
    #[error("a link of {bytes} bytes is longer than {}", limits::LINK_BYTES)]
    LinkTooLong {
        /// How long it is.
        bytes: usize,
    },
    /// A link of another kind.
    #[error("links that begin with {scheme}: are not accounts")]
    UnknownScheme {
        /// What stands before the colon, in lower case.
        scheme: String,
    },
    /// An `otpauth-migration` link, where one account was expected: a whole export of Google Authenticator.
    #[error("an export of Google Authenticator")]
    GoogleExport,
    /// An `otpauth-migration` link that is cut or damaged.
    #[error("the export is damaged")]
    MigrationDamaged,
    /// More accounts than anybody has: [`limits::MIGRATION_ACCOUNTS`] in one link.
    #[error("more than {} accounts in one link", limits::MIGRATION_ACCOUNTS)]
    TooManyAccounts,
    /// A number in an export that stands for nothing known.
    #[error("{field} number {number} is not known")]
    UnknownNumber {
        /// `algorithm`, `digits` or `type`.
        field: &'static str,
        /// What stands there.
        number: u64,
    },
    /// A `motp` link: Mobile-OTP needs a PIN that the link does not carry.
    #[error("Mobile-OTP accounts are not supported")]
    MobileOtp,
    /// A `yaotp` link: Yandex codes need a PIN.
    #[error("Yandex accounts are not supported")]
    Yandex,
    /// An `otpauth` link of a type other than `totp`, `hotp` and `steam`.
    #[error("unknown account type {kind:?}")]
    UnknownType {
        /// What stands where the type belongs.
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
        /// What stands there.
        value: String,
    },
    /// A value is outside of what can be an account.
    #[error(transparent)]
    Otp(#[from] OtpError),
    /// The bytes are not a PNG, JPEG, WebP, GIF or BMP picture, or a damaged one.
    #[error("not a picture")]
    NotAPicture,
    /// The file or the picture in it is larger than [`limits::PICTURE_BYTES`] or [`limits::PICTURE_PIXELS`].
    #[error("the picture is too large")]
    PictureTooLarge,
    /// The picture has so much in it that looks like a code that not all of it was looked at.
    #[error("too much in the picture looks like a QR code")]
    PictureTooBusy,
    /// No QR code could be read in the picture.
    #[error("no QR code in the picture")]
    NoQrCode,
    /// There are QR codes in the picture, and what they hold is text in no encoding that is known.
    #[error("the text of the QR code cannot be read")]
    TextUnreadable,
    /// There are QR codes in the picture, and none of them is an account.
    #[error("the QR code is not an account")]
    NotAnAccount,
    /// The text does not fit a QR code.
    #[error("the text is too long for a QR code")]
    TooLongForQr,
}
