//! The end of sessions. Everything that can become a session, or was begun in one, ends with them. Each operation that
//! revokes calls this in its transaction.

use proofup_api::{ApprovalOutcome, DenialReason};
use proofup_store::text_codes::{self, Purpose};
use proofup_store::{
    Connection, approvals, auth_sessions, authenticators, authorization_codes, calls, hardware_oaths, phones, sessions,
    software_oaths, users,
};

use crate::ServiceError;
use crate::context::Context;

/// Ends every session of a person, except perhaps one, and every sign-in under way. The reason is what those who wait
/// are told.
pub(crate) async fn end_all(
    context: &Context,
    db: &mut Connection,
    user_id: &str,
    kept: Option<&str>,
    reason: Option<DenialReason>,
) -> Result<(), ServiceError> {
    let now = context.now();
    users::note_change(&mut *db, user_id).await?;
    for session in sessions::open_of(&mut *db, user_id).await? {
        if kept != Some(session.id.as_str()) {
            end_one(&mut *db, user_id, &session.id, now).await?;
        }
    }
    sessions::end_of_devices(&mut *db, user_id, now).await?;
    if kept.is_none() {
        text_codes::supersede(&mut *db, user_id, Purpose::Verification, now).await?;
        calls::supersede(&mut *db, user_id, Purpose::Verification).await?;
    }
    end_sign_ins(context, db, user_id, reason).await
}

/// Ends every sign-in of a person that is under way: waiting for a second step, or waiting to be exchanged for tokens;
/// and with them the texts, calls and requests that were to let them through.
pub(crate) async fn end_sign_ins(
    context: &Context,
    db: &mut Connection,
    user_id: &str,
    reason: Option<DenialReason>,
) -> Result<(), ServiceError> {
    let now = context.now();
    auth_sessions::finish_all(&mut *db, user_id, reason, now).await?;
    authorization_codes::end_all(&mut *db, user_id, now).await?;
    text_codes::supersede(&mut *db, user_id, Purpose::SignIn, now).await?;
    calls::supersede(&mut *db, user_id, Purpose::SignIn).await?;
    let outcome = match reason {
        Some(DenialReason::FraudReported) => ApprovalOutcome::FraudReported,
        _ => ApprovalOutcome::Superseded,
    };
    Ok(approvals::settle_all(db, user_id, outcome, now).await?)
}

/// Ends one session, its provisional methods, and the set-ups that it began: their codes are on somebody's screen.
pub(crate) async fn end_one(db: &mut Connection, user_id: &str, id: &str, now: i64) -> Result<(), ServiceError> {
    sessions::end(&mut *db, id, now).await?;
    phones::discard_provisional(&mut *db, id).await?;
    software_oaths::discard_provisional(&mut *db, id).await?;
    hardware_oaths::discard_provisional(&mut *db, id).await?;
    authenticators::discard_provisional(&mut *db, id).await?;
    software_oaths::forget_set_ups(&mut *db, user_id, id, now).await?;
    Ok(authenticators::end_set_ups(db, id, now).await?)
}

/// Ends everything that the password alone opened or began, except the given session: sessions of every scope with their
/// set-ups; authorization codes; and sign-ins under way. Call it when a person begins to owe a second step, or has just
/// proven a new one.
pub(crate) async fn end_without_second_step(
    context: &Context,
    db: &mut Connection,
    user_id: &str,
    kept: Option<&str>,
) -> Result<(), ServiceError> {
    let now = context.now();
    // A sign-in that read before this is decided anew.
    users::note_change(&mut *db, user_id).await?;
    for session in sessions::open_of(&mut *db, user_id).await? {
        if session.second_step_at.is_none() && kept != Some(session.id.as_str()) {
            end_one(&mut *db, user_id, &session.id, now).await?;
        }
    }
    auth_sessions::finish_sign_ins(&mut *db, user_id, now).await?;
    Ok(authorization_codes::end_without_second_step(db, user_id, now).await?)
}
