//! The organisation's hardware tokens: found, given to people, taken back, activated for them, brought back in step, removed.

use proofup_api::{
    AdminAction, ErrorCode, HardwareOathDevice as ListedToken, HardwareOathDevices, HardwareOathDevicesRequest,
    HardwareOathStatus, Params, SecretText,
};
use proofup_store::hardware_oath_devices::{self, HardwareOathDevice, ListedDevice};
use proofup_store::hardware_oaths::{self, HardwareOath};
use proofup_store::users::{self, User};
use proofup_store::{Connection, Transaction};

use crate::ServiceError;
use crate::audit::admin_actions::Actor;
use crate::context::Context;
use crate::methods::enrollment::Enrollment;
use crate::methods::hardware_oath;
use crate::methods::lifecycle::{self, MadeBy};
use crate::methods::oath::{self, Accepted, Tolerance, TypedOathCode};
use crate::people::administrators::begin_order;
use crate::runtime::clock::timestamp;
use crate::runtime::error::param;
use crate::session::Bearer;

/// Tokens on a page, where nothing else is asked for.
const PAGE: u32 = 100;
/// The most tokens on a page.
const LARGEST_PAGE: u32 = 500;

/// The tokens that fit, by serial number, a page at a time.
pub(crate) async fn page(
    context: &Context,
    request: &HardwareOathDevicesRequest,
) -> Result<HardwareOathDevices, ServiceError> {
    let top = request.top.unwrap_or(PAGE);
    if !(1..=LARGEST_PAGE).contains(&top) {
        return Err(ServiceError::refused_with(ErrorCode::InvalidRequest, "field", "top"));
    }
    let all = context.store.read_much(|mut db| async move { hardware_oath_devices::all(&mut db).await }).await?;
    let wanted = proofup_text::name(request.search.as_deref().unwrap_or_default()).to_lowercase();
    let fits = |token: &ListedToken| {
        let texts =
            [Some(&token.serial_number), Some(&token.model), Some(&token.manufacturer), token.assigned_to.as_ref()];
        request.status.is_none_or(|status| token.status == status)
            && texts.into_iter().flatten().any(|text| text.to_lowercase().contains(&wanted))
    };
    let mut found: Vec<_> = all.into_iter().map(listed_token).filter(fits).collect();
    let number = found.len();
    if let Some(after) = &request.after {
        let place = found.iter().position(|token| token.id == *after).map_or(number, |place| place + 1);
        found.drain(..place);
    }
    let more = found.len() > top as usize;
    found.truncate(top as usize);
    let next = found.last().filter(|_| more).map(|token| token.id.clone());
    Ok(HardwareOathDevices { value: found, next, found: number })
}

/// All tokens of the organisation.
pub(crate) async fn all(context: &Context) -> Result<Vec<ListedToken>, ServiceError> {
    let devices = hardware_oath_devices::all(&mut context.store.read().await?).await?;
    Ok(devices.into_iter().map(listed_token).collect())
}

fn listed_token(listed: ListedDevice) -> ListedToken {
    let ListedDevice { device, assigned_upn, holder_upn, last_used_at } = listed;
    let status = match (&holder_upn, device.failed_at, &assigned_upn) {
        (Some(_), _, _) => HardwareOathStatus::Activated,
        (None, Some(_), _) => HardwareOathStatus::FailedActivation,
        (None, None, Some(_)) => HardwareOathStatus::Assigned,
        (None, None, None) => HardwareOathStatus::Available,
    };
    ListedToken {
        id: device.device_id,
        serial_number: device.serial_number,
        manufacturer: device.manufacturer,
        model: device.model,
        secret_key: None,
        time_interval_in_seconds: device.period.and_then(|seconds| u32::try_from(seconds).ok()),
        hash_function: format!("hmac{}", device.algorithm.to_lowercase()),
        status,
        assigned_to: holder_upn.or(assigned_upn),
        valid_until: device.valid_until.map(timestamp),
        last_used_date_time: last_used_at.map(timestamp),
    }
}

/// Gives a token to a person, who alone may add it from then on.
pub(crate) async fn assign(context: &Context, actor: &Actor, id: &str, user: &User) -> Result<(), ServiceError> {
    let (mut transaction, user) = begin_order(context, actor, user).await?;
    let device = free(&mut transaction, id).await?;
    hardware_oath_devices::assign(&mut transaction, id, Some(&user.id)).await?;
    written(context, transaction, actor, AdminAction::TokenAssigned, Some(&user), &device).await
}

/// Takes a token back: off the account of its holder, and from whom it was given to.
pub(crate) async fn unassign(context: &Context, actor: &Actor, id: &str) -> Result<(), ServiceError> {
    let mut db = context.store.read().await?;
    let device = found(&mut db, id).await?;
    let holder = hardware_oaths::holders(&mut db, id).await?.into_iter().find(|(_, session)| session.is_none());
    let owner = match holder.as_ref().map(|(user, _)| user).or(device.assigned_to.as_ref()) {
        Some(owner) => users::by_id(&mut db, owner).await?,
        None => None,
    };
    drop(db);
    // It is nobody's: nothing is to be done.
    let Some(owner) = owner else { return Ok(()) };
    let (mut transaction, owner) = begin_order(context, actor, &owner).await?;
    let db = &mut transaction;
    let own = hardware_oaths::of_user(db, &owner.id).await?;
    let held: Vec<_> = own.into_iter().filter(|token| token.device.device_id == id).collect();
    for token in &held {
        hardware_oaths::delete(db, &token.id).await?;
    }
    hardware_oath_devices::assign(db, id, None).await?;
    if !held.is_empty() {
        let enrollment = Enrollment::load(db, owner.clone()).await?;
        lifecycle::settle_preference(db, &enrollment).await?;
    }
    written(context, transaction, actor, AdminAction::TokenUnassigned, Some(&owner), &device).await
}

/// Adds a token to a person's account by the code that it shows, for somebody who cannot do it. A wrong code counts for the
/// administrator.
pub(crate) async fn activate(
    context: &Context,
    bearer: &Bearer,
    actor: &Actor,
    id: &str,
    user: &User,
    code: &SecretText,
) -> Result<(), ServiceError> {
    let mut db = context.store.read().await?;
    let device = found(&mut db, id).await?;
    let attempt = hardware_oath::attempt(context, &mut db, bearer).await?;
    drop(db);
    match oath::check(context, &oath::token_key(&device)?, code, Tolerance::Activation)? {
        TypedOathCode::Fresh(accepted) => added(context, actor, user, device, accepted).await,
        TypedOathCode::AlreadyUsed => Err(ServiceError::refused(ErrorCode::CodeAlreadyUsed)),
        TypedOathCode::Wrong(far) => {
            let mut transaction = context.store.begin_for(&bearer.user_id).await?;
            hardware_oath_devices::note_failed_activation(&mut transaction, id, context.now()).await?;
            let mut params = Params::new();
            if let Some(seconds) = far.and_then(|far| far.clock_offset_seconds) {
                params.insert("clockOffsetSeconds".to_owned(), seconds.into());
            }
            let error = ServiceError::Refused { code: ErrorCode::IncorrectCode, params };
            Err(hardware_oath::wrong(context, attempt, transaction, error).await)
        }
    }
}

async fn added(
    context: &Context,
    actor: &Actor,
    user: &User,
    device: HardwareOathDevice,
    accepted: Accepted,
) -> Result<(), ServiceError> {
    let now = context.now();
    hardware_oath::require_valid(&device, now)?;
    let (mut transaction, user) = begin_order(context, actor, user).await?;
    let db = &mut transaction;
    if !hardware_oath_devices::accept_step(db, &device.device_id, accepted).await? {
        return Err(ServiceError::refused(ErrorCode::CodeAlreadyUsed));
    }
    let device = free(db, &device.device_id).await?;
    let enrollment = Enrollment::load(db, user.clone()).await?;
    if enrollment.oath_devices().len() >= oath::LIMIT {
        return Err(ServiceError::Refused { code: ErrorCode::OathLimitReached, params: param("limit", oath::LIMIT) });
    }
    hardware_oath_devices::assign(db, &device.device_id, Some(&user.id)).await?;
    let token = HardwareOath {
        id: context.random.id(),
        user_id: user.id.clone(),
        display_name: hardware_oath::token_name(None, &device),
        activated_at: now,
        last_used_at: None,
        provisional_for: None,
        device,
    };
    hardware_oaths::insert(db, &token).await?;
    lifecycle::became_real(context, db, &user.id, MadeBy::Administrator(actor)).await?;
    written(context, transaction, actor, AdminAction::TokenActivated, Some(&user), &token.device).await
}

/// Brings a token back in step by two codes in a row.
pub(crate) async fn resynchronize(
    context: &Context,
    bearer: &Bearer,
    actor: &Actor,
    id: &str,
    (first, second): (&SecretText, &SecretText),
) -> Result<(), ServiceError> {
    let mut db = context.store.read().await?;
    let device = found(&mut db, id).await?;
    let attempt = hardware_oath::attempt(context, &mut db, bearer).await?;
    drop(db);
    let Some(accepted) = oath::resynchronize(context, &oath::token_key(&device)?, first, second)? else {
        let error = ServiceError::refused(ErrorCode::CodesNotConsecutive);
        let transaction = context.store.begin_for(&bearer.user_id).await?;
        return Err(hardware_oath::wrong(context, attempt, transaction, error).await);
    };
    let mut transaction = context.store.begin().await?;
    if !hardware_oath_devices::accept_step(&mut transaction, id, accepted).await? {
        return Err(ServiceError::refused(ErrorCode::CodeAlreadyUsed));
    }
    let holder =
        hardware_oaths::holders(&mut transaction, id).await?.into_iter().find(|(_, session)| session.is_none());
    let holder = match holder {
        Some((user, _)) => users::by_id(&mut transaction, &user).await?,
        None => None,
    };
    written(context, transaction, actor, AdminAction::TokenResynchronized, holder.as_ref(), &device).await
}

/// Removes a token that is on nobody's account. It can be imported again.
pub(crate) async fn delete(context: &Context, actor: &Actor, id: &str) -> Result<(), ServiceError> {
    let mut transaction = context.store.begin().await?;
    let device = free(&mut transaction, id).await?;
    hardware_oath_devices::delete(&mut transaction, id).await?;
    written(context, transaction, actor, AdminAction::TokenDeleted, None, &device).await
}

async fn written(
    context: &Context,
    mut transaction: Transaction,
    actor: &Actor,
    action: AdminAction,
    user: Option<&User>,
    device: &HardwareOathDevice,
) -> Result<(), ServiceError> {
    let detail = Some(device.serial_number.clone());
    actor.record(context, &mut transaction, action, user.map(|user| user.upn.as_str()), detail, None).await?;
    transaction.commit().await?;
    Ok(())
}

async fn found(db: &mut Connection, id: &str) -> Result<HardwareOathDevice, ServiceError> {
    hardware_oath_devices::by_id(db, id).await?.ok_or_else(|| ServiceError::refused(ErrorCode::NotFound))
}

/// A token that is on nobody's account; a registration that is not complete gives it up. Its row is held from here on.
async fn free(db: &mut Connection, id: &str) -> Result<HardwareOathDevice, ServiceError> {
    hardware_oath_devices::hold(db, id).await?;
    let device = found(db, id).await?;
    for (user, provisional_for) in hardware_oaths::holders(db, id).await? {
        if provisional_for.is_none() {
            return Err(ServiceError::refused(ErrorCode::HardwareTokenInUse));
        }
        hardware_oaths::release_provisional(db, id, &user).await?;
    }
    Ok(device)
}
