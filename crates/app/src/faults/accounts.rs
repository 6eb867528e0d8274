//! Codes for errors of typed, linked and pictured accounts.

use proofup_otp::OtpError;
use proofup_token_files::TokenFileError;

use super::Coded;
use crate::view::LocalFault;

pub(super) fn token_file_code(error: &TokenFileError) -> Coded {
    let unknown_kind = |value: &str| Coded::from(LocalFault::LinkKindUnknown).with("value", value);
    match error {
        TokenFileError::NotALink => LocalFault::LinkNotOtpauth.into(),
        TokenFileError::LinkBroken => LocalFault::LinkBroken.into(),
        TokenFileError::LinkTooLong { bytes } => Coded::from(LocalFault::LinkTooLong).with("bytes", *bytes),
        TokenFileError::UnknownScheme { scheme } => {
            Coded::from(LocalFault::LinkNotOtpauth).with("scheme", scheme.as_str())
        }
        TokenFileError::GoogleExport | TokenFileError::MigrationDamaged => LocalFault::LinkExportDamaged.into(),
        TokenFileError::TooManyAccounts => LocalFault::LinkTooLong.into(),
        TokenFileError::UnknownNumber { field, number } => {
            Coded::from(LocalFault::ExportValueUnknown).with("field", *field).with("value", *number)
        }
        TokenFileError::MobileOtp => unknown_kind("motp"),
        TokenFileError::Yandex => unknown_kind("yaotp"),
        TokenFileError::UnknownType { kind } => unknown_kind(kind),
        TokenFileError::SecretMissing => LocalFault::SecretMissing.into(),
        TokenFileError::NotANumber { field, value } => Coded::from(match *field {
            "digits" => LocalFault::DigitsOutOfRange,
            "period" => LocalFault::PeriodOutOfRange,
            _ => LocalFault::CounterOutOfRange,
        })
        .with("value", value.as_str()),
        TokenFileError::Otp(error) => otp_code(error),
        TokenFileError::NotAPicture => LocalFault::PictureUnreadable.into(),
        TokenFileError::PictureTooLarge => LocalFault::PictureTooLarge.into(),
        TokenFileError::PictureTooBusy => LocalFault::PictureTooBusy.into(),
        TokenFileError::NoQrCode => LocalFault::PictureWithoutQr.into(),
        TokenFileError::TextUnreadable => LocalFault::PictureTextUnreadable.into(),
        TokenFileError::NotAnAccount => LocalFault::PictureWithoutAccount.into(),
        TokenFileError::TooLongForQr => LocalFault::QrTooLong.into(),
    }
}

pub(super) fn otp_code(error: &OtpError) -> Coded {
    match error {
        OtpError::SecretEmpty => LocalFault::SecretMissing.into(),
        OtpError::SecretTooLong { bytes } => Coded::from(LocalFault::SecretTooLong).with("bytes", *bytes),
        OtpError::SecretNotBase32 { character, position } => Coded::from(LocalFault::SecretNotBase32)
            .with("character", character.to_string())
            .with("position", *position),
        OtpError::UnknownAlgorithm { name } => Coded::from(LocalFault::AlgorithmUnknown).with("value", name.as_str()),
        OtpError::SteamNeedsSha1 { algorithm } => {
            Coded::from(LocalFault::SteamNeedsSha1).with("value", algorithm.name())
        }
        OtpError::DigitsOutOfRange { digits } => Coded::from(LocalFault::DigitsOutOfRange).with("value", *digits),
        OtpError::PeriodOutOfRange { period } => Coded::from(LocalFault::PeriodOutOfRange).with("value", *period),
        OtpError::CounterOutOfRange { counter } => Coded::from(LocalFault::CounterOutOfRange).with("value", *counter),
        OtpError::NameHasControlCharacter { position } => {
            Coded::from(LocalFault::AccountNameInvalid).with("position", *position)
        }
        OtpError::NotHotp => LocalFault::AccountNotHotp.into(),
    }
}
