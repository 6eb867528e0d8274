//! The preferred option: the method that sign-in offers first.

use proofup_api::{AccountChangeKind, ErrorCode, MfaState, SignInPreferences};
use proofup_store::{to_text, users};

use super::begin_change;
use crate::ServiceError;
use crate::audit::changes;
use crate::context::Context;
use crate::methods::enrollment::Enrollment;
use crate::methods::freshness;
use crate::session::{Bearer, person};

/// The preferred option now.
pub(crate) async fn get(context: &Context, bearer: &Bearer) -> Result<SignInPreferences, ServiceError> {
    let mut db = context.store.read().await?;
    let user = person(&mut db, bearer).await?;
    let enrollment = Enrollment::load(&mut db, user).await?;
    Ok(SignInPreferences { user_preferred_method_for_secondary_authentication: enrollment.preferred() })
}

/// Sets another option, which must be registered and allowed. It wants a fresh second step: a thief with a session would
/// change it first, because it decides which phone rings at the next sign-in.
pub(crate) async fn set(
    context: &Context,
    bearer: &Bearer,
    body: &SignInPreferences,
) -> Result<SignInPreferences, ServiceError> {
    let mut change = begin_change(context, bearer).await?;
    let db = &mut change.transaction;
    let user = person(db, bearer).await?;
    let enrollment = Enrollment::load(db, user).await?;
    let wanted = body.user_preferred_method_for_secondary_authentication;
    let usable = match wanted {
        Some(method) => enrollment.usable_options().contains(&method),
        None => enrollment.user.mfa_state != MfaState::Enforced,
    };
    if !usable {
        return Err(ServiceError::refused(ErrorCode::PreferredMethodNotUsable));
    }
    freshness::require_fresh(context, db, bearer).await?;
    users::set_preferred_method(db, &bearer.user_id, wanted).await?;
    if let Some(method) = wanted.filter(|_| enrollment.user.preferred_method != wanted) {
        let method = to_text(&method)?;
        changes::record(context, db, bearer, AccountChangeKind::PreferredOptionChanged, Some(&method)).await?;
    }
    change.transaction.commit().await?;
    Ok(SignInPreferences { user_preferred_method_for_secondary_authentication: wanted })
}
