//! The one-time bypass: for somebody whose phone is at home. It counts at once and ends with the first sign-in.

use proofup_api::{AdminAction, ErrorCode, PersonBypass};
use proofup_store::bypasses::{self, Bypass};
use proofup_store::users::User;

use super::caller;
use crate::ServiceError;
use crate::audit::admin_actions::{Actor, Reason};
use crate::context::Context;
use crate::people::administrators::begin_order;
use crate::runtime::clock::timestamp;

/// A bypass waits for the sign-in a day at most.
const LONGEST_SECONDS: u32 = 86_400;

/// More than this are not listed: a bypass lasts a day at most, and a help desk gives few.
const LISTED: i64 = 500;

/// Everybody's that wait for a sign-in, the one that ends first at the front.
pub(crate) async fn open_ones(context: &Context) -> Result<Vec<PersonBypass>, ServiceError> {
    let mut db = context.store.read().await?;
    let rows = bypasses::all_open(&mut db, context.now(), LISTED).await?;
    let listed = rows.into_iter().map(|row| PersonBypass {
        id: row.bypass.id,
        user_principal_name: row.upn,
        display_name: row.display_name,
        granted_by: row.bypass.created_by,
        granted_date_time: timestamp(row.bypass.created_at),
        reason: row.bypass.reason,
        expires_date_time: timestamp(row.bypass.expires_at),
    });
    Ok(listed.collect())
}

/// Takes an open one back. Where none is open, nothing is done.
pub(crate) async fn withdraw(context: &Context, actor: &Actor, user: &User) -> Result<(), ServiceError> {
    let (mut transaction, user) = begin_order(context, actor, user).await?;
    let now = context.now();
    if bypasses::open(&mut transaction, &user.id, now).await?.is_some() {
        bypasses::end(&mut transaction, &user.id, now).await?;
        let action = AdminAction::BypassWithdrawn;
        actor.record(context, &mut transaction, action, Some(&user.upn), None, None).await?;
    }
    transaction.commit().await?;
    Ok(())
}

/// Gives one; an earlier one ends.
pub(crate) async fn give(
    context: &Context,
    actor: &Actor,
    user: &User,
    seconds: u32,
    reason: &Reason,
) -> Result<(), ServiceError> {
    if !(1..=LONGEST_SECONDS).contains(&seconds) {
        return Err(ServiceError::refused_with(ErrorCode::InvalidRequest, "field", "seconds"));
    }
    let (mut transaction, user) = begin_order(context, actor, user).await?;
    let actor = caller::cleared_for_bypass(context, &mut transaction, actor, &user, seconds, reason).await?;
    let now = context.now();
    let expires_at = now + i64::from(seconds) * 1000;
    bypasses::end(&mut transaction, &user.id, now).await?;
    let bypass = Bypass {
        id: context.time_ordered_id(now),
        user_id: user.id.clone(),
        reason: reason.as_str().to_owned(),
        created_by: actor.name.clone(),
        created_at: now,
        expires_at,
    };
    bypasses::insert(&mut transaction, &bypass).await?;
    let until = Some(timestamp(expires_at).to_string());
    actor.record(context, &mut transaction, AdminAction::BypassGranted, Some(&user.upn), until, Some(reason)).await?;
    transaction.commit().await?;
    Ok(())
}
