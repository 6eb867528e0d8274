//! The list of people: what is searched for, and a page of what was found.

use serde::{Deserialize, Serialize};

use super::AdminUser;
use crate::{MfaState, Role};

crate::codes! {
    /// A kind of method, as the list names it.
    #[cfg_attr(feature = "ts", derive(ts_rs::TS))]
    #[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
    pub enum MethodKind {
        /// A phone that is texted or called.
        Phone => "phone",
        /// An app that makes codes.
        CodeApp => "codeApp",
        /// An app that gets notifications.
        Notification => "notification",
        /// A hardware token.
        HardwareToken => "hardwareToken",
    }
}

/// What `GET /v1/admin/users` takes. A filter that is absent does not narrow the list.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[cfg_attr(feature = "openapi", derive(utoipa::IntoParams))]
#[cfg_attr(feature = "openapi", into_params(parameter_in = Query))]
pub struct PeopleRequest {
    /// Up to four pieces of the name or the user name, apart by spaces. All of them must be found.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub search: Option<String>,
    /// Where they stand.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub state: Option<MfaState>,
    /// Who has a method of this kind.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub method: Option<MethodKind>,
    /// Who is asked to register for at least so many days, and has not: 0–3,650.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "openapi", param(value_type = Option<i64>))]
    pub not_registered_days: Option<u32>,
    /// Who is blocked now, or is not.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub blocked: Option<bool>,
    /// `true`: who waits now after wrong passwords or codes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub locked: Option<bool>,
    /// Who has this role.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub role: Option<Role>,
    /// How many: 1–500, 100 if it is left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "openapi", param(value_type = Option<i64>))]
    pub top: Option<u32>,
    /// The `next` of the page before.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub after: Option<String>,
}

/// A page of people, by name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct People {
    /// The people.
    pub value: Vec<AdminUser>,
    /// To be sent as `after` for those who follow; null at the end.
    pub next: Option<String>,
    /// How many fit in all, counted up to 10,001. Null on every page but the first.
    pub found: Option<u32>,
}
