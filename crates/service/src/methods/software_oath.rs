//! Authenticator apps without push: a seed is handed out once, and counts from its first right code on.

use data_encoding::BASE32_NOPAD;
use proofup_api::{
    AccountChangeKind, ActivateSoftwareOath, CreatedSoftwareOath, ErrorCode, SecretText, SoftwareOathMethod,
};
use proofup_store::software_oaths::{self, SoftwareOath};
use proofup_token_files::OtpAuth;

use super::view::software_oath_method;
use super::{begin_change, is_open_to, provisional_for, refuse_sixth_oath};
use crate::ServiceError;
use crate::audit::changes;
use crate::context::Context;
use crate::methods::enrollment::Enrollment;
use crate::methods::freshness;
use crate::methods::lifecycle::{self, MadeBy};
use crate::methods::oath::{self, Accepted, Form, SEED_BYTES, Tolerance, TypedOathCode};
use crate::runtime::display_name::DisplayName;
use crate::runtime::error::param;
use crate::session::{Bearer, person};
use crate::settings::Settings;

/// Wrong codes that a set-up bears.
const TRIES: i64 = 5;
const SET_UP_LIVES_SECONDS: u32 = 600;

/// Makes a seed. An earlier set-up of the same session is forgotten: its picture is off the screen.
pub(crate) async fn create(context: &Context, bearer: &Bearer) -> Result<CreatedSoftwareOath, ServiceError> {
    let mut change = begin_change(context, bearer).await?;
    let db = &mut change.transaction;
    let settings = Settings::load(db).await?;
    if !settings.methods.code_from_mobile_app {
        return Err(ServiceError::refused(ErrorCode::MethodNotAllowed));
    }
    freshness::require_fresh(context, db, bearer).await?;
    let user = person(db, bearer).await?;
    let now = context.now();
    software_oaths::forget_set_ups(db, &user.id, &bearer.session_id, now).await?;
    let seed = context.random.bytes::<SEED_BYTES>()?;
    let id = context.random.id();
    let oath = SoftwareOath {
        seed: context.keys.seal_seed(context.random, &id, seed.as_slice())?,
        id,
        user_id: user.id.clone(),
        session_id: bearer.session_id.clone(),
        display_name: String::new(),
        last_step: -1,
        drift: 0,
        wrong_codes: 0,
        created_at: now,
        set_up_expires_at: now + i64::from(SET_UP_LIVES_SECONDS) * 1000,
        activated_at: None,
        last_used_at: None,
        provisional_for: provisional_for(change.scope, &bearer.session_id),
        device_id: None,
    };
    software_oaths::insert(db, &oath).await?;
    change.transaction.commit().await?;
    let params = oath::params(Form::APP, seed.to_vec(), 0)?;
    let link = OtpAuth { params, issuer: settings.organization, account: user.upn };
    Ok(CreatedSoftwareOath {
        otpauth_uri: SecretText::new(link.to_uri().as_str()),
        secret_key: SecretText::new(BASE32_NOPAD.encode(seed.as_slice())),
        id: oath.id,
        expires_in_seconds: SET_UP_LIVES_SECONDS,
    })
}

/// Activates a set-up by its first code. The app that it replaces stops working in the same transaction.
pub(crate) async fn activate(
    context: &Context,
    bearer: &Bearer,
    id: &str,
    body: &ActivateSoftwareOath,
) -> Result<SoftwareOathMethod, ServiceError> {
    let mut db = context.store.read().await?;
    let oaths = software_oaths::of_user(&mut db, &bearer.user_id).await?;
    let oath = oaths
        .into_iter()
        .find(|oath| oath.id == id && oath.session_id == bearer.session_id)
        .ok_or_else(|| ServiceError::refused(ErrorCode::NotFound))?;
    if oath.activated_at.is_some() {
        return Err(ServiceError::refused(ErrorCode::CodeAlreadyUsed));
    }
    if oath.set_up_expires_at <= context.now() {
        return Err(ServiceError::refused(ErrorCode::CodeExpired));
    }
    drop(db);
    let mut transaction = context.store.begin().await?;
    let taken = software_oaths::take_try(&mut transaction, id, TRIES)
        .await?
        .ok_or_else(|| ServiceError::refused(ErrorCode::TooManyIncorrectCodes))?;
    transaction.commit().await?;
    match oath::check(context, &oath::app_key(&oath), &body.code, Tolerance::Activation)? {
        TypedOathCode::Fresh(accepted) => accept(context, bearer, oath, body, accepted).await,
        // A set-up has accepted no code yet.
        TypedOathCode::AlreadyUsed => Err(ServiceError::refused(ErrorCode::CodeAlreadyUsed)),
        TypedOathCode::Wrong(_) if taken >= TRIES => Err(ServiceError::refused(ErrorCode::TooManyIncorrectCodes)),
        TypedOathCode::Wrong(far) => {
            let mut params = param("triesLeft", TRIES - taken);
            if let Some(seconds) = far.and_then(|far| far.clock_offset_seconds) {
                params.insert("clockOffsetSeconds".to_owned(), seconds.into());
            }
            Err(ServiceError::Refused { code: ErrorCode::IncorrectCode, params })
        }
    }
}

async fn accept(
    context: &Context,
    bearer: &Bearer,
    oath: SoftwareOath,
    body: &ActivateSoftwareOath,
    Accepted { step, drift, .. }: Accepted,
) -> Result<SoftwareOathMethod, ServiceError> {
    let mut change = begin_change(context, bearer).await?;
    let scope = change.scope;
    let db = &mut change.transaction;
    freshness::require_fresh_to_end(context, db, &bearer.user_id, &bearer.session_id, oath.created_at).await?;
    let active: Vec<SoftwareOath> = software_oaths::of_user(db, &bearer.user_id)
        .await?
        .into_iter()
        .filter(|other| other.activated_at.is_some())
        .filter(|other| is_open_to(other.provisional_for.as_deref(), scope, &bearer.session_id))
        .collect();
    let replaced = match &body.replaces {
        None => None,
        Some(id) => Some(
            active.iter().find(|other| other.id == *id).ok_or_else(|| ServiceError::refused(ErrorCode::NotFound))?,
        ),
    };
    if replaced.is_none() {
        refuse_sixth_oath(db, bearer, scope).await?;
    }
    let now = context.now();
    let name = body.display_name.as_deref().or(replaced.map(|other| other.display_name.as_str()));
    let display_name = app_name(name);
    if !software_oaths::activate(db, &oath.id, &display_name, step, drift, now).await? {
        return Err(ServiceError::refused(ErrorCode::CodeAlreadyUsed));
    }
    if let Some(replaced) = replaced {
        software_oaths::delete(db, &replaced.id).await?;
    }
    if oath.provisional_for.is_none() {
        if let Some(replaced) = replaced {
            let name = Some(replaced.display_name.as_str());
            changes::record(context, db, bearer, AccountChangeKind::AuthenticatorAppRemoved, name).await?;
        }
        changes::record(context, db, bearer, AccountChangeKind::AuthenticatorAppAdded, Some(&display_name)).await?;
        lifecycle::became_real(context, db, &bearer.user_id, MadeBy::Themselves(&bearer.session_id)).await?;
    }
    change.transaction.commit().await?;
    Ok(software_oath_method(&SoftwareOath { display_name, activated_at: Some(now), ..oath }))
}

/// Deletes an app, or forgets a set-up of this session.
pub(crate) async fn delete(context: &Context, bearer: &Bearer, id: &str) -> Result<(), ServiceError> {
    let mut change = begin_change(context, bearer).await?;
    let scope = change.scope;
    let db = &mut change.transaction;
    let user = person(db, bearer).await?;
    let known = software_oaths::of_user(db, &bearer.user_id).await?.into_iter().find(|oath| {
        oath.id == id
            && oath.device_id.is_none()
            && is_open_to(oath.provisional_for.as_deref(), scope, &bearer.session_id)
            && (oath.activated_at.is_some() || oath.session_id == bearer.session_id)
    });
    let oath = known.ok_or_else(|| ServiceError::refused(ErrorCode::NotFound))?;
    if oath.activated_at.is_some() {
        freshness::require_fresh(context, db, bearer).await?;
    }
    let before = Enrollment::load(db, user).await?;
    software_oaths::delete(db, id).await?;
    if oath.activated_at.is_some() && oath.provisional_for.is_none() {
        let removed = AccountChangeKind::AuthenticatorAppRemoved;
        changes::record(context, db, bearer, removed, Some(&oath.display_name)).await?;
    }
    lifecycle::was_removed(db, &before).await?;
    change.transaction.commit().await?;
    Ok(())
}

fn app_name(name: Option<&str>) -> String {
    DisplayName::tidied(name.unwrap_or_default(), "Authenticator app").into_string()
}
