//! What an action would do: looked at and counted, with nothing held and nothing written.

use proofup_api::{BulkAction, BulkCounts, BulkResult, MfaState};
use proofup_store::users::User;
use proofup_store::{Connection, app_passwords, sessions, trusted_devices};

use super::person::{has_something_to_change, wanted};
use super::{AT_ONCE, add, of_person};
use crate::ServiceError;
use crate::administration::people::state_after;
use crate::audit::admin_actions::Actor;
use crate::context::Context;
use crate::methods::enrollment::Enrollment;
use crate::people::administrators::keep_an_administrator;

const WEEK_MS: i64 = 7 * 86_400_000;

/// Looks at everybody.
pub(super) async fn look(
    context: &Context,
    actor: &Actor,
    action: BulkAction,
    people: Vec<User>,
    result: &mut BulkResult,
) -> Result<(), ServiceError> {
    let mut counts = BulkCounts::default();
    for some in people.chunks(AT_ONCE) {
        let mut db = context.store.read().await?;
        let mut outcomes = Vec::with_capacity(some.len());
        for user in some {
            let upn = user.upn.clone();
            let outcome = look_at(context, &mut db, actor, action, user.clone(), &mut counts).await;
            outcomes.push((upn, of_person(outcome)?));
        }
        add(result, outcomes);
        // A directory of thousands leaves the thread to others in between.
        drop(db);
        tokio::task::yield_now().await;
    }
    result.counts = Some(counts);
    Ok(())
}

async fn look_at(
    context: &Context,
    db: &mut Connection,
    actor: &Actor,
    action: BulkAction,
    user: User,
    counts: &mut BulkCounts,
) -> Result<bool, ServiceError> {
    actor.check_among_many(&user)?;
    let enrollment = Enrollment::load(&mut *db, user).await?;
    if !has_something_to_change(context, &mut *db, action, &enrollment).await? {
        return Ok(false);
    }
    let user = &enrollment.user;
    if action == BulkAction::Disable {
        keep_an_administrator(context, &mut *db, user).await?;
    }
    match wanted(action).map(|wanted| state_after(&enrollment, wanted)) {
        Some(MfaState::Enabled) => counts.registering += 1,
        Some(MfaState::Enforced) => counts.enforced += 1,
        Some(MfaState::Disabled) | None => {}
    }
    let all = action == BulkAction::RequireReregistration;
    if all {
        counts.phones += number(enrollment.phones.iter().filter(|phone| !phone.read_only).count());
        let codes = enrollment.oaths.iter().filter(|oath| oath.device_id.is_none()).count();
        counts.apps += number(codes + enrollment.devices.len());
        counts.hardware_tokens += number(enrollment.tokens.len());
    }
    if all || action == BulkAction::RestoreMfa {
        counts.trusted_devices += number(trusted_devices::of_user(&mut *db, &user.id, context.now()).await?.len());
    }
    if all || action == BulkAction::RevokeSessions {
        counts.sessions += number(sessions::open_of(&mut *db, &user.id).await?.len());
    }
    if matches!(action, BulkAction::DeleteAppPasswords | BulkAction::Enable) {
        let passwords = app_passwords::of_user(db, &user.id).await?;
        let since = context.now() - WEEK_MS;
        let used = passwords.iter().filter(|row| row.last_used_at.is_some_and(|time| time >= since));
        counts.app_passwords_used_this_week += number(used.count());
        counts.app_passwords += number(passwords.len());
    }
    Ok(true)
}

fn number(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}
