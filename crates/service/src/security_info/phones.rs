//! Phones: a number is verified by a code before anything is stored.

use proofup_api::{AddPhone, ErrorCode, Params, PhoneMethod, PhoneType, SecretText, VerificationStarted, VerifyBy};

use super::view::phone_method;
use super::{begin_change, is_open_to, person, provisional_for, settle_after_deletion, visible_phones};
use crate::ServiceError;
use crate::error::param;
use crate::phone_numbers::PhoneNumber;
use crate::settings::Settings;
use crate::standing::Standing;
use crate::step_up;
use crate::store::phones::{self, Phone};
use crate::store::text_codes::{self as stored_text_codes, Purpose};
use crate::store::verifications::{self, Verification};
use crate::text_codes::{self, Sent, TextOrder, TypedCode};
use crate::tokens::Bearer;
use crate::world::{Caller, World};

/// Sends a code to a new number.
pub(crate) async fn add(
    world: &World,
    caller: &Caller,
    bearer: &Bearer,
    body: &AddPhone,
) -> Result<VerificationStarted, ServiceError> {
    let number = number_to_verify(world, body).await?;
    let existing = phone_of_type(world, bearer, body.phone_type).await?;
    // A number verified in this registration may still be corrected; everything else is changed by its id.
    if existing.is_some_and(|phone| phone.provisional_for.is_none()) {
        return Err(ServiceError::refused(ErrorCode::PhoneTypeExists));
    }
    begin_verification(world, caller, bearer, body.phone_type, number, None).await
}

/// Sends a code to the number that is to take the place of a phone's present one.
pub(crate) async fn change(
    world: &World,
    caller: &Caller,
    bearer: &Bearer,
    id: &str,
    body: &AddPhone,
) -> Result<VerificationStarted, ServiceError> {
    let phones = visible_phones(&mut *world.store.acquire().await?, bearer, bearer.scope).await?;
    let phone =
        phones.into_iter().find(|phone| phone.id == id).ok_or_else(|| ServiceError::refused(ErrorCode::NotFound))?;
    if phone.read_only {
        return Err(ServiceError::refused(ErrorCode::MethodNotAllowed));
    }
    if phone.phone_type != body.phone_type {
        return Err(ServiceError::refused_with(ErrorCode::InvalidRequest, "field", "phoneType"));
    }
    let number = number_to_verify(world, body).await?;
    begin_verification(world, caller, bearer, body.phone_type, number, Some(phone.id)).await
}

/// Saves the number of a verification if the code is the right one.
pub(crate) async fn verify(
    world: &World,
    bearer: &Bearer,
    verification_id: &str,
    code: &SecretText,
) -> Result<PhoneMethod, ServiceError> {
    let verification = verifications::find(&mut *world.store.acquire().await?, verification_id, &bearer.session_id)
        .await?
        .ok_or_else(|| ServiceError::refused(ErrorCode::NotFound))?;
    let typed = text_codes::check(world, &bearer.user_id, Purpose::Verification, &verification.id, code).await?;
    let code_id = match typed {
        TypedCode::Right { id, .. } => id,
        other => return Err(refusal(&other)),
    };
    let mut change = begin_change(world, bearer).await?;
    if !stored_text_codes::use_up(&mut change.transaction, &code_id, world.now()).await? {
        return Err(ServiceError::refused(ErrorCode::CodeAlreadyUsed));
    }
    // A code that is on its way to the number before opens nothing any more.
    stored_text_codes::supersede(&mut change.transaction, &bearer.user_id, Purpose::SignIn, world.now()).await?;
    let phones = phones::of_user(&mut change.transaction, &bearer.user_id).await?;
    let present = phones.into_iter().find(|phone| {
        phone.phone_type == verification.phone_type
            && is_open_to(phone.provisional_for.as_deref(), change.scope, &bearer.session_id)
    });
    let saved = match (present, &verification.phone_id) {
        (Some(phone), Some(id)) if phone.id == *id => changed(phone, &verification, world.now()),
        // A correction inside the wizard: the phone verified before gives way.
        (Some(phone), _) if phone.provisional_for.is_some() => changed(phone, &verification, world.now()),
        (Some(_), _) => return Err(ServiceError::refused(ErrorCode::PhoneTypeExists)),
        // Deleted while the code was on its way.
        (None, Some(_)) => return Err(ServiceError::refused(ErrorCode::NotFound)),
        (None, None) => Phone {
            id: world.random.id(),
            user_id: bearer.user_id.clone(),
            phone_type: verification.phone_type,
            number: verification.number.clone(),
            read_only: false,
            created_at: world.now(),
            last_used_at: None,
            provisional_for: provisional_for(change.scope, &bearer.session_id),
        },
    };
    if !phones::set_number(&mut change.transaction, &saved.id, &saved.number, world.now()).await?
        && !phones::insert(&mut change.transaction, &saved).await?
    {
        return Err(ServiceError::refused(ErrorCode::PhoneTypeExists));
    }
    change.transaction.commit().await?;
    Ok(phone_method(&saved))
}

/// Deletes a phone.
pub(crate) async fn delete(world: &World, bearer: &Bearer, id: &str) -> Result<(), ServiceError> {
    let mut change = begin_change(world, bearer).await?;
    let db = &mut change.transaction;
    let phones = visible_phones(db, bearer, change.scope).await?;
    let phone =
        phones.into_iter().find(|phone| phone.id == id).ok_or_else(|| ServiceError::refused(ErrorCode::NotFound))?;
    if phone.read_only {
        return Err(ServiceError::refused(ErrorCode::MethodNotAllowed));
    }
    step_up::require_fresh(world, db, bearer).await?;
    let user = person(db, bearer).await?;
    let before = Standing::load(db, user.clone()).await?;
    phones::delete(db, id).await?;
    settle_after_deletion(db, &before, user).await?;
    change.transaction.commit().await?;
    Ok(())
}

/// The number, if it is one and may be verified in this way.
async fn number_to_verify(world: &World, body: &AddPhone) -> Result<PhoneNumber, ServiceError> {
    let settings = Settings::load(&mut *world.store.acquire().await?).await?;
    let by_text = body.phone_type == PhoneType::Mobile && body.verify_by == VerifyBy::Sms;
    if !(by_text && settings.methods.text_message_to_phone) {
        return Err(ServiceError::refused(ErrorCode::MethodNotAllowed));
    }
    PhoneNumber::parse(&body.phone_number, body.phone_type)
        .map_err(|fault| ServiceError::refused_with(ErrorCode::PhoneNumberInvalid, "reason", fault.as_str()))
}

async fn phone_of_type(world: &World, bearer: &Bearer, phone_type: PhoneType) -> Result<Option<Phone>, ServiceError> {
    let phones = visible_phones(&mut *world.store.acquire().await?, bearer, bearer.scope).await?;
    Ok(phones.into_iter().find(|phone| phone.phone_type == phone_type))
}

async fn begin_verification(
    world: &World,
    caller: &Caller,
    bearer: &Bearer,
    phone_type: PhoneType,
    number: PhoneNumber,
    phone_id: Option<String>,
) -> Result<VerificationStarted, ServiceError> {
    let verification = Verification {
        id: world.random.id(),
        user_id: bearer.user_id.clone(),
        session_id: bearer.session_id.clone(),
        phone_type,
        number: number.as_str().to_owned(),
        phone_id,
        created_at: world.now(),
    };
    let mut db = world.store.acquire().await?;
    // After everything that could be wrong with the number, and before anything is sent.
    step_up::require_fresh(world, &mut db, bearer).await?;
    verifications::insert(&mut db, &verification).await?;
    let settings = Settings::load(&mut db).await?;
    drop(db);
    let order = TextOrder {
        user_id: &bearer.user_id,
        purpose: Purpose::Verification,
        context: &verification.id,
        phone_id: None,
        number: number.as_str(),
    };
    match text_codes::send(world, caller, &settings, order).await? {
        Sent::Taken => Ok(VerificationStarted {
            verification_id: verification.id,
            expires_in_seconds: settings.sms_code_lifetime_seconds,
            phone_number: verification.number,
        }),
        Sent::NotTaken => Err(ServiceError::refused(ErrorCode::TextNotSent)),
        Sent::TooMany(seconds) => Err(ServiceError::refused_with(ErrorCode::RateLimited, "retryAfterSeconds", seconds)),
    }
}

fn changed(phone: Phone, verification: &Verification, now: i64) -> Phone {
    Phone { number: verification.number.clone(), created_at: now, last_used_at: None, ..phone }
}

fn refusal(typed: &TypedCode) -> ServiceError {
    let (code, params) = match typed {
        TypedCode::Wrong(left) => (ErrorCode::IncorrectCode, param("triesLeft", *left)),
        TypedCode::NoTriesLeft => (ErrorCode::TooManyIncorrectCodes, Params::new()),
        TypedCode::Used | TypedCode::Right { .. } => (ErrorCode::CodeAlreadyUsed, Params::new()),
        TypedCode::Superseded => (ErrorCode::CodeSuperseded, Params::new()),
        // What was sent so long ago that nothing is known of it any more.
        TypedCode::Expired | TypedCode::NothingSent => (ErrorCode::CodeExpired, Params::new()),
    };
    ServiceError::Refused { code, params }
}
