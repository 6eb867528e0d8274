//! Hardware tokens: a person's own, and the list that an administrator imports.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::{Params, SecretText};

/// `hardwareOathAuthenticationMethod`: a token that a person has added to their account.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct HardwareOathMethod {
    /// Opaque.
    pub id: String,
    /// How the person calls it.
    pub display_name: String,
    /// The number on its back.
    pub serial_number: String,
    /// Free text, often empty.
    pub manufacturer: String,
    /// Free text, often empty.
    pub model: String,
    /// Always null: a seed is never read back.
    pub secret_key: Option<()>,
    /// 30 or 60; null for a token that counts its codes.
    pub time_interval_in_seconds: Option<u32>,
    /// Digits of its codes: 6, 7 or 8.
    pub code_length: u8,
    /// It is refused from then on.
    #[cfg_attr(feature = "ts", ts(type = "string | null"))]
    #[cfg_attr(feature = "openapi", schema(value_type = Option<String>, format = DateTime))]
    pub valid_until: Option<Timestamp>,
    /// When it was activated.
    #[cfg_attr(feature = "ts", ts(type = "string"))]
    #[cfg_attr(feature = "openapi", schema(value_type = String, format = DateTime))]
    pub created_date_time: Timestamp,
    /// When it last passed a sign-in.
    #[cfg_attr(feature = "ts", ts(type = "string | null"))]
    #[cfg_attr(feature = "openapi", schema(value_type = Option<String>, format = DateTime))]
    pub last_used_date_time: Option<Timestamp>,
}

/// `POST …/hardwareOathMethods`: adds a token by the code that it shows now.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct AddHardwareOath {
    /// The number on its back.
    pub serial_number: String,
    /// The code that it shows now.
    #[cfg_attr(feature = "openapi", schema(value_type = String))]
    pub code: SecretText,
    /// How it is listed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub display_name: Option<String>,
}

/// `POST …/hardwareOathMethods/{id}/resynchronize`: two codes in a row.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ResynchronizeHardwareOath {
    /// A code of the token.
    #[cfg_attr(feature = "openapi", schema(value_type = String))]
    pub first_code: SecretText,
    /// The very next one.
    #[cfg_attr(feature = "openapi", schema(value_type = String))]
    pub second_code: SecretText,
}

/// The state of a token.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum HardwareOathStatus {
    /// Assigned to nobody: any person who has it may add it.
    Available,
    /// Given to a person, who has not added it yet.
    Assigned,
    /// On a person's account.
    Activated,
    /// The last attempt to add it failed; the next may succeed.
    FailedActivation,
}

/// `hardwareOathTokenAuthenticationMethodDevice`: a token of the organisation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct HardwareOathDevice {
    /// Opaque.
    pub id: String,
    /// The number on its back.
    pub serial_number: String,
    /// Free text, often empty.
    pub manufacturer: String,
    /// Free text, often empty.
    pub model: String,
    /// Always null: a seed is never read back.
    pub secret_key: Option<()>,
    /// 30 or 60; null for a token that counts its codes.
    pub time_interval_in_seconds: Option<u32>,
    /// `hmacsha1`, `hmacsha256`, `hmacsha512`.
    pub hash_function: String,
    /// Its state.
    pub status: HardwareOathStatus,
    /// User principal name of its owner.
    pub assigned_to: Option<String>,
    /// It is refused from then on.
    #[cfg_attr(feature = "ts", ts(type = "string | null"))]
    #[cfg_attr(feature = "openapi", schema(value_type = Option<String>, format = DateTime))]
    pub valid_until: Option<Timestamp>,
    /// When its holder last passed a sign-in with it.
    #[serde(default)]
    #[cfg_attr(feature = "ts", ts(type = "string | null"))]
    #[cfg_attr(feature = "openapi", schema(value_type = Option<String>, format = DateTime))]
    pub last_used_date_time: Option<Timestamp>,
}

/// What `GET /v1/admin/hardwareOathDevices` takes. What is absent does not narrow the list.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[cfg_attr(feature = "openapi", derive(utoipa::IntoParams))]
#[cfg_attr(feature = "openapi", into_params(parameter_in = Query))]
pub struct HardwareOathDevicesRequest {
    /// A piece of the serial number, model, manufacturer or owner.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub search: Option<String>,
    /// The state.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub status: Option<HardwareOathStatus>,
    /// How many: 1–500, 100 if it is left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "openapi", param(value_type = Option<i64>))]
    pub top: Option<u32>,
    /// The `next` of the page before.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub after: Option<String>,
}

/// A page of the organisation's tokens, by serial number.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct HardwareOathDevices {
    /// The tokens.
    pub value: Vec<HardwareOathDevice>,
    /// To be sent as `after` for those that follow; null at the end.
    pub next: Option<String>,
    /// How many fit in all.
    pub found: usize,
}

crate::codes! {
    /// `POST /v1/admin/hardwareOathDevices/{id}:ACTION`.
    #[cfg_attr(feature = "ts", derive(ts_rs::TS))]
    #[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
    pub enum HardwareOathAction {
        /// Gives it to `userPrincipalName`, who alone may add it from then on.
        Assign => "assign",
        /// Takes it back, off the account too.
        Unassign => "unassign",
        /// Adds it to the account of `userPrincipalName` by the `code` that it shows.
        Activate => "activate",
        /// Brings it back in step by `code` and `nextCode`, two in a row.
        Resynchronize => "resynchronize",
    }
}

/// What an action on a token takes.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct HardwareOathActionBody {
    /// `ann@contoso.example`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub user_principal_name: Option<String>,
    /// The code that it shows now.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "openapi", schema(value_type = Option<String>))]
    pub code: Option<SecretText>,
    /// The very next one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "openapi", schema(value_type = Option<String>))]
    pub next_code: Option<SecretText>,
}

/// How an uploaded list is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum TokenFileFormat {
    /// Comma-separated values.
    Csv,
    /// PSKC (RFC 6030).
    Pskc,
}

crate::codes! {
    /// Why nothing of an uploaded list can be read: the `reason` of `token_file_invalid`.
    #[cfg_attr(feature = "ts", derive(ts_rs::TS))]
    #[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
    pub enum TokenFileFault {
        /// The file is too large.
        TooLarge => "too_large",
        /// The file has too many tokens.
        TooManyTokens => "too_many_tokens",
        /// Not UTF-8.
        NotText => "not_text",
        /// No tokens.
        Empty => "empty",
        /// The first row of a CSV file does not name the columns that a token needs, each once.
        WrongHeader => "wrong_header",
        /// CSV that cannot be split into rows; `line`.
        NotCsv => "not_csv",
        /// A DOCTYPE.
        Doctype => "doctype",
        /// Malformed XML; `line`, `column`.
        NotXml => "not_xml",
        /// XML without its end; `line`, which is the last.
        EndsTooEarly => "ends_too_early",
        /// XML, but no PSKC container.
        NoContainer => "no_container",
        /// A container of another version than 1.0.
        VersionUnsupported => "version_unsupported",
        /// Encrypted, and the key or password is missing, or the other of the two is wanted; `wants`.
        KeyNeeded => "key_needed",
        /// The key is derived or wrapped in a way that is not supported.
        KeyMethodUnsupported => "key_method_unsupported",
        /// The parameters of the key derivation are missing, wrong or beyond the limits.
        DerivationInvalid => "derivation_invalid",
    }
}

crate::codes! {
    /// Why one row of an uploaded list is refused.
    #[cfg_attr(feature = "ts", derive(ts_rs::TS))]
    #[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
    pub enum TokenImportFault {
        /// Too few or too many columns.
        Columns => "columns",
        /// No serial number.
        SerialMissing => "serial_missing",
        /// A spreadsheet has rounded the serial number; `found`.
        SerialChanged => "serial_changed",
        /// The serial number occurs in the file twice.
        SerialRepeated => "serial_repeated",
        /// There is a token with this serial number already; nothing is overwritten.
        SerialTaken => "serial_taken",
        /// Nobody has this user principal name.
        UserUnknown => "user_unknown",
        /// A text that is too long, or has control characters; `field`.
        TextInvalid => "text_invalid",
        /// No secret.
        SecretMissing => "secret_missing",
        /// Not base32; `position`.
        SecretNotBase32 => "secret_not_base32",
        /// Damaged or too long.
        SecretInvalid => "secret_invalid",
        /// The secrets could be hexadecimal, base32 or base64; the name of their column can say it.
        SecretAmbiguous => "secret_ambiguous",
        /// Neither 30 nor 60 seconds.
        IntervalInvalid => "interval_invalid",
        /// A number, truth value or date that is none; `field`.
        Unreadable => "unreadable",
        /// OCRA, a PIN or something unknown; `name`.
        KindUnsupported => "kind_unsupported",
        /// A way to make codes that is not supported; `name`.
        FeatureUnsupported => "feature_unsupported",
        /// A cipher other than AES-CBC; `name`.
        CipherUnsupported => "cipher_unsupported",
        /// The key has not the length that the cipher wants; `bytes`.
        KeyLength => "key_length",
        /// No usable MAC.
        MacMissing => "mac_missing",
        /// An unknown MAC; `name`.
        MacUnsupported => "mac_unsupported",
        /// Wrong key or password, or a damaged file.
        MacWrong => "mac_wrong",
        /// A policy that is not known or cannot be kept to; `name`.
        PolicyUnknown => "policy_unknown",
    }
}

crate::codes! {
    /// A warning about an accepted row.
    #[cfg_attr(feature = "ts", derive(ts_rs::TS))]
    #[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
    pub enum TokenImportWarning {
        /// The file gives it to somebody of another directory; here it is nobody's.
        UserUnknown => "user_unknown",
        /// The key is as long as another hash's keys are by custom.
        KeyLengthUnusual => "key_length_unusual",
        /// The secret could as well be hexadecimal; it was read as base32.
        SecretMayBeHexadecimal => "secret_may_be_hexadecimal",
    }
}

/// The verdict on one row.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct TokenImportRow {
    /// CSV: the line, with the header as 1. PSKC: the key, counted from 1.
    pub row: usize,
    /// The serial number, if the row has one.
    pub serial_number: Option<String>,
    /// Whom the file gives it to, if that is a name.
    pub user_principal_name: Option<String>,
    /// It is, or in a dry run would be, one of the organisation's tokens now.
    pub accepted: bool,
    /// Why not.
    pub error: Option<TokenImportFault>,
    /// What the words of the error need.
    #[serde(default)]
    #[cfg_attr(feature = "ts", ts(type = "Record<string, unknown>"))]
    #[cfg_attr(feature = "openapi", schema(value_type = Object))]
    pub params: Params,
    /// Warnings about an accepted row.
    #[serde(default)]
    pub warnings: Vec<TokenImportWarning>,
}

/// 200 of `POST /v1/admin/hardwareOathDevices:import`.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct TokenImport {
    /// Nothing was stored.
    pub dry_run: bool,
    /// How the file is written.
    pub format: TokenFileFormat,
    /// It carries an XML signature, which was not verified.
    pub signed: bool,
    /// How many rows are accepted.
    pub accepted: usize,
    /// How many are refused.
    pub refused: usize,
    /// All rows, in order.
    pub value: Vec<TokenImportRow>,
    /// The refused rows as CSV with a column `error`, to be corrected and sent again; null if there is none. It holds
    /// secrets if the upload did.
    #[cfg_attr(feature = "openapi", schema(value_type = Option<String>))]
    pub error_file: Option<SecretText>,
}
