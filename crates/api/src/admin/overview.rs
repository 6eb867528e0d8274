//! The overview: how the organisation and its service stand, in figures without names of people.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::MethodKind;

/// `GET /v1/admin/overview`. Days are those of UTC.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Overview {
    /// When the figures were counted.
    #[cfg_attr(feature = "ts", ts(type = "string"))]
    #[cfg_attr(feature = "openapi", schema(value_type = String, format = DateTime))]
    pub as_of: Timestamp,
    /// Everybody.
    pub people: PeopleByState,
    /// People who administer, or will once they register.
    pub administrators: u32,
    /// People whose sign-ins are all denied.
    pub blocked: u32,
    /// People who have been asked to register for fourteen days or longer.
    pub not_registered_14_days: u32,
    /// How many of those who are registered today were registered at the end of a day: thirteen days, a week apart, the last
    /// of them today.
    pub registration: Vec<RegisteredBy>,
    /// How many people have a method of each kind.
    pub methods: Vec<MethodCount>,
    /// Rows of the sign-in log of the last thirty days, today included.
    pub sign_ins: Vec<SignInsOfDay>,
    /// The hardware tokens of the organisation.
    pub hardware_tokens: HardwareTokenCount,
    /// Every node that gave a sign of life in the last day.
    pub nodes: Vec<NodeHealth>,
    /// The database.
    pub database: DatabaseHealth,
    /// The gateway for texts and calls.
    pub gateway: GatewayHealth,
    /// The directory that people come from; null if the answering node has none.
    pub directory: Option<DirectoryHealth>,
    /// Notices by mail.
    pub mail: MailHealth,
    /// How far the clock of the answering node jumped ahead of what the database last saw; 0 unless that waits for a
    /// confirmation.
    pub clock_jump_seconds: i64,
}

/// How many people there are in each state.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct PeopleByState {
    /// No second step.
    pub disabled: u32,
    /// Asked to register.
    pub enabled: u32,
    /// Registered.
    pub enforced: u32,
}

/// A point of the curve of registration.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct RegisteredBy {
    /// `2026-11-30`
    pub date: String,
    /// How many people.
    pub registered: u32,
}

/// How many people have a kind of method.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct MethodCount {
    /// The kind.
    pub kind: MethodKind,
    /// How many people.
    pub people: u32,
}

/// The sign-in log of a day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct SignInsOfDay {
    /// `2026-11-30`
    pub date: String,
    /// Rows that were not denied.
    pub passed: u32,
    /// Rows that were.
    pub denied: u32,
}

/// The hardware tokens. A token is in one of these states.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct HardwareTokenCount {
    /// Nobody's.
    pub available: u32,
    /// Given to somebody who has not added it.
    pub assigned: u32,
    /// Its last activation failed.
    pub failed_activation: u32,
    /// Added by its holder.
    pub activated: u32,
}

/// A node of the service.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct NodeHealth {
    /// As the sign-in log names it.
    pub name: String,
    /// Where it listens.
    pub address: String,
    /// Which version it runs.
    pub version: String,
    /// Its last sign of life: it gives one each minute.
    #[cfg_attr(feature = "ts", ts(type = "string"))]
    #[cfg_attr(feature = "openapi", schema(value_type = String, format = DateTime))]
    pub last_seen_date_time: Timestamp,
    /// The last sign of life is not older than three minutes.
    pub alive: bool,
    /// When its certificate ends; null without TLS of its own.
    #[cfg_attr(feature = "ts", ts(type = "string | null"))]
    #[cfg_attr(feature = "openapi", schema(value_type = Option<String>, format = DateTime))]
    pub certificate_until_date_time: Option<Timestamp>,
}

/// The database.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct DatabaseHealth {
    /// It takes a change, durably.
    pub takes_changes: bool,
}

/// Notices by mail.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct MailHealth {
    /// Whether the answering node has a mail server.
    pub configured: bool,
    /// How many notices wait for it.
    pub waiting: u32,
    /// Of these: held until the configuration is corrected.
    pub held: u32,
    /// Why they are held.
    pub fault: Option<String>,
    /// When the oldest one that waits was queued.
    #[cfg_attr(feature = "ts", ts(type = "string | null"))]
    #[cfg_attr(feature = "openapi", schema(value_type = Option<String>, format = DateTime))]
    pub oldest_date_time: Option<Timestamp>,
}

/// The gateway for texts and calls.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct GatewayHealth {
    /// Whether the answering node has one.
    pub configured: bool,
    /// The month of the figures, `2026-11`.
    pub month: String,
    /// Texts and calls that the gateway took.
    pub sent: u32,
    /// Texts and calls that it did not take.
    pub failed: u32,
}

/// The synchronisation with the directory that people come from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct DirectoryHealth {
    /// How many people come from it.
    pub people: u32,
    /// The last run of any node; null before the first.
    pub last_run: Option<DirectoryRun>,
    /// When everybody was last read and brought up to date.
    #[cfg_attr(feature = "ts", ts(type = "string | null"))]
    #[cfg_attr(feature = "openapi", schema(value_type = Option<String>, format = DateTime))]
    pub last_done_date_time: Option<Timestamp>,
}

/// A run.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct DirectoryRun {
    /// When it ended.
    #[cfg_attr(feature = "ts", ts(type = "string"))]
    #[cfg_attr(feature = "openapi", schema(value_type = String, format = DateTime))]
    pub ended_date_time: Timestamp,
    /// How.
    pub result: DirectoryRunResult,
    /// How many entries were refused.
    pub refused: u32,
}

crate::codes! {
    /// How a run of the synchronisation ended.
    #[cfg_attr(feature = "ts", derive(ts_rs::TS))]
    #[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
    pub enum DirectoryRunResult {
        /// Everybody is up to date.
        Done => "done",
        /// Nothing was changed, and somebody has to look at it: it would have blocked many, or there was nobody.
        Stopped => "stopped",
        /// Nothing was changed: the directory gave no whole answer.
        Failed => "failed",
    }
}
