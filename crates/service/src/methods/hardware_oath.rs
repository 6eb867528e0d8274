//! A person's hardware tokens: added by a code, brought back in step by two, taken off again.

use proofup_api::{
    AccountChangeKind, AddHardwareOath, ErrorCode, HardwareOathMethod, Params, ResynchronizeHardwareOath,
};
use proofup_store::Connection;
use proofup_store::Transaction;
use proofup_store::hardware_oath_devices::{self, HardwareOathDevice};
use proofup_store::hardware_oaths::{self, HardwareOath};

use super::view::hardware_oath_method;
use super::{begin_change, is_open_to, provisional_for, refuse_sixth_oath};
use crate::ServiceError;
use crate::audit::changes;
use crate::context::Context;
use crate::methods::enrollment::Enrollment;
use crate::methods::freshness;
use crate::methods::lifecycle::{self, MadeBy};
use crate::methods::oath::{self, Accepted, Tolerance, TypedOathCode};
use crate::runtime::clock::timestamp;
use crate::runtime::display_name::DisplayName;
use crate::session::{Bearer, person};
use crate::settings::Settings;
use crate::throttle::{Attempt, CodeKind, Outcome, Subject};

/// Adds a token by the code that it shows. The check accepts a large clock difference and counts as an attempt: without the
/// token in hand nobody learns anything about it.
pub(crate) async fn add(
    context: &Context,
    bearer: &Bearer,
    body: &AddHardwareOath,
) -> Result<HardwareOathMethod, ServiceError> {
    let mut db = context.store.read().await?;
    let settings = Settings::load(&mut db).await?;
    if !settings.methods.code_from_mobile_app {
        return Err(ServiceError::refused(ErrorCode::MethodNotAllowed));
    }
    freshness::require_fresh(context, &mut db, bearer).await?;
    let device = hardware_oath_devices::by_serial(&mut db, &body.serial_number).await?;
    let attempt = open_attempt(context, &mut db, &settings, bearer).await?;
    drop(db);
    let mut transaction = context.store.begin_for(&bearer.user_id).await?;
    let Some(device) = device.filter(|device| device.assigned_to.as_ref().is_none_or(|id| *id == bearer.user_id))
    else {
        let error = ServiceError::refused(ErrorCode::HardwareTokenNotFound);
        return Err(wrong(context, attempt, transaction, error).await);
    };
    if let Err(error) = free_for(&mut transaction, &device, bearer, bearer.scope).await {
        return Err(wrong(context, attempt, transaction, error).await);
    }
    let verdict = oath::check(context, &oath::token_key(&device)?, &body.code, Tolerance::Activation)?;
    let far = match verdict {
        TypedOathCode::Fresh(accepted) => {
            drop(transaction);
            return activate(context, bearer, body, device, accepted).await;
        }
        TypedOathCode::AlreadyUsed => return Err(ServiceError::refused(ErrorCode::CodeAlreadyUsed)),
        TypedOathCode::Wrong(far) => far,
    };
    hardware_oath_devices::note_failed_activation(&mut transaction, &device.device_id, context.now()).await?;
    let mut params = Params::new();
    if let Some(far) = far {
        hardware_oath_devices::note_far_step(&mut transaction, &device.device_id, far.step).await?;
        params.insert("nextCodeResynchronizes".to_owned(), true.into());
        if let Some(seconds) = far.clock_offset_seconds {
            params.insert("clockOffsetSeconds".to_owned(), seconds.into());
        }
    }
    let error = ServiceError::Refused { code: ErrorCode::IncorrectCode, params };
    Err(wrong(context, attempt, transaction, error).await)
}

async fn activate(
    context: &Context,
    bearer: &Bearer,
    body: &AddHardwareOath,
    device: HardwareOathDevice,
    accepted: Accepted,
) -> Result<HardwareOathMethod, ServiceError> {
    let now = context.now();
    require_valid(&device, now)?;
    let mut change = begin_change(context, bearer).await?;
    let scope = change.scope;
    let db = &mut change.transaction;
    freshness::require_fresh(context, db, bearer).await?;
    // The token's row is locked by this, so what follows holds for all who try at once.
    if !hardware_oath_devices::accept_step(db, &device.device_id, accepted).await? {
        return Err(ServiceError::refused(ErrorCode::CodeAlreadyUsed));
    }
    free_for(db, &device, bearer, scope).await?;
    refuse_sixth_oath(db, bearer, scope).await?;
    hardware_oaths::release_provisional(db, &device.device_id, &bearer.user_id).await?;
    let token = HardwareOath {
        id: context.random.id(),
        user_id: bearer.user_id.clone(),
        display_name: token_name(body.display_name.as_deref(), &device),
        activated_at: now,
        last_used_at: None,
        provisional_for: provisional_for(scope, &bearer.session_id),
        device,
    };
    hardware_oaths::insert(db, &token).await?;
    if token.provisional_for.is_none() {
        changes::record(context, db, bearer, AccountChangeKind::HardwareTokenAdded, Some(&token.display_name)).await?;
        lifecycle::became_real(context, db, &bearer.user_id, MadeBy::Themselves(&bearer.session_id)).await?;
    }
    change.transaction.commit().await?;
    Ok(hardware_oath_method(&token))
}

/// Refuses a token whose dates do not allow it now.
pub(crate) fn require_valid(device: &HardwareOathDevice, now: i64) -> Result<(), ServiceError> {
    if oath::is_token_valid_at(device, now) {
        return Ok(());
    }
    let mut params = Params::new();
    for (name, time) in [("validFrom", device.valid_from), ("validUntil", device.valid_until)] {
        if let Some(time) = time {
            params.insert(name.to_owned(), timestamp(time).to_string().into());
        }
    }
    Err(ServiceError::Refused { code: ErrorCode::HardwareTokenNotValid, params })
}

/// Whether this session may add the token: no other person has it, and neither has this one. During a registration the
/// earlier tokens of the person do not count.
async fn free_for(
    db: &mut Connection,
    device: &HardwareOathDevice,
    bearer: &Bearer,
    scope: proofup_api::Scope,
) -> Result<(), ServiceError> {
    for (user_id, provisional_for) in hardware_oaths::holders(db, &device.device_id).await? {
        if user_id != bearer.user_id {
            return Err(ServiceError::refused(ErrorCode::HardwareTokenNotFound));
        }
        if is_open_to(provisional_for.as_deref(), scope, &bearer.session_id) {
            return Err(ServiceError::refused(ErrorCode::HardwareTokenExists));
        }
    }
    Ok(())
}

/// Brings a token back in step by two codes in a row.
pub(crate) async fn resynchronize(
    context: &Context,
    bearer: &Bearer,
    id: &str,
    body: &ResynchronizeHardwareOath,
) -> Result<HardwareOathMethod, ServiceError> {
    let mut db = context.store.read().await?;
    let settings = Settings::load(&mut db).await?;
    let token = own(&mut db, bearer, bearer.scope, id).await?;
    let attempt = open_attempt(context, &mut db, &settings, bearer).await?;
    drop(db);
    let Some(accepted) =
        oath::resynchronize(context, &oath::token_key(&token.device)?, &body.first_code, &body.second_code)?
    else {
        let error = ServiceError::refused(ErrorCode::CodesNotConsecutive);
        return Err(wrong(context, attempt, context.store.begin_for(&bearer.user_id).await?, error).await);
    };
    let mut change = begin_change(context, bearer).await?;
    let device = &token.device.device_id;
    if !hardware_oath_devices::accept_step(&mut change.transaction, device, accepted).await? {
        return Err(ServiceError::refused(ErrorCode::CodeAlreadyUsed));
    }
    if token.provisional_for.is_none() {
        let kind = AccountChangeKind::HardwareTokenResynchronized;
        changes::record(context, &mut change.transaction, bearer, kind, Some(&token.display_name)).await?;
    }
    change.transaction.commit().await?;
    Ok(hardware_oath_method(&token))
}

/// Takes a token off the account. It can be added again, by a code that was not used yet.
pub(crate) async fn delete(context: &Context, bearer: &Bearer, id: &str) -> Result<(), ServiceError> {
    let mut change = begin_change(context, bearer).await?;
    let scope = change.scope;
    let db = &mut change.transaction;
    let user = person(db, bearer).await?;
    let token = own(db, bearer, scope, id).await?;
    freshness::require_fresh(context, db, bearer).await?;
    let before = Enrollment::load(db, user).await?;
    hardware_oaths::delete(db, id).await?;
    if token.provisional_for.is_none() {
        changes::record(context, db, bearer, AccountChangeKind::HardwareTokenRemoved, Some(&token.display_name))
            .await?;
    }
    lifecycle::was_removed(db, &before).await?;
    change.transaction.commit().await?;
    Ok(())
}

async fn own(
    db: &mut Connection,
    bearer: &Bearer,
    scope: proofup_api::Scope,
    id: &str,
) -> Result<HardwareOath, ServiceError> {
    hardware_oaths::of_user(db, &bearer.user_id)
        .await?
        .into_iter()
        .find(|token| token.id == id && is_open_to(token.provisional_for.as_deref(), scope, &bearer.session_id))
        .ok_or_else(|| ServiceError::refused(ErrorCode::NotFound))
}

/// Codes typed here are counted with those at sign-in as long as the password alone led here, and with the session once it
/// had its second step, so that nobody else uses its attempts up.
async fn open_attempt(
    context: &Context,
    db: &mut Connection,
    settings: &Settings,
    bearer: &Bearer,
) -> Result<Attempt, ServiceError> {
    let (user, network) = (&bearer.user_id, bearer.caller.network());
    let subjects = match bearer.second_step_at {
        Some(_) => vec![Subject::CodeInSession { user, session: &bearer.session_id }],
        None => Subject::of_code(CodeKind::App, user, network.as_deref()),
    };
    Attempt::open(context, db, settings, &subjects).await?.map_err(ServiceError::throttled)
}

/// The same for an administrator who types the code of somebody's token.
pub(crate) async fn attempt(context: &Context, db: &mut Connection, bearer: &Bearer) -> Result<Attempt, ServiceError> {
    let settings = Settings::load(db).await?;
    open_attempt(context, db, &settings, bearer).await
}

/// A wrong code counts; the error for it, or the wait if there were too many.
pub(crate) async fn wrong(
    context: &Context,
    attempt: Attempt,
    mut transaction: Transaction,
    error: ServiceError,
) -> ServiceError {
    let closed = async {
        let told = attempt.close(context, &mut transaction, Outcome::Wrong).await?;
        transaction.commit().await?;
        Ok::<_, ServiceError>(told)
    };
    match closed.await {
        Ok(Ok(())) => error,
        Ok(Err(wait)) => ServiceError::throttled(wait),
        Err(failed) => failed,
    }
}

pub(crate) fn token_name(name: Option<&str>, device: &HardwareOathDevice) -> String {
    let otherwise =
        if device.model.is_empty() { format!("Token {}", device.serial_number) } else { device.model.clone() };
    DisplayName::tidied(name.unwrap_or_default(), &otherwise).into_string()
}
