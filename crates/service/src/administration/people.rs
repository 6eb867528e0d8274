//! People as administrators see them, add them, and give them a state.

use proofup_api::{
    AdminAction, AdminUser, AdminUserDetails, BlockRecord, ChangeUser, CreateUser, ErrorCode, Language, LockRecord,
    MailRefusal, MethodKind, MfaState, WantedMfaState,
};
use proofup_store::blocks::{self, Block};
use proofup_store::users::{self, User};
use proofup_store::{Connection, app_passwords, bypasses, recipients, trusted_devices};

use super::{caller, people_list};

use crate::ServiceError;
use crate::audit::admin_actions::{Actor, Reason};
use crate::context::Context;
use crate::methods;
use crate::methods::enrollment::Enrollment;
use crate::people::administrators::{begin_order, keep_an_administrator};
use crate::people::mail;
use crate::people::names::{self, NewPerson, UserPrincipalName};
use crate::runtime::clock::timestamp;
use crate::session;
use crate::throttle::{self, Lock};

const LONGEST_NAME: usize = 256;

/// The person of a name.
pub(crate) async fn find(context: &Context, upn: &str) -> Result<User, ServiceError> {
    let unknown = || ServiceError::refused(ErrorCode::NotFound);
    let upn = UserPrincipalName::parse(upn).ok_or_else(unknown)?;
    users::by_upn(&mut context.store.read().await?, upn.as_str()).await?.ok_or_else(unknown)
}

/// Everything that a help desk asks for; of nobody whom it may do nothing to.
pub(crate) async fn details(context: &Context, actor: &Actor, user: User) -> Result<AdminUserDetails, ServiceError> {
    actor.check_subject(&user)?;
    let listed = people_list::one(context, &user).await?;
    let mut db = context.store.read().await?;
    let now = context.now();
    let enrollment = Enrollment::load(&mut db, user).await?;
    let user = &enrollment.user;
    let devices = trusted_devices::of_user(&mut db, &user.id, now).await?.len();
    let app_passwords = app_passwords::count(&mut db, &user.id).await?;
    let bypass = bypasses::open(&mut db, &user.id, now).await?;
    let blocks = blocks::of_user(&mut db, &user.id).await?;
    let locks = throttle::locks_of(context, &mut db, user).await?;
    let person =
        recipients::find(&mut db, &user.id).await?.ok_or_else(|| ServiceError::refused(ErrorCode::NotFound))?;
    let refused_at = person.mail_refused_at.map(timestamp);
    let caller = caller::standing(context, &mut db, actor, &enrollment).await?;
    Ok(AdminUserDetails {
        user: listed,
        mail: person.mail,
        preferred_language: person.preferred_language,
        mail_refused: refused_at
            .map(|at| MailRefusal { refused_date_time: at, answer: person.mail_refused_answer.unwrap_or_default() }),
        registration: enrollment.registration(),
        methods: methods::methods_of(&enrollment),
        app_passwords: u32::try_from(app_passwords).unwrap_or(u32::MAX),
        trusted_devices: u32::try_from(devices).unwrap_or(u32::MAX),
        one_time_bypass_until_date_time: bypass.map(|bypass| timestamp(bypass.expires_at)),
        caller,
        locks: locks.into_iter().filter_map(lock).collect(),
        blocks: blocks.into_iter().map(record).collect(),
    })
}

/// Adds a person.
pub(crate) async fn create(context: &Context, actor: &Actor, body: &CreateUser) -> Result<AdminUser, ServiceError> {
    let invalid = |field: &str| ServiceError::refused_with(ErrorCode::InvalidRequest, "field", field);
    if body.administrator {
        actor.check_may_loosen()?;
    }
    let upn = UserPrincipalName::parse(&body.user_principal_name).ok_or_else(|| invalid("userPrincipalName"))?;
    let address = body.mail.as_deref().map(mail::parse_address).transpose()?.flatten();
    let language = body.preferred_language.as_deref().map(mail::parse_language).transpose()?.flatten();
    let name = proofup_text::name(&body.display_name);
    if name.is_empty() || name.chars().count() > LONGEST_NAME || name.chars().any(char::is_control) {
        return Err(invalid("displayName"));
    }
    let mfa_state = match body.mfa_state {
        Some(WantedMfaState::Enabled) => MfaState::Enabled,
        Some(WantedMfaState::Disabled) | None => MfaState::Disabled,
    };
    // Before the transaction: it takes its time.
    let password_hash = match &body.password {
        Some(password) => Some(names::password_hash(context, password, upn.as_str(), &name).await?),
        None => None,
    };
    let person =
        NewPerson { upn: &upn, display_name: &name, password_hash, administrator: body.administrator, mfa_state };
    let mut transaction = context.store.begin().await?;
    let added = names::add(context, &mut transaction, person).await?;
    let added = added.ok_or_else(|| ServiceError::refused(ErrorCode::UserNameTaken))?;
    if address.is_some() {
        recipients::set_mail(&mut transaction, &added.id, address.as_deref()).await?;
    }
    if language.is_some() {
        recipients::set_preferred_language(&mut transaction, &added.id, language.map(Language::tag)).await?;
    }
    let detail = body.administrator.then(|| "administrator".to_owned());
    actor.record(context, &mut transaction, AdminAction::UserCreated, Some(&added.upn), detail, None).await?;
    transaction.commit().await?;
    Ok(listed(context, &added, None, Vec::new(), None))
}

/// Changes what the body names. Everything in it is checked before anything is written.
pub(crate) async fn change(
    context: &Context,
    actor: &Actor,
    user: &User,
    body: &ChangeUser,
    reason: Option<&Reason>,
) -> Result<(), ServiceError> {
    let address = body.mail.as_deref().map(mail::parse_address).transpose()?;
    let language = body.preferred_language.as_deref().map(mail::parse_language).transpose()?;
    if let Some(state) = body.mfa_state {
        set_mfa_state(context, actor, user, state, reason).await?;
    }
    if let Some(address) = address {
        mail::set_address(context, actor, user, address.as_deref(), reason).await?;
    }
    if let Some(language) = language {
        mail::set_language(context, actor, user, language, reason).await?;
    }
    Ok(())
}

/// Sets the state of a person.
pub(crate) async fn set_mfa_state(
    context: &Context,
    actor: &Actor,
    user: &User,
    wanted: WantedMfaState,
    reason: Option<&Reason>,
) -> Result<User, ServiceError> {
    if wanted == WantedMfaState::Disabled {
        actor.check_may_loosen()?;
    }
    let (mut transaction, user) = begin_order(context, actor, user).await?;
    let enrollment = Enrollment::load(&mut transaction, user).await?;
    let user = change_state(context, &mut transaction, actor, enrollment, wanted, reason).await?;
    transaction.commit().await?;
    Ok(user)
}

/// The state that a person has once it was set. A person with a usable method is enforced at once: requiring a new
/// registration would let anybody with the password register another phone.
pub(super) fn state_after(enrollment: &Enrollment, wanted: WantedMfaState) -> MfaState {
    match wanted {
        WantedMfaState::Disabled => MfaState::Disabled,
        WantedMfaState::Enabled if enrollment.user.mfa_state == MfaState::Enforced => MfaState::Enforced,
        WantedMfaState::Enabled if enrollment.usable_methods() > 0 => MfaState::Enforced,
        WantedMfaState::Enabled => MfaState::Enabled,
    }
}

/// Sets the state of a person whose row is held. A refusal comes before anything is written.
pub(crate) async fn change_state(
    context: &Context,
    db: &mut Connection,
    actor: &Actor,
    enrollment: Enrollment,
    wanted: WantedMfaState,
    reason: Option<&Reason>,
) -> Result<User, ServiceError> {
    let state = state_after(&enrollment, wanted);
    let user = enrollment.user;
    if state == MfaState::Disabled && user.mfa_state != MfaState::Disabled {
        keep_an_administrator(context, &mut *db, &user).await?;
    }
    let again = user.reregistration_required && state == MfaState::Enforced;
    users::set_mfa_state(&mut *db, &user.id, state, again, context.now()).await?;
    if state == MfaState::Enforced && user.mfa_state != MfaState::Enforced {
        session::end_without_second_step(context, &mut *db, &user.id, None).await?;
    }
    let states = (user.mfa_state.as_str(), state.as_str());
    actor.record_change(context, db, AdminAction::MfaStateChanged, Some(&user.upn), states, reason).await?;
    Ok(User { mfa_state: state, ..user })
}

/// As an administrator lists a person.
pub(super) fn listed(
    context: &Context,
    user: &User,
    locked_until: Option<i64>,
    method_kinds: Vec<MethodKind>,
    last_sign_in_at: Option<i64>,
) -> AdminUser {
    AdminUser {
        user_principal_name: user.upn.clone(),
        display_name: user.display_name.clone(),
        roles: user.roles(),
        mfa_state: user.mfa_state,
        method_kinds,
        last_sign_in_date_time: last_sign_in_at.map(timestamp),
        blocked_until_date_time: user.is_blocked(context.now()).then(|| timestamp(user.blocked_until)),
        locked_until_date_time: locked_until.map(timestamp),
        created_date_time: timestamp(user.created_at),
    }
}

fn lock(lock: Lock) -> Option<LockRecord> {
    Some(LockRecord {
        kind: lock.kind.parse().ok()?,
        network: lock.network,
        failures: u32::try_from(lock.failures).unwrap_or(u32::MAX),
        last_failure_date_time: timestamp(lock.last_failure_at),
        until_date_time: timestamp(lock.wait_until),
    })
}

pub(super) fn record(block: Block) -> BlockRecord {
    BlockRecord {
        cause: block.cause,
        reason: block.reason,
        blocked_by: block.blocked_by,
        blocked_date_time: timestamp(block.blocked_at),
        ends_date_time: timestamp(block.ends_at),
        lifted_by: block.lifted_by,
        lifted_date_time: block.lifted_at.map(timestamp),
        lift_reason: block.lift_reason,
    }
}
