//! Consequences of a change to a person's methods: one function for a method that becomes active, one for a method that is
//! removed. Every endpoint uses them, for every kind of method.

use proofup_api::{AdminAction, ErrorCode, MfaState};
use proofup_store::users::{self, User};
use proofup_store::{Connection, trusted_devices};

use crate::audit::admin_actions::Actor;
use crate::context::Context;
use crate::methods::enrollment::Enrollment;
use crate::{ServiceError, session};

/// Who made a method active.
pub(crate) enum MadeBy<'a> {
    /// The person, in this session.
    Themselves(&'a str),
    /// An administrator, in no session of the person.
    Administrator(&'a Actor),
}

/// A method becomes active, outside of a registration. If the person had to register, they are done, and owe a second step
/// from the next sign-in on. Call it in the transaction, after the method is stored.
pub(crate) async fn became_real(
    context: &Context,
    db: &mut Connection,
    user_id: &str,
    by: MadeBy<'_>,
) -> Result<(), ServiceError> {
    let Some(user) = users::by_id(&mut *db, user_id).await? else { return Ok(()) };
    let enrollment = Enrollment::load(&mut *db, user).await?;
    let user = &enrollment.user;
    let promoted = user.mfa_state == MfaState::Enabled && enrollment.usable_methods() > 0;
    let first_for_a_policy = enrollment.is_managed_by_policy() && enrollment.usable_methods() == 1;
    if promoted {
        match by {
            MadeBy::Themselves(_) => enforce(context, &mut *db, user).await?,
            MadeBy::Administrator(actor) => enforce_by(context, &mut *db, user, actor).await?,
        }
    }
    if promoted || first_for_a_policy {
        let kept = match by {
            MadeBy::Themselves(session) => Some(session),
            MadeBy::Administrator(_) => None,
        };
        session::end_without_second_step(context, &mut *db, user_id, kept).await?;
    }
    if promoted || user.preferred_method.is_some() {
        settle_preference(db, &enrollment).await?;
    }
    Ok(())
}

/// Enforces the second step of a person who had to register, and records that they did it themselves.
pub(crate) async fn enforce(context: &Context, db: &mut Connection, user: &User) -> Result<(), ServiceError> {
    enforce_by(context, db, user, &Actor::themselves(context, &user.upn)).await
}

async fn enforce_by(context: &Context, db: &mut Connection, user: &User, actor: &Actor) -> Result<(), ServiceError> {
    users::set_mfa_state(&mut *db, &user.id, MfaState::Enforced, false, context.now()).await?;
    trusted_devices::delete_all(&mut *db, &user.id).await?;
    tracing::info!(user_id = user.id, "the second step is enforced: a method became real");
    let detail = Some(MfaState::Enforced.as_str().to_owned());
    actor.record(context, db, AdminAction::MfaStateChanged, Some(&user.upn), detail, None).await
}

/// A person removed a method of their own. The last usable one stays while they owe a second step. Called in the transaction,
/// after the method is gone; `before` is how they stood with it.
pub(crate) async fn was_removed(db: &mut Connection, before: &Enrollment) -> Result<(), ServiceError> {
    let after = Enrollment::load(&mut *db, before.user.clone()).await?;
    if after.user.mfa_state == MfaState::Enforced && before.usable_methods() > 0 && after.usable_methods() == 0 {
        return Err(ServiceError::refused(ErrorCode::LastMethod));
    }
    settle_preference(db, &after).await
}

/// Changes the preferred option if it cannot be used any more.
pub(crate) async fn settle_preference(db: &mut Connection, enrollment: &Enrollment) -> Result<(), ServiceError> {
    if enrollment.user.preferred_method != enrollment.preferred() {
        users::set_preferred_method(db, &enrollment.user.id, enrollment.preferred()).await?;
    }
    Ok(())
}
