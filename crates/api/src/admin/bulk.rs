//! One action on many people.

use serde::{Deserialize, Serialize};

use crate::{ErrorCode, Params};

crate::codes! {
    /// What can be done to many people at once.
    #[cfg_attr(feature = "ts", derive(ts_rs::TS))]
    #[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
    pub enum BulkAction {
        /// Asked to register; enforced at once where a usable method is registered already.
        Enable => "enable",
        /// No second step. Needs a reason.
        Disable => "disable",
        /// Forgets all verification methods and remembered devices. Needs a reason.
        RequireReregistration => "requireReregistration",
        /// Deletes all app passwords. Needs a reason.
        DeleteAppPasswords => "deleteAppPasswords",
        /// Forgets all remembered devices.
        RestoreMfa => "restoreMfa",
        /// Ends every session.
        RevokeSessions => "revokeSessions",
        /// Takes `enable` or `disable` of the same `bulkId` back, within a day.
        Undo => "undo",
    }
}

/// `POST /v1/admin/users:bulk`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct BulkRequest {
    /// What to do.
    pub action: BulkAction,
    /// User principal names, 1–5,000; none for `undo`.
    #[serde(default)]
    pub users: Vec<String>,
    /// 8–64 letters, digits and hyphens, chosen by who asks. A person is changed once under an id: what is sent again is
    /// answered again. Calls of one change share it.
    pub bulk_id: String,
    /// Kept with every action.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
}

/// What became of it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct BulkResult {
    /// As it was asked.
    pub bulk_id: String,
    /// Everything was looked at, and nothing was changed.
    pub dry_run: bool,
    /// People who were changed.
    pub changed: u32,
    /// People for whom there was nothing to change.
    pub unchanged: u32,
    /// People who were left as they are, and why.
    pub failures: Vec<BulkFailure>,
    /// Of a dry run alone: what will be changed and taken away.
    pub counts: Option<BulkCounts>,
}

/// Somebody who was left as they are.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct BulkFailure {
    /// As it was asked.
    pub user_principal_name: String,
    /// Why.
    pub code: ErrorCode,
    /// Of the code.
    #[cfg_attr(feature = "ts", ts(type = "Record<string, unknown>"))]
    #[cfg_attr(feature = "openapi", schema(value_type = Object))]
    pub params: Params,
}

/// What an action will change and take away.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct BulkCounts {
    /// People who will be asked to register at their next sign-in.
    pub registering: u32,
    /// People who have a usable method, and need it from now on.
    pub enforced: u32,
    /// Phones.
    pub phones: u32,
    /// Apps, for codes or notifications.
    pub apps: u32,
    /// Hardware tokens that are taken back.
    pub hardware_tokens: u32,
    /// Remembered devices.
    pub trusted_devices: u32,
    /// App passwords.
    pub app_passwords: u32,
    /// Those of them that were used in the last seven days.
    pub app_passwords_used_this_week: u32,
    /// Sessions.
    pub sessions: u32,
}
