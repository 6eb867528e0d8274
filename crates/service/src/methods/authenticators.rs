//! Authenticator apps with push, from the person's side: set up, tried out, deleted.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use proofup_api::{
    AccountChangeKind, ApprovalPurpose, AuthenticatorSetUp, CreateAuthenticator, CreatedAuthenticator, ErrorCode,
    SecretText, SetUpState, TestStarted,
};
use proofup_store::authenticators::{self, Authenticator};
use proofup_store::sign_ins::OWN_APPLICATION;
use proofup_store::{Connection, hardware_oaths, software_oaths};

use super::{begin_change, is_open_to, provisional_for};
use crate::ServiceError;
use crate::audit::changes::{self, Changed};
use crate::context::{Caller, Context};
use crate::methods::enrollment::Enrollment;
use crate::methods::freshness;
use crate::methods::lifecycle::{self, MadeBy};
use crate::methods::oath::LIMIT;
use crate::methods::push::{self, ActivationCode, LIVES_SECONDS, Order};
use crate::session::{Bearer, person};
use crate::settings::Settings;

/// In a query: all but the unreserved characters (RFC 3986, section 2.3).
const ESCAPED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');
/// How long an activation code can be used.
const CODE_LIVES_SECONDS: u32 = 600;

/// Makes an activation code for the service at this address. An earlier one of the same session is dead: its picture is
/// off the screen.
pub(crate) async fn create(
    context: &Context,
    bearer: &Bearer,
    address: &str,
    body: &CreateAuthenticator,
) -> Result<CreatedAuthenticator, ServiceError> {
    let mut change = begin_change(context, bearer).await?;
    let scope = change.scope;
    let db = &mut change.transaction;
    if !Settings::load(db).await?.methods.notification_through_mobile_app {
        return Err(ServiceError::refused(ErrorCode::MethodNotAllowed));
    }
    freshness::require_fresh(context, db, bearer).await?;
    let now = context.now();
    authenticators::end_set_ups(db, &bearer.session_id, now).await?;
    let provisional = provisional_for(scope, &bearer.session_id);
    check_room(db, &bearer.user_id, provisional.as_deref(), body.replaces.as_deref()).await?;
    let code = ActivationCode::generate(context.random)?;
    let device = Authenticator {
        id: context.random.id(),
        user_id: bearer.user_id.clone(),
        session_id: bearer.session_id.clone(),
        display_name: String::new(),
        platform: String::new(),
        activation_expires_at: now + i64::from(CODE_LIVES_SECONDS) * 1000,
        activated_at: None,
        public_key: None,
        verified_at: None,
        replaces: body.replaces.clone(),
        created_at: now,
        last_used_at: None,
        provisional_for: provisional,
    };
    authenticators::insert(db, &device, &code.hash(context)?).await?;
    change.transaction.commit().await?;
    let shown = code.grouped();
    Ok(CreatedAuthenticator {
        qr_content: SecretText::new(format!(
            "proofup://activate?code={}&url={}",
            shown.expose(),
            utf8_percent_encode(address, ESCAPED)
        )),
        activation_code: shown,
        activation_url: address.to_owned(),
        id: device.id,
        expires_in_seconds: CODE_LIVES_SECONDS,
    })
}

/// How far a set-up of this session has come, or that a device is there.
pub(crate) async fn state(context: &Context, bearer: &Bearer, id: &str) -> Result<AuthenticatorSetUp, ServiceError> {
    let device = find(&mut context.store.read().await?, bearer, id).await?;
    let state = match (device.verified_at, device.activated_at) {
        (Some(_), _) => SetUpState::Verified,
        (None, Some(_)) => SetUpState::Activated,
        (None, None) if device.activation_expires_at <= context.now() => SetUpState::Expired,
        (None, None) => SetUpState::Waiting,
    };
    let test = push::outcome(context, &device.id).await?;
    Ok(AuthenticatorSetUp {
        state,
        device_name: device.activated_at.map(|_| device.display_name),
        test_outcome: test.and_then(|test| test.outcome),
    })
}

/// Sends a request to a device, to try it out; the first one that is approved lets the device count.
pub(crate) async fn test(
    context: &Context,
    caller: &Caller,
    bearer: &Bearer,
    id: &str,
) -> Result<TestStarted, ServiceError> {
    let mut db = context.store.read().await?;
    let device = find(&mut db, bearer, id).await?;
    if device.activated_at.is_none() {
        return Err(ServiceError::refused(ErrorCode::NotAnActivatedAccount));
    }
    if device.verified_at.is_none() {
        freshness::require_fresh_to_end(context, &mut db, &bearer.user_id, &bearer.session_id, device.created_at)
            .await?;
    }
    let settings = Settings::load(&mut db).await?;
    drop(db);
    let order = Order {
        user_id: &bearer.user_id,
        device_id: Some(&device.id),
        purpose: ApprovalPurpose::Test,
        context: &device.id,
        application: OWN_APPLICATION,
        number: None,
    };
    let number = push::ask(context, caller, &settings, order).await?.sent()?;
    Ok(TestStarted { number, expires_in_seconds: LIVES_SECONDS })
}

/// Deletes a device, or forgets a set-up of this session.
pub(crate) async fn delete(context: &Context, bearer: &Bearer, id: &str) -> Result<(), ServiceError> {
    let mut change = begin_change(context, bearer).await?;
    let db = &mut change.transaction;
    let device = find(db, &Bearer { scope: change.scope, ..bearer.clone() }, id).await?;
    if device.verified_at.is_some() {
        freshness::require_fresh(context, db, bearer).await?;
    }
    let user = person(db, bearer).await?;
    let before = Enrollment::load(db, user).await?;
    authenticators::delete(db, &device.id).await?;
    if device.verified_at.is_some() && device.provisional_for.is_none() {
        let removed = AccountChangeKind::AuthenticatorDeviceRemoved;
        changes::record(context, db, bearer, removed, Some(&device.display_name)).await?;
    }
    lifecycle::was_removed(db, &before).await?;
    change.transaction.commit().await?;
    Ok(())
}

/// Activates a device and removes the one that it replaces. An active device stays as it is.
pub(crate) async fn begin_to_count(
    context: &Context,
    db: &mut Connection,
    caller: &Caller,
    device: &Authenticator,
) -> Result<(), ServiceError> {
    let now = context.now();
    if !authenticators::verify(db, &device.id, now).await? {
        return Ok(());
    }
    // Decided again: between the test and its approval the person may have begun to owe a second step.
    let fresh = freshness::require_fresh_to_end(context, db, &device.user_id, &device.session_id, device.created_at);
    match fresh.await {
        // The device hears what it can do something about: its set-up is over.
        Err(ServiceError::Refused { .. }) => return Err(ServiceError::refused(ErrorCode::NotAnActivatedAccount)),
        decided => decided?,
    }
    if let Some(replaced) = &device.replaces {
        remove_replaced(context, db, caller, device, replaced).await?;
    }
    record(context, db, caller, device, AccountChangeKind::AuthenticatorDeviceAdded, &device.display_name).await?;
    software_oaths::activate_of_device(db, &device.id, now).await?;
    check_room(db, &device.user_id, device.provisional_for.as_deref(), Some(&device.id)).await?;
    if device.provisional_for.is_some() {
        return Ok(());
    }
    lifecycle::became_real(context, db, &device.user_id, MadeBy::Themselves(&device.session_id)).await
}

/// A device that is gone already needs no removal.
async fn remove_replaced(
    context: &Context,
    db: &mut Connection,
    caller: &Caller,
    device: &Authenticator,
    replaced: &str,
) -> Result<(), ServiceError> {
    for old in authenticators::of_user(db, &device.user_id).await? {
        if old.id == replaced && old.provisional_for == device.provisional_for && old.id != device.id {
            authenticators::delete(db, &old.id).await?;
            let removed = AccountChangeKind::AuthenticatorDeviceRemoved;
            record(context, db, caller, device, removed, &old.display_name).await?;
        }
    }
    for old in software_oaths::of_user(db, &device.user_id).await? {
        if old.id == replaced && old.provisional_for == device.provisional_for {
            software_oaths::delete(db, &old.id).await?;
            let removed = AccountChangeKind::AuthenticatorAppRemoved;
            record(context, db, caller, device, removed, &old.display_name).await?;
        }
    }
    Ok(())
}

/// Writes down what became of a device, unless it belongs to a registration that is not completed.
async fn record(
    context: &Context,
    db: &mut Connection,
    caller: &Caller,
    device: &Authenticator,
    kind: AccountChangeKind,
    name: &str,
) -> Result<(), ServiceError> {
    if device.provisional_for.is_some() {
        return Ok(());
    }
    Changed::by_person(&device.user_id, kind).named(name).record(context, db, caller).await
}

/// Refuses one app more than a person may have. Codes of a device are counted with it; what `instead` names gives way.
async fn check_room(
    db: &mut Connection,
    user_id: &str,
    provisional: Option<&str>,
    instead: Option<&str>,
) -> Result<(), ServiceError> {
    let is_other = |id: &str| instead != Some(id);
    let apps = software_oaths::of_user(db, user_id).await?;
    let apps = apps.iter().filter(|app| app.activated_at.is_some() && app.device_id.is_none());
    let apps = apps.filter(|app| app.provisional_for.as_deref() == provisional && is_other(&app.id)).count();
    let devices = authenticators::of_user(db, user_id).await?;
    let devices = devices.iter().filter(|device| device.verified_at.is_some());
    let devices =
        devices.filter(|device| device.provisional_for.as_deref() == provisional && is_other(&device.id)).count();
    let tokens = hardware_oaths::of_user(db, user_id).await?;
    let tokens = tokens.iter().filter(|token| token.provisional_for.as_deref() == provisional).count();
    if apps + devices + tokens >= LIMIT {
        return Err(ServiceError::refused_with(ErrorCode::OathLimitReached, "limit", LIMIT));
    }
    Ok(())
}

/// A device of this person, or a set-up of this session.
async fn find(db: &mut Connection, bearer: &Bearer, id: &str) -> Result<Authenticator, ServiceError> {
    authenticators::of_user(db, &bearer.user_id)
        .await?
        .into_iter()
        .find(|device| {
            device.id == id
                && is_open_to(device.provisional_for.as_deref(), bearer.scope, &bearer.session_id)
                && (device.verified_at.is_some() || device.session_id == bearer.session_id)
        })
        .ok_or_else(|| ServiceError::refused(ErrorCode::NotFound))
}
