//! Registration as a whole: what was verified under it becomes real in one transaction, or never.

use proofup_api::{ErrorCode, MethodType, MfaState, PhoneType, Scope, VerificationMethods, VerifyBy};

use super::{begin_change, person};
use crate::ServiceError;
use crate::standing::{Standing, option_to_call};
use crate::step_up;
use crate::store::phones::Phone;
use crate::store::{
    Connection, authenticators, hardware_oaths, phones, sessions, software_oaths, trusted_devices, users, verifications,
};
use crate::tokens::{Bearer, SESSION_LIVES_MS};
use crate::world::World;

/// Takes a full session back to the wizard, as the person wishes. Everything that is registered goes on counting until the
/// wizard is completed, so whoever has the password alone gains nothing by it.
pub(crate) async fn begin(world: &World, bearer: &Bearer) -> Result<(), ServiceError> {
    let mut change = begin_change(world, bearer).await?;
    let user = person(&mut change.transaction, bearer).await?;
    if change.scope == Scope::Registration {
        return Ok(());
    }
    if user.mfa_state != MfaState::Enforced {
        return Err(ServiceError::refused(ErrorCode::RegistrationNotRequired));
    }
    step_up::require_fresh(world, &mut change.transaction, bearer).await?;
    if !sessions::narrow(&mut change.transaction, &bearer.session_id, world.now()).await? {
        return Err(ServiceError::refused(ErrorCode::InvalidToken));
    }
    change.transaction.commit().await?;
    Ok(())
}

/// Makes the methods of this session real, enforces the second step where an administrator asked for it, and lets the
/// session reach everything.
pub(crate) async fn complete(world: &World, bearer: &Bearer) -> Result<(), ServiceError> {
    let mut change = begin_change(world, bearer).await?;
    if change.scope != Scope::Registration {
        return Err(ServiceError::refused(ErrorCode::RegistrationNotRequired));
    }
    let db = &mut change.transaction;
    let (session, now) = (bearer.session_id.as_str(), world.now());
    let user = person(db, bearer).await?;
    let standing = Standing::load(db, user).await?;
    let anew = standing.user.reregistration_required || sessions::registers_anew(db, session).await?;
    let methods = standing.settings.methods;
    let new_phones: Vec<_> = phones::of_user(db, &bearer.user_id)
        .await?
        .into_iter()
        .filter(|phone| phone.provisional_for.as_deref() == Some(session))
        .collect();
    let app = methods.code_from_mobile_app
        && software_oaths::of_user(db, &bearer.user_id)
            .await?
            .iter()
            .any(|oath| oath.provisional_for.as_deref() == Some(session) && oath.activated_at.is_some());
    let token = methods.code_from_mobile_app
        && hardware_oaths::of_user(db, &bearer.user_id)
            .await?
            .iter()
            .any(|token| token.provisional_for.as_deref() == Some(session));
    let push = methods.notification_through_mobile_app
        && authenticators::of_user(db, &bearer.user_id)
            .await?
            .iter()
            .any(|device| device.provisional_for.as_deref() == Some(session) && device.verified_at.is_some());
    let preferred = match (push, app || token) {
        (true, _) => Some(MethodType::Push),
        (false, true) => Some(MethodType::Oath),
        (false, false) => preferred_phone(db, &new_phones, methods, session).await?,
    };
    let preferred = preferred.ok_or_else(|| ServiceError::refused(ErrorCode::RegistrationIncomplete))?;
    for old in &standing.phones {
        let replaced = new_phones.iter().any(|phone| phone.phone_type == old.phone_type);
        if replaced || (anew && !old.read_only) {
            phones::delete(db, &old.id).await?;
        }
    }
    if anew {
        for old in &standing.oaths {
            software_oaths::delete(db, &old.id).await?;
        }
        for old in &standing.tokens {
            hardware_oaths::delete(db, &old.id).await?;
        }
        for old in &standing.devices {
            authenticators::delete(db, &old.id).await?;
        }
    }
    authenticators::make_real(db, session).await?;
    phones::make_real(db, session).await?;
    software_oaths::make_real(db, session).await?;
    hardware_oaths::make_real(db, session).await?;
    // Who registered for the organisation's sake alone owes no more at sign-in than before.
    let state = match standing.user.mfa_state {
        MfaState::Disabled => MfaState::Disabled,
        MfaState::Enabled | MfaState::Enforced => MfaState::Enforced,
    };
    users::set_mfa_state(db, &bearer.user_id, state, false).await?;
    users::set_preferred_method(db, &bearer.user_id, Some(preferred)).await?;
    trusted_devices::delete_all(db, &bearer.user_id).await?;
    sessions::end_other_registrations(db, &bearer.user_id, session, now).await?;
    if !sessions::widen(db, session, now, now + SESSION_LIVES_MS).await? {
        return Err(ServiceError::refused(ErrorCode::InvalidToken));
    }
    change.transaction.commit().await?;
    Ok(())
}

/// The option of the phone that was verified first, in the way in which it was; `None` if none can be used.
async fn preferred_phone(
    db: &mut Connection,
    new_phones: &[Phone],
    methods: VerificationMethods,
    session: &str,
) -> Result<Option<MethodType>, ServiceError> {
    for phone in new_phones {
        let texted = phone.phone_type == PhoneType::Mobile && methods.text_message_to_phone;
        let by_text = verifications::last_way(db, session, phone.phone_type).await? != Some(VerifyBy::Voice);
        if methods.call_to_phone && !(texted && by_text) {
            return Ok(Some(option_to_call(phone.phone_type)));
        }
        if texted {
            return Ok(Some(MethodType::Sms));
        }
    }
    Ok(None)
}

/// Forgets what was verified under this session so far. The registration is still owed, unless it was the person's own wish:
/// then the session reaches everything again.
pub(crate) async fn discard(world: &World, bearer: &Bearer) -> Result<(), ServiceError> {
    let mut change = begin_change(world, bearer).await?;
    if change.scope != Scope::Registration {
        return Err(ServiceError::refused(ErrorCode::RegistrationNotRequired));
    }
    phones::discard_provisional(&mut change.transaction, &bearer.session_id).await?;
    software_oaths::discard_provisional(&mut change.transaction, &bearer.session_id).await?;
    hardware_oaths::discard_provisional(&mut change.transaction, &bearer.session_id).await?;
    authenticators::discard_provisional(&mut change.transaction, &bearer.session_id).await?;
    sessions::give_back_reach(&mut change.transaction, &bearer.session_id, world.now()).await?;
    change.transaction.commit().await?;
    Ok(())
}
