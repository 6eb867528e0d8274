//! The preferred option: what is offered first at sign-in.

use proofup_api::{AccountChangeKind, ErrorCode, MfaState, SignInPreferences};

use super::begin_change;
use crate::ServiceError;
use crate::activity::changes;
use crate::session::{Bearer, person};
use crate::standing::Standing;
use crate::step_up;
use crate::store::{to_text, users};
use crate::world::World;

/// What is preferred now.
pub(crate) async fn get(world: &World, bearer: &Bearer) -> Result<SignInPreferences, ServiceError> {
    let mut db = world.store.read().await?;
    let user = person(&mut db, bearer).await?;
    let standing = Standing::load(&mut db, user).await?;
    Ok(SignInPreferences { user_preferred_method_for_secondary_authentication: standing.preferred() })
}

/// Prefers another option, which must be registered and allowed. It is what a thief of a session would change first: what
/// is offered at the next sign-in decides whose phone rings.
pub(crate) async fn set(
    world: &World,
    bearer: &Bearer,
    body: &SignInPreferences,
) -> Result<SignInPreferences, ServiceError> {
    let mut change = begin_change(world, bearer).await?;
    let db = &mut change.transaction;
    let user = person(db, bearer).await?;
    let standing = Standing::load(db, user).await?;
    let wanted = body.user_preferred_method_for_secondary_authentication;
    let usable = match wanted {
        Some(method) => standing.usable_options().contains(&method),
        None => standing.user.mfa_state != MfaState::Enforced,
    };
    if !usable {
        return Err(ServiceError::refused(ErrorCode::PreferredMethodNotUsable));
    }
    step_up::require_fresh(world, db, bearer).await?;
    users::set_preferred_method(db, &bearer.user_id, wanted).await?;
    if let Some(method) = wanted.filter(|_| standing.user.preferred_method != wanted) {
        let method = to_text(&method)?;
        changes::record(world, db, bearer, AccountChangeKind::PreferredOptionChanged, Some(&method)).await?;
    }
    change.transaction.commit().await?;
    Ok(SignInPreferences { user_preferred_method_for_secondary_authentication: wanted })
}
