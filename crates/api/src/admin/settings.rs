//! The organisation's settings: all of them with defaults and bounds, changes, and what changes would do.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

/// `GET|PATCH /v1/admin/settings`: every key, or those to change; `null` gives a key its default back.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema), schema(value_type = Object))]
pub struct SettingsPatch(pub BTreeMap<String, serde_json::Value>);

crate::codes! {
    /// The kind of a setting's values.
    #[cfg_attr(feature = "ts", derive(ts_rs::TS))]
    #[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
    pub enum SettingKind {
        /// `true` or `false`.
        Truth => "truth",
        /// A whole number within bounds.
        Number => "number",
        /// A text.
        Text => "text",
    }
}

/// One setting.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct SettingDetails {
    /// `lockoutMinutes`.
    pub key: String,
    /// The kind of its values.
    pub kind: SettingKind,
    /// The least number; null for other kinds.
    #[cfg_attr(feature = "openapi", schema(value_type = Option<i64>))]
    pub least: Option<u32>,
    /// The greatest number; null for other kinds.
    #[cfg_attr(feature = "openapi", schema(value_type = Option<i64>))]
    pub most: Option<u32>,
    /// Its value now.
    #[cfg_attr(feature = "ts", ts(type = "boolean | number | string"))]
    pub value: serde_json::Value,
    /// Its value where nobody set it.
    #[cfg_attr(feature = "ts", ts(type = "boolean | number | string"))]
    pub default: serde_json::Value,
}

/// 200 of `GET /v1/admin/settings/details`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct SettingsDetails {
    /// The version, which `If-Match` names.
    pub version: i64,
    /// Every setting, in the order of the operator guide.
    pub value: Vec<SettingDetails>,
}

crate::codes! {
    /// What changes of settings would do.
    #[cfg_attr(feature = "ts", derive(ts_rs::TS))]
    #[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
    pub enum SettingsEffectKind {
        /// `people` have a method of this setting, which stops to work.
        MethodUnusable => "method_unusable",
        /// `people` have no other method, and register at their next sign-in.
        MustRegister => "must_register",
        /// `people` have no method, and register one from now on.
        AskedToRegister => "asked_to_register",
        /// `people` keep `things` app passwords, which go on to work.
        AppPasswordsStay => "app_passwords_stay",
        /// `people` are asked again on `things` remembered devices.
        DevicesAskAgain => "devices_ask_again",
        /// `things` rows of the sign-in log are deleted.
        LogRowsDeleted => "log_rows_deleted",
    }
}

/// One effect of changes of settings.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct SettingsEffect {
    /// The setting.
    pub key: String,
    /// What happens.
    pub effect: SettingsEffectKind,
    /// To so many people.
    pub people: i64,
    /// With so many app passwords, devices or rows.
    pub things: i64,
}
