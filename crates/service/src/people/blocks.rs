//! Blocked people: every attempt of theirs is denied for so many days, or until somebody takes the block back.

use proofup_api::{AdminAction, BlockCause, DenialReason, ErrorCode};
use proofup_store::Connection;
use proofup_store::blocks::{self, Block};
use proofup_store::trusted_devices;
use proofup_store::users::{self, User};

use crate::ServiceError;
use crate::audit::admin_actions::{Actor, Reason};
use crate::context::Context;
use crate::people::administrators::{begin_order, keep_an_administrator};
use crate::runtime::clock::timestamp;
use crate::session;
use crate::settings::Settings;

const DAY_MS: i64 = 86_400_000;

/// The end of a block that the directory takes back: the year 9999.
const WITHOUT_END_MS: i64 = 253_370_764_800_000;

/// Blocks a person and ends their sessions and sign-ins. The last administrator stays.
pub(crate) async fn block(
    context: &Context,
    actor: &Actor,
    user: &User,
    cause: BlockCause,
    reason: &Reason,
) -> Result<(), ServiceError> {
    let (mut transaction, user) = begin_order(context, actor, user).await?;
    keep_an_administrator(context, &mut transaction, &user).await?;
    let days = Settings::load(&mut transaction).await?.block_days;
    if cause == BlockCause::FraudReport {
        trusted_devices::delete_all(&mut transaction, &user.id).await?;
    }
    let ends_at = end_after(context.now(), days);
    begin(context, &mut transaction, actor, &user, ends_at, cause, reason).await?;
    transaction.commit().await?;
    Ok(())
}

/// When a block of so many days ends that begins now.
pub(super) fn end_after(now: i64, days: u32) -> i64 {
    now + i64::from(days) * DAY_MS
}

/// Begins a block, in the transaction that has a reason for it.
pub(crate) async fn begin(
    context: &Context,
    db: &mut Connection,
    actor: &Actor,
    user: &User,
    ends_at: i64,
    cause: BlockCause,
    reason: &Reason,
) -> Result<(), ServiceError> {
    let now = context.now();
    let block = Block {
        id: context.time_ordered_id(now),
        user_id: user.id.clone(),
        cause,
        reason: reason.as_str().to_owned(),
        blocked_by: actor.name.clone(),
        blocked_at: now,
        ends_at,
        lifted_by: None,
        lifted_at: None,
        lift_reason: None,
    };
    blocks::insert(&mut *db, &block).await?;
    users::set_blocked_until(&mut *db, &user.id, ends_at).await?;
    session::end_all(context, &mut *db, &user.id, None, Some(DenialReason::UserBlocked)).await?;
    let until = (ends_at != WITHOUT_END_MS).then(|| timestamp(ends_at).to_string());
    actor.record(context, db, AdminAction::UserBlocked, Some(&user.upn), until, Some(reason)).await
}

/// Removes the block. Sessions stay ended. A person who is not blocked is reported as such: nothing was done then.
pub(crate) async fn unblock(
    context: &Context,
    actor: &Actor,
    user: &User,
    reason: &Reason,
) -> Result<(), ServiceError> {
    let (mut transaction, user) = begin_order(context, actor, user).await?;
    if !user.is_blocked(context.now()) {
        return Err(ServiceError::refused(ErrorCode::NotBlocked));
    }
    users::set_blocked_until(&mut transaction, &user.id, 0).await?;
    blocks::lift(&mut transaction, &user.id, &actor.name, reason.as_str(), context.now()).await?;
    actor.record(context, &mut transaction, AdminAction::UserUnblocked, Some(&user.upn), None, Some(reason)).await?;
    transaction.commit().await?;
    Ok(())
}

/// Blocks a person for as long as the directory has them disabled, or not at all. The person's row is held.
pub(crate) async fn block_by_directory(
    context: &Context,
    db: &mut Connection,
    actor: &Actor,
    user: &User,
    reason: &Reason,
) -> Result<(), ServiceError> {
    keep_an_administrator(context, &mut *db, user).await?;
    begin(context, db, actor, user, WITHOUT_END_MS, BlockCause::Directory, reason).await
}

/// The directory takes its block back. One that somebody else began stays.
pub(crate) async fn unblock_by_directory(
    context: &Context,
    db: &mut Connection,
    actor: &Actor,
    user: &User,
    reason: &Reason,
) -> Result<(), ServiceError> {
    let (by, why, now) = (&actor.name, reason.as_str(), context.now());
    let until = blocks::lift_of_cause(&mut *db, &user.id, BlockCause::Directory, by, why, now).await?;
    users::set_blocked_until(&mut *db, &user.id, until).await?;
    actor.record(context, db, AdminAction::UserUnblocked, Some(&user.upn), None, Some(reason)).await
}
