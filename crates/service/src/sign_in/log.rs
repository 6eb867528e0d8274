//! Writes the sign-in log. An answer is given only after its row is durable, so every path waits for this.

use proofup_api::{AuthenticationMode, DenialReason, SignInResult};
use sqlx::AnyConnection;

use crate::ServiceError;
use crate::store::sign_ins::{self, SignInRow};
use crate::world::{Caller, World};

/// What a use case knows of a sign-in.
#[derive(Debug, Clone)]
pub(crate) struct LogEntry<'a> {
    pub(crate) user_id: Option<&'a str>,
    pub(crate) user_name: Option<&'a str>,
    /// When the request came in.
    pub(crate) began_at: i64,
    pub(crate) mode: AuthenticationMode,
    pub(crate) detail: Option<String>,
    pub(crate) result: SignInResult,
    pub(crate) denial_reason: Option<DenialReason>,
    pub(crate) application: &'a str,
    pub(crate) protocol: &'a str,
    pub(crate) client_device: Option<&'a str>,
    pub(crate) app_password_id: Option<&'a str>,
}

impl<'a> LogEntry<'a> {
    /// A sign-in to Proofup itself.
    pub(crate) fn own(began_at: i64, mode: AuthenticationMode, result: SignInResult) -> Self {
        Self {
            user_id: None,
            user_name: None,
            began_at,
            mode,
            detail: None,
            result,
            denial_reason: None,
            application: "Proofup",
            protocol: "web",
            client_device: None,
            app_password_id: None,
        }
    }

    /// The same, denied.
    pub(crate) fn denied(began_at: i64, mode: AuthenticationMode, reason: DenialReason) -> Self {
        Self { denial_reason: Some(reason), ..Self::own(began_at, mode, SignInResult::Denied) }
    }

    /// The same, of this person.
    pub(crate) fn of(self, user_id: &'a str, user_name: &'a str) -> Self {
        Self { user_id: Some(user_id), user_name: Some(user_name), ..self }
    }

    /// The same, with the masked phone or the app's name.
    pub(crate) fn with_detail(self, detail: Option<String>) -> Self {
        Self { detail, ..self }
    }
}

/// Adds a row.
pub(crate) async fn log(
    world: &World,
    db: &mut AnyConnection,
    caller: &Caller,
    entry: LogEntry<'_>,
) -> Result<(), ServiceError> {
    let now = world.now();
    let row = SignInRow {
        id: world.time_ordered_id(now),
        user_id: entry.user_id.map(str::to_owned),
        user_name: entry.user_name.map(str::to_owned),
        created_at: now,
        duration_ms: now - entry.began_at,
        mode: entry.mode,
        detail: entry.detail,
        result: entry.result,
        denial_reason: entry.denial_reason,
        application: entry.application.to_owned(),
        protocol: entry.protocol.to_owned(),
        client_address: caller.address.clone(),
        client_device: entry.client_device.map(str::to_owned),
        app_password_id: entry.app_password_id.map(str::to_owned),
        server_name: world.server_name.clone(),
        correlation_id: caller.correlation_id.clone(),
    };
    sign_ins::append(db, &row).await
}
