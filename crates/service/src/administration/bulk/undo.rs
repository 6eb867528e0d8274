//! Takes a bulk change of states back: of those who still stand as it left them, and of nobody else.

use proofup_api::{AdminAction, BulkAction, BulkRequest, BulkResult, ErrorCode, MfaState};
use proofup_store::Connection;
use proofup_store::bulk_changes::{self, ChangedPerson};
use proofup_store::users::{self, User};

use super::{AT_ONCE, Outcome, add, of_person};
use crate::audit::admin_actions::{Actor, Reason};
use crate::context::Context;
use crate::methods::enrollment::Enrollment;
use crate::people::administrators::keep_an_administrator;
use crate::{ServiceError, session};

/// For so long a change can be taken back.
const UNDONE_WITHIN_MS: i64 = 86_400_000;

/// Takes back the change of an id, also one of another administrator. A repeated call gets the same answer.
pub(super) async fn undo(
    context: &Context,
    actor: &Actor,
    request: &BulkRequest,
    reason: Option<&Reason>,
) -> Result<BulkResult, ServiceError> {
    let id = &request.bulk_id;
    let (change, people) = {
        let mut db = context.store.read().await?;
        let found = bulk_changes::find(&mut db, id).await?;
        let change = found.ok_or_else(|| ServiceError::refused(ErrorCode::NotFound))?;
        (change, bulk_changes::changed_people(&mut db, id).await?)
    };
    let can_be = matches!(change.action, BulkAction::Enable | BulkAction::Disable);
    if !can_be || context.now() - change.begun_at > UNDONE_WITHIN_MS {
        return Err(ServiceError::refused(ErrorCode::UndoNotPossible));
    }
    let (bulk_id, failures) = (id.clone(), Vec::new());
    let mut result = BulkResult { bulk_id, dry_run: false, changed: 0, unchanged: 0, failures, counts: None };
    for some in people.chunks(AT_ONCE) {
        let work = || undo_some(context, actor, id, some, reason);
        add(&mut result, context.store.again_if_crossed(work).await?);
    }
    Ok(result)
}

async fn undo_some(
    context: &Context,
    actor: &Actor,
    id: &str,
    people: &[String],
    reason: Option<&Reason>,
) -> Result<Vec<(String, Outcome)>, ServiceError> {
    let actor = actor.in_bulk(id);
    let mut transaction = context.store.begin().await?;
    users::hold_administration(&mut transaction).await?;
    let mut outcomes = Vec::with_capacity(people.len());
    for user_id in people {
        let Some(user) = users::hold_changed(&mut transaction, user_id).await? else { continue };
        let Some(done) = bulk_changes::of_person(&mut transaction, id, user_id).await? else { continue };
        let upn = user.upn.clone();
        let outcome = undo_one(context, &mut transaction, &actor, id, (user, done), reason).await;
        outcomes.push((upn, of_person(outcome)?));
    }
    transaction.commit().await?;
    Ok(outcomes)
}

async fn undo_one(
    context: &Context,
    db: &mut Connection,
    actor: &Actor,
    id: &str,
    (user, done): (User, ChangedPerson),
    reason: Option<&Reason>,
) -> Result<bool, ServiceError> {
    if done.undone {
        return Ok(false);
    }
    actor.check_among_many(&user)?;
    let changed_since = || ServiceError::refused(ErrorCode::ChangedSince);
    if bulk_changes::standing(&mut *db, &user.id).await?.as_ref() != Some(&done.after) {
        return Err(changed_since());
    }
    let (before, after) = (&done.before, &done.after);
    if before.state == MfaState::Disabled {
        keep_an_administrator(context, &mut *db, &user).await?;
    }
    if before.state == MfaState::Enforced && done.had_method {
        // A second step without a method is no second step: the password alone would register another phone.
        let enrollment = Enrollment::load(&mut *db, user.clone()).await?;
        if enrollment.usable_methods() == 0 {
            return Err(changed_since());
        }
    }
    if !bulk_changes::put_back(&mut *db, &user.id, after, before).await? {
        return Err(changed_since());
    }
    if before.state == MfaState::Enforced {
        session::end_without_second_step(context, &mut *db, &user.id, None).await?;
    }
    bulk_changes::note_undone(&mut *db, id, &user.id).await?;
    let states = (after.state.as_str(), before.state.as_str());
    actor.record_change(context, db, AdminAction::MfaStateChanged, Some(&user.upn), states, reason).await?;
    Ok(true)
}
