//! Registration: the methods that were verified in it become active in one transaction, or never.

use proofup_api::{
    AccountChangeKind as Kind, ChangedBy, ErrorCode, MethodType, MfaState, PhoneType, Scope, VerificationMethods,
    VerifyBy,
};
use proofup_store::authenticators::Authenticator;
use proofup_store::hardware_oaths::HardwareOath;
use proofup_store::phones::Phone;
use proofup_store::software_oaths::SoftwareOath;
use proofup_store::{
    Connection, authenticators, hardware_oaths, phones, sessions, software_oaths, trusted_devices, users, verifications,
};

use super::begin_change;
use crate::ServiceError;
use crate::audit::changes::{self, PhoneChange};
use crate::context::Context;
use crate::methods::enrollment::{Enrollment, option_to_call};
use crate::methods::freshness;
use crate::methods::lifecycle;
use crate::session::{self, Bearer, LIVES_MS, REGISTRATION_LIVES_MS, person};

/// Returns a full session to the wizard, at the wish of the person. Their present methods stay active until the wizard is
/// completed, so a password alone gains nothing by it. The wizard lasts an hour at most, and the second step of the session
/// ages as before, so that nobody evades either limit by it.
pub(crate) async fn begin(context: &Context, bearer: &Bearer) -> Result<(), ServiceError> {
    let mut change = begin_change(context, bearer).await?;
    let user = person(&mut change.transaction, bearer).await?;
    if change.scope == Scope::Registration {
        return Ok(());
    }
    if user.mfa_state != MfaState::Enforced {
        return Err(ServiceError::refused(ErrorCode::RegistrationNotRequired));
    }
    freshness::require_fresh(context, &mut change.transaction, bearer).await?;
    let now = context.now();
    if !sessions::narrow(&mut change.transaction, &bearer.session_id, now, now + REGISTRATION_LIVES_MS).await? {
        return Err(ServiceError::refused(ErrorCode::InvalidToken));
    }
    changes::record(context, &mut change.transaction, bearer, Kind::RegistrationBegun, None).await?;
    change.transaction.commit().await?;
    Ok(())
}

/// Makes the methods of this session real, enforces the second step where an administrator asked for it, and lets the
/// session reach everything.
pub(crate) async fn complete(context: &Context, bearer: &Bearer) -> Result<(), ServiceError> {
    let mut change = begin_change(context, bearer).await?;
    if change.scope != Scope::Registration {
        return Err(ServiceError::refused(ErrorCode::RegistrationNotRequired));
    }
    let db = &mut change.transaction;
    let (own, now) = (bearer.session_id.as_str(), context.now());
    let user = person(db, bearer).await?;
    let enrollment = Enrollment::load(db, user).await?;
    let anew = enrollment.user.reregistration_required || change.registers_anew;
    let allowed = enrollment.settings.methods;
    let new_phones: Vec<_> = phones::of_user(db, &bearer.user_id)
        .await?
        .into_iter()
        .filter(|phone| phone.provisional_for.as_deref() == Some(own))
        .collect();
    let new_apps: Vec<_> = software_oaths::of_user(db, &bearer.user_id)
        .await?
        .into_iter()
        .filter(|oath| oath.provisional_for.as_deref() == Some(own) && oath.activated_at.is_some())
        .collect();
    let new_tokens: Vec<_> = hardware_oaths::of_user(db, &bearer.user_id)
        .await?
        .into_iter()
        .filter(|token| token.provisional_for.as_deref() == Some(own))
        .collect();
    let new_devices: Vec<_> = authenticators::of_user(db, &bearer.user_id)
        .await?
        .into_iter()
        .filter(|device| device.provisional_for.as_deref() == Some(own) && device.verified_at.is_some())
        .collect();
    let app = allowed.code_from_mobile_app && !new_apps.is_empty();
    let token = allowed.code_from_mobile_app && !new_tokens.is_empty();
    let push = allowed.notification_through_mobile_app && !new_devices.is_empty();
    let preferred = match (push, app || token) {
        (true, _) => Some(MethodType::Push),
        (false, true) => Some(MethodType::Oath),
        (false, false) => preferred_phone(db, &new_phones, allowed, own).await?,
    };
    let preferred = preferred.ok_or_else(|| ServiceError::refused(ErrorCode::RegistrationIncomplete))?;
    freshness::require_fresh(context, db, bearer).await?;
    for old in &enrollment.phones {
        let replaced = new_phones.iter().any(|phone| phone.phone_type == old.phone_type);
        if replaced || (anew && !old.read_only) {
            phones::delete(db, &old.id).await?;
        }
    }
    if anew {
        for old in &enrollment.oaths {
            software_oaths::delete(db, &old.id).await?;
        }
        for old in &enrollment.tokens {
            hardware_oaths::delete(db, &old.id).await?;
        }
        for old in &enrollment.devices {
            authenticators::delete(db, &old.id).await?;
        }
    }
    authenticators::make_real(db, own).await?;
    phones::make_real(db, own).await?;
    software_oaths::make_real(db, own).await?;
    hardware_oaths::make_real(db, own).await?;
    match enrollment.user.mfa_state {
        MfaState::Enabled => lifecycle::enforce(context, db, &enrollment.user).await?,
        // Who registered for the organisation's sake alone owes no more at sign-in than before.
        state @ (MfaState::Disabled | MfaState::Enforced) => {
            users::set_mfa_state(db, &bearer.user_id, state, false, context.now()).await?;
        }
    }
    users::set_preferred_method(db, &bearer.user_id, Some(preferred)).await?;
    trusted_devices::delete_all(db, &bearer.user_id).await?;
    session::end_without_second_step(context, db, &bearer.user_id, Some(own)).await?;
    if !sessions::widen(db, own, now, now + LIVES_MS).await? {
        return Err(ServiceError::refused(ErrorCode::InvalidToken));
    }
    let old = if anew { Registered::of(&enrollment) } else { Registered::default() };
    let new = Registered { phones: &new_phones, apps: &new_apps, tokens: &new_tokens, devices: &new_devices };
    record(context, db, bearer, &enrollment.phones, &old, &new).await?;
    change.transaction.commit().await?;
    Ok(())
}

/// Methods of a person, before or after a registration.
#[derive(Debug, Clone, Copy, Default)]
struct Registered<'a> {
    phones: &'a [Phone],
    apps: &'a [SoftwareOath],
    tokens: &'a [HardwareOath],
    devices: &'a [Authenticator],
}

impl<'a> Registered<'a> {
    fn of(enrollment: &'a Enrollment) -> Self {
        Self {
            phones: &enrollment.phones,
            apps: &enrollment.oaths,
            tokens: &enrollment.tokens,
            devices: &enrollment.devices,
        }
    }

    /// The methods other than phones, by the names that the person knows. Codes of a device are part of the device.
    fn named(&self, app: Kind, token: Kind, device: Kind) -> Vec<(Kind, &'a str)> {
        let apps = self.apps.iter().filter(|oath| oath.device_id.is_none()).map(|oath| (app, &*oath.display_name));
        let tokens = self.tokens.iter().map(|held| (token, &*held.display_name));
        apps.chain(tokens).chain(self.devices.iter().map(|known| (device, &*known.display_name))).collect()
    }
}

/// Records the removed and the added methods of a registration. `before` are the earlier phones, some of them replaced.
async fn record(
    context: &Context,
    db: &mut Connection,
    bearer: &Bearer,
    before: &[Phone],
    old: &Registered<'_>,
    new: &Registered<'_>,
) -> Result<(), ServiceError> {
    let same_type = |phones: &[Phone], phone: &Phone| phones.iter().any(|other| other.phone_type == phone.phone_type);
    for phone in old.phones.iter().filter(|phone| !phone.read_only && !same_type(new.phones, phone)) {
        let by = ChangedBy::Person;
        changes::record_phone(context, db, &bearer.caller, by, phone, PhoneChange::Removed).await?;
    }
    let removed =
        old.named(Kind::AuthenticatorAppRemoved, Kind::HardwareTokenRemoved, Kind::AuthenticatorDeviceRemoved);
    for (kind, name) in removed {
        changes::record(context, db, bearer, kind, Some(name)).await?;
    }
    for phone in new.phones {
        let done = match before.iter().find(|old| old.phone_type == phone.phone_type) {
            // It was verified again, as the organisation had set it.
            Some(old) if old.number == phone.number => continue,
            Some(old) => PhoneChange::Changed(&old.number),
            None => PhoneChange::Added,
        };
        changes::record_phone(context, db, &bearer.caller, ChangedBy::Person, phone, done).await?;
    }
    let added = new.named(Kind::AuthenticatorAppAdded, Kind::HardwareTokenAdded, Kind::AuthenticatorDeviceAdded);
    for (kind, name) in added {
        changes::record(context, db, bearer, kind, Some(name)).await?;
    }
    changes::record(context, db, bearer, Kind::RegistrationCompleted, None).await
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

/// Deletes the methods that this session has verified. The registration is still owed, unless the person chose it: then the
/// session has its full scope again.
pub(crate) async fn discard(context: &Context, bearer: &Bearer) -> Result<(), ServiceError> {
    let mut change = begin_change(context, bearer).await?;
    if change.scope != Scope::Registration {
        return Err(ServiceError::refused(ErrorCode::RegistrationNotRequired));
    }
    phones::discard_provisional(&mut change.transaction, &bearer.session_id).await?;
    software_oaths::discard_provisional(&mut change.transaction, &bearer.session_id).await?;
    hardware_oaths::discard_provisional(&mut change.transaction, &bearer.session_id).await?;
    authenticators::discard_provisional(&mut change.transaction, &bearer.session_id).await?;
    sessions::give_back_reach(&mut change.transaction, &bearer.session_id, context.now()).await?;
    change.transaction.commit().await?;
    Ok(())
}
