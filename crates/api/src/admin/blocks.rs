//! Blocks of all people.

use serde::{Deserialize, Serialize};

use super::BlockRecord;

crate::codes! {
    /// Which blocks.
    #[cfg_attr(feature = "ts", derive(ts_rs::TS))]
    #[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
    pub enum BlockState {
        /// Every attempt of the person is denied.
        Open => "open",
        /// It ended, by itself or because somebody unblocked the person.
        Ended => "ended",
    }
}

/// What `GET /v1/admin/blocks` takes.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[cfg_attr(feature = "openapi", derive(utoipa::IntoParams))]
#[cfg_attr(feature = "openapi", into_params(parameter_in = Query))]
pub struct BlocksRequest {
    /// All if it is left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub state: Option<BlockState>,
    /// How many: 1–500, 100 if it is left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "openapi", param(value_type = Option<i64>))]
    pub top: Option<u32>,
    /// The `next` of the page before.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub after: Option<String>,
}

/// A block and whose it is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct PersonBlock {
    /// Of the block.
    pub id: String,
    /// Whose.
    pub user_principal_name: String,
    /// Their name.
    pub display_name: String,
    /// Whether it has not ended.
    pub state: BlockState,
    /// Why, by whom, since when and until when.
    #[serde(flatten)]
    pub block: BlockRecord,
}

/// A page of blocks, the newest first.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Blocks {
    /// The page.
    pub value: Vec<PersonBlock>,
    /// For the next page; null after the last one.
    pub next: Option<String>,
}
