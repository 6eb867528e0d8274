//! Registration as a whole: what was verified under it becomes real in one transaction, or never.

use proofup_api::{ErrorCode, MethodType, MfaState, PhoneType, Scope, VerificationMethods, VerifyBy};

use super::begin_change;
use crate::ServiceError;
use crate::methods;
use crate::session::{self, Bearer, LIVES_MS, REGISTRATION_LIVES_MS, person};
use crate::standing::{Standing, option_to_call};
use crate::step_up;
use crate::store::phones::Phone;
use crate::store::{
    Connection, authenticators, hardware_oaths, phones, sessions, software_oaths, trusted_devices, users, verifications,
};
use crate::world::World;

/// Takes a full session back to the wizard, as the person wishes. Everything that is registered goes on counting until the
/// wizard is completed, so who has the password alone gains nothing by it. It lasts for an hour at most, and its second step
/// ages as it did before: a session that was left in the wizard is no way around either.
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
    let now = world.now();
    if !sessions::narrow(&mut change.transaction, &bearer.session_id, now, now + REGISTRATION_LIVES_MS).await? {
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
    let (own, now) = (bearer.session_id.as_str(), world.now());
    let user = person(db, bearer).await?;
    let standing = Standing::load(db, user).await?;
    let anew = standing.user.reregistration_required || change.registers_anew;
    let allowed = standing.settings.methods;
    let new_phones: Vec<_> = phones::of_user(db, &bearer.user_id)
        .await?
        .into_iter()
        .filter(|phone| phone.provisional_for.as_deref() == Some(own))
        .collect();
    let app = allowed.code_from_mobile_app
        && software_oaths::of_user(db, &bearer.user_id)
            .await?
            .iter()
            .any(|oath| oath.provisional_for.as_deref() == Some(own) && oath.activated_at.is_some());
    let token = allowed.code_from_mobile_app
        && hardware_oaths::of_user(db, &bearer.user_id)
            .await?
            .iter()
            .any(|token| token.provisional_for.as_deref() == Some(own));
    let push = allowed.notification_through_mobile_app
        && authenticators::of_user(db, &bearer.user_id)
            .await?
            .iter()
            .any(|device| device.provisional_for.as_deref() == Some(own) && device.verified_at.is_some());
    let preferred = match (push, app || token) {
        (true, _) => Some(MethodType::Push),
        (false, true) => Some(MethodType::Oath),
        (false, false) => preferred_phone(db, &new_phones, allowed, own).await?,
    };
    let preferred = preferred.ok_or_else(|| ServiceError::refused(ErrorCode::RegistrationIncomplete))?;
    step_up::require_fresh(world, db, bearer).await?;
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
    authenticators::make_real(db, own).await?;
    phones::make_real(db, own).await?;
    software_oaths::make_real(db, own).await?;
    hardware_oaths::make_real(db, own).await?;
    match standing.user.mfa_state {
        MfaState::Enabled => methods::enforce(world, db, &standing.user).await?,
        // Who registered for the organisation's sake alone owes no more at sign-in than before.
        state @ (MfaState::Disabled | MfaState::Enforced) => {
            users::set_mfa_state(db, &bearer.user_id, state, false).await?;
        }
    }
    users::set_preferred_method(db, &bearer.user_id, Some(preferred)).await?;
    trusted_devices::delete_all(db, &bearer.user_id).await?;
    session::end_registrations(world, db, &bearer.user_id, Some(own)).await?;
    if !sessions::widen(db, own, now, now + LIVES_MS).await? {
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
