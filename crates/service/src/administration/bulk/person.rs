//! The change of one person, within the transaction of up to a hundred.

use proofup_api::{BulkAction, WantedMfaState};
use proofup_store::bulk_changes::{self, BulkChange, ChangedPerson};
use proofup_store::users::{self, User};
use proofup_store::{Connection, app_passwords, trusted_devices};

use super::{Outcome, of_person};
use crate::ServiceError;
use crate::administration::people::{change_state, state_after};
use crate::administration::resets::Reset;
use crate::audit::admin_actions::{Actor, Reason};
use crate::context::Context;
use crate::methods::enrollment::Enrollment;

/// Changes some people, all in one transaction.
pub(super) async fn change_some(
    context: &Context,
    actor: &Actor,
    change: &BulkChange,
    people: &[User],
    reason: Option<&Reason>,
) -> Result<Vec<(String, Outcome)>, ServiceError> {
    let actor = actor.in_bulk(&change.id);
    let mut transaction = context.store.begin().await?;
    // Administrators may be among them, and of two who go one stays.
    users::hold_administration(&mut transaction).await?;
    let mut outcomes = Vec::with_capacity(people.len());
    for person in people {
        // What was read before decides nothing.
        let Some(user) = users::hold_changed(&mut transaction, &person.id).await? else { continue };
        let outcome = change_one(context, &mut transaction, &actor, change, user, reason).await;
        outcomes.push((person.upn.clone(), of_person(outcome)?));
    }
    transaction.commit().await?;
    Ok(outcomes)
}

/// Changes a person whose row is held. Nothing is written before everything that can be refused was looked at.
async fn change_one(
    context: &Context,
    db: &mut Connection,
    actor: &Actor,
    change: &BulkChange,
    user: User,
    reason: Option<&Reason>,
) -> Result<bool, ServiceError> {
    if let Some(done) = bulk_changes::of_person(&mut *db, &change.id, &user.id).await? {
        return Ok(done.changed);
    }
    actor.check_among_many(&user)?;
    let id = user.id.clone();
    let Some(before) = bulk_changes::standing(&mut *db, &id).await? else { return Ok(false) };
    let enrollment = Enrollment::load(&mut *db, user).await?;
    let had_method = enrollment.usable_methods() > 0;
    let changed = has_something_to_change(context, &mut *db, change.action, &enrollment).await?;
    if changed {
        match (wanted(change.action), reset(change.action)) {
            (Some(wanted), _) => drop(change_state(context, &mut *db, actor, enrollment, wanted, reason).await?),
            (None, Some(reset)) => reset.take(context, &mut *db, actor, &enrollment.user, reason, None).await?,
            (None, None) => {}
        }
    }
    let after = if changed { bulk_changes::standing(&mut *db, &id).await? } else { None };
    let after = after.unwrap_or_else(|| before.clone());
    let person = ChangedPerson { user_id: id, changed, before, had_method, after, undone: false };
    bulk_changes::keep(db, &change.id, &person).await?;
    Ok(changed)
}

/// Whether an action changes anything about a person.
pub(super) async fn has_something_to_change(
    context: &Context,
    db: &mut Connection,
    action: BulkAction,
    enrollment: &Enrollment,
) -> Result<bool, ServiceError> {
    let user = &enrollment.user;
    if let Some(wanted) = wanted(action) {
        return Ok(state_after(enrollment, wanted) != user.mfa_state);
    }
    Ok(match action {
        BulkAction::DeleteAppPasswords => app_passwords::count(db, &user.id).await? > 0,
        BulkAction::RestoreMfa => !trusted_devices::of_user(db, &user.id, context.now()).await?.is_empty(),
        // Sign-ins under way end too.
        _ => true,
    })
}

/// The state that an action gives.
pub(super) fn wanted(action: BulkAction) -> Option<WantedMfaState> {
    match action {
        BulkAction::Enable => Some(WantedMfaState::Enabled),
        BulkAction::Disable => Some(WantedMfaState::Disabled),
        _ => None,
    }
}

fn reset(action: BulkAction) -> Option<Reset> {
    let none = Reset::default();
    match action {
        BulkAction::RequireReregistration => Some(Reset { methods: true, ..none }),
        BulkAction::DeleteAppPasswords => Some(Reset { app_passwords: true, ..none }),
        BulkAction::RestoreMfa => Some(Reset { trusted_devices: true, ..none }),
        BulkAction::RevokeSessions => Some(Reset { sessions: true, ..none }),
        BulkAction::Enable | BulkAction::Disable | BulkAction::Undo => None,
    }
}
