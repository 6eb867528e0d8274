//! Phones: a number is verified by a text or a call before anything is stored.

use proofup_api::{
    AddPhone, ChangedBy, DenialReason, ErrorCode, Params, PhoneMethod, PhoneNumberFault, PhoneType, Scope, SecretText,
    VerificationStarted, VerificationState, VerificationStatus, VerifyBy,
};
use proofup_store::calls as stored_calls;
use proofup_store::phones::{self, Phone};
use proofup_store::text_codes::{self as stored_text_codes, Purpose};
use proofup_store::verifications::{self, Verification};

use super::view::phone_method;
use super::{Change, begin_change, is_open_to, provisional_for, visible_phones};
use crate::ServiceError;
use crate::audit::changes::{self, PhoneChange};
use crate::context::{Caller, Context};
use crate::methods::calls::{self, CallOrder};
use crate::methods::enrollment::Enrollment;
use crate::methods::freshness;
use crate::methods::lifecycle::{self, MadeBy};
use crate::methods::text_codes::{self, Content, Reply, Sent, TextOrder, TypedCode};
use crate::runtime::error::param;
use crate::session::{Bearer, person};
use crate::settings::Settings;
use crate::telephony::numbers::{PhoneNumber, masked};
use crate::throttle::{Medium, note_answer};

/// Sends a code to a new number, or calls it.
pub(crate) async fn add(
    context: &Context,
    caller: &Caller,
    bearer: &Bearer,
    body: &AddPhone,
) -> Result<VerificationStarted, ServiceError> {
    let phones = visible_phones(&mut context.store.read().await?, bearer, bearer.scope).await?;
    let set_by_organization = phones.iter().find(|phone| phone.phone_type == body.phone_type && phone.read_only);
    if let (Some(phone), "", Scope::Registration) = (set_by_organization, body.phone_number.as_str(), bearer.scope) {
        let settings = Settings::load(&mut context.store.read().await?).await?;
        check_way(&settings, body)?;
        return begin_verification(context, caller, bearer, body, phone.number.clone(), None).await;
    }
    let number = number_to_verify(context, body).await?;
    // A number verified in this registration may still be corrected; everything else is changed by its id.
    if phones.iter().any(|phone| phone.phone_type == body.phone_type && phone.provisional_for.is_none()) {
        return Err(ServiceError::refused(ErrorCode::PhoneTypeExists));
    }
    if body.phone_type == PhoneType::AlternateMobile
        && !phones.iter().any(|phone| phone.phone_type == PhoneType::Mobile)
    {
        return Err(ServiceError::refused(ErrorCode::AuthenticationPhoneNeeded));
    }
    begin_verification(context, caller, bearer, body, number.as_str().to_owned(), None).await
}

/// Sends a code to, or calls, the number that is to take the place of a phone's present one.
pub(crate) async fn change(
    context: &Context,
    caller: &Caller,
    bearer: &Bearer,
    id: &str,
    body: &AddPhone,
) -> Result<VerificationStarted, ServiceError> {
    let phones = visible_phones(&mut context.store.read().await?, bearer, bearer.scope).await?;
    let phone =
        phones.into_iter().find(|phone| phone.id == id).ok_or_else(|| ServiceError::refused(ErrorCode::NotFound))?;
    if phone.read_only {
        return Err(ServiceError::refused(ErrorCode::MethodNotAllowed));
    }
    if phone.phone_type != body.phone_type {
        return Err(ServiceError::refused_with(ErrorCode::InvalidRequest, "field", "phoneType"));
    }
    let number = number_to_verify(context, body).await?;
    begin_verification(context, caller, bearer, body, number.as_str().to_owned(), Some(phone.id)).await
}

/// Saves the number of a verification if the code is the right one.
pub(crate) async fn verify(
    context: &Context,
    bearer: &Bearer,
    verification_id: &str,
    code: &SecretText,
) -> Result<PhoneMethod, ServiceError> {
    let verification = find(context, bearer, verification_id).await?;
    let mut guess = context.store.begin().await?;
    let typed =
        text_codes::check(context, &mut guess, &bearer.user_id, Purpose::Verification, &verification.id, code).await?;
    let TypedCode::Right { id: code_id, .. } = typed else {
        guess.commit().await?;
        return Err(refusal(&typed));
    };
    drop(guess);
    let mut change = begin_change(context, bearer).await?;
    if !stored_text_codes::use_up(&mut change.transaction, &code_id, context.now()).await? {
        return Err(ServiceError::refused(ErrorCode::CodeAlreadyUsed));
    }
    save(context, bearer, change, &verification).await
}

/// The state of a verification on the phone. A decision that was made there is saved first.
pub(crate) async fn state(
    context: &Context,
    bearer: &Bearer,
    verification_id: &str,
) -> Result<VerificationState, ServiceError> {
    let verification = find(context, bearer, verification_id).await?;
    match verification.verify_by {
        VerifyBy::Voice => state_of_call(context, bearer, &verification).await,
        VerifyBy::Sms => state_of_text(context, bearer, &verification).await,
    }
}

async fn state_of_call(
    context: &Context,
    bearer: &Bearer,
    verification: &Verification,
) -> Result<VerificationState, ServiceError> {
    Ok(match calls::progress(context, &verification.id).await? {
        calls::Progress::Passed(call) => {
            let mut change = begin_change(context, bearer).await?;
            if stored_calls::use_up(&mut change.transaction, &call.id, context.now()).await? {
                save(context, bearer, change, verification).await?;
            }
            now(VerificationStatus::Verified)
        }
        calls::Progress::Used => now(VerificationStatus::Verified),
        calls::Progress::Pending(_) => now(VerificationStatus::Pending),
        calls::Progress::Denied { reason, params, .. } => failed(reason, params),
        calls::Progress::Expired(_) | calls::Progress::NoCall => failed(DenialReason::CodeNotEntered, Params::new()),
    })
}

async fn state_of_text(
    context: &Context,
    bearer: &Bearer,
    verification: &Verification,
) -> Result<VerificationState, ServiceError> {
    let reply = text_codes::reply(context, &bearer.user_id, Purpose::Verification, &verification.id).await?;
    Ok(match reply {
        Reply::Right { id, .. } => {
            let mut change = begin_change(context, bearer).await?;
            if stored_text_codes::use_up(&mut change.transaction, &id, context.now()).await? {
                save(context, bearer, change, verification).await?;
            }
            now(VerificationStatus::Verified)
        }
        Reply::Used => now(VerificationStatus::Verified),
        Reply::Awaited => now(VerificationStatus::Pending),
        Reply::Superseded => failed(DenialReason::CodeSuperseded, Params::new()),
        Reply::TooLate => failed(DenialReason::CodeExpired, Params::new()),
        Reply::NoTriesLeft => failed(DenialReason::TooManyIncorrectCodes, Params::new()),
        Reply::NotDelivered(_) => failed(DenialReason::PhoneUnreachable, param("reason", "not_delivered")),
    })
}

fn now(status: VerificationStatus) -> VerificationState {
    VerificationState { status, code: None, params: Params::new() }
}

/// The correlation id of the request, which a help desk is given, leads to this line of the log.
fn failed(reason: DenialReason, params: Params) -> VerificationState {
    tracing::info!(reason = reason.as_str(), "a phone was not verified");
    VerificationState { status: VerificationStatus::Failed, code: Some(reason), params }
}

async fn find(context: &Context, bearer: &Bearer, verification_id: &str) -> Result<Verification, ServiceError> {
    verifications::find(&mut context.store.read().await?, verification_id, &bearer.session_id)
        .await?
        .ok_or_else(|| ServiceError::refused(ErrorCode::NotFound))
}

/// Makes the number of a verification a phone, in the transaction that used its proof up.
async fn save(
    context: &Context,
    bearer: &Bearer,
    mut change: Change,
    verification: &Verification,
) -> Result<PhoneMethod, ServiceError> {
    let (user_id, db) = (&bearer.user_id, &mut change.transaction);
    freshness::require_fresh_to_end(context, db, user_id, &bearer.session_id, verification.created_at).await?;
    let medium = if verification.verify_by == VerifyBy::Sms { Medium::Text } else { Medium::Call };
    let number = &verification.number;
    note_answer(context, &mut change.transaction, medium, &bearer.user_id, number).await?;
    // A code that is on its way to the number before opens nothing any more.
    stored_text_codes::supersede(&mut change.transaction, &bearer.user_id, Purpose::SignIn, context.now()).await?;
    stored_calls::supersede(&mut change.transaction, &bearer.user_id, Purpose::SignIn).await?;
    let all = phones::of_user(&mut change.transaction, &bearer.user_id).await?;
    let present = all
        .iter()
        .find(|phone| {
            phone.phone_type == verification.phone_type
                && is_open_to(phone.provisional_for.as_deref(), change.scope, &bearer.session_id)
        })
        .cloned();
    let before = present.as_ref().map(|phone| phone.number.clone()).unwrap_or_default();
    let saved = match (present, &verification.phone_id) {
        (Some(phone), Some(id)) if phone.id == *id => changed(phone, verification, context.now()),
        // A correction inside the wizard: the phone verified before gives way.
        (Some(phone), _) if phone.provisional_for.is_some() => changed(phone, verification, context.now()),
        (Some(_), _) => return Err(ServiceError::refused(ErrorCode::PhoneTypeExists)),
        // Deleted while the code was on its way.
        (None, Some(_)) => return Err(ServiceError::refused(ErrorCode::NotFound)),
        (None, None) => Phone {
            id: context.random.id(),
            user_id: bearer.user_id.clone(),
            phone_type: verification.phone_type,
            number: verification.number.clone(),
            // The organisation's own number, verified in a registration.
            read_only: all.iter().any(|phone| {
                phone.read_only && phone.phone_type == verification.phone_type && phone.number == verification.number
            }),
            created_at: context.now(),
            last_used_at: None,
            provisional_for: provisional_for(change.scope, &bearer.session_id),
        },
    };
    let done = if phones::set_number(&mut change.transaction, &saved.id, &saved.number, context.now()).await? {
        PhoneChange::Changed(&before)
    } else if phones::insert(&mut change.transaction, &saved).await? {
        PhoneChange::Added
    } else {
        return Err(ServiceError::refused(ErrorCode::PhoneTypeExists));
    };
    if saved.provisional_for.is_none() {
        let db = &mut change.transaction;
        changes::record_phone(context, db, &bearer.caller, ChangedBy::Person, &saved, done).await?;
    }
    if saved.provisional_for.is_none() {
        lifecycle::became_real(
            context,
            &mut change.transaction,
            &bearer.user_id,
            MadeBy::Themselves(&bearer.session_id),
        )
        .await?;
    }
    change.transaction.commit().await?;
    Ok(phone_method(&saved))
}

/// Deletes a phone.
pub(crate) async fn delete(context: &Context, bearer: &Bearer, id: &str) -> Result<(), ServiceError> {
    let mut change = begin_change(context, bearer).await?;
    let db = &mut change.transaction;
    let (mut found, others): (Vec<_>, Vec<_>) =
        visible_phones(db, bearer, change.scope).await?.into_iter().partition(|phone| phone.id == id);
    let phone = found.pop().ok_or_else(|| ServiceError::refused(ErrorCode::NotFound))?;
    if phone.read_only {
        return Err(ServiceError::refused(ErrorCode::MethodNotAllowed));
    }
    if phone.phone_type == PhoneType::Mobile
        && others.iter().any(|phone| phone.phone_type == PhoneType::AlternateMobile)
    {
        return Err(ServiceError::refused(ErrorCode::AlternatePhoneExists));
    }
    freshness::require_fresh(context, db, bearer).await?;
    let user = person(db, bearer).await?;
    let before = Enrollment::load(db, user).await?;
    phones::delete(db, id).await?;
    if phone.provisional_for.is_none() {
        let by = ChangedBy::Person;
        changes::record_phone(context, db, &bearer.caller, by, &phone, PhoneChange::Removed).await?;
    }
    lifecycle::was_removed(db, &before).await?;
    change.transaction.commit().await?;
    Ok(())
}

/// The number, if it is one and may be verified in this way.
async fn number_to_verify(context: &Context, body: &AddPhone) -> Result<PhoneNumber, ServiceError> {
    let settings = Settings::load(&mut context.store.read().await?).await?;
    check_way(&settings, body)?;
    if body.phone_type == PhoneType::Office && !settings.office_phone_set_by_person {
        return Err(ServiceError::refused(ErrorCode::MethodNotAllowed));
    }
    PhoneNumber::parse(&body.phone_number, body.phone_type).map_err(invalid)
}

/// Texts go to the authentication phone alone; every phone can be called.
fn check_way(settings: &Settings, body: &AddPhone) -> Result<(), ServiceError> {
    let allowed = match body.verify_by {
        VerifyBy::Sms => body.phone_type == PhoneType::Mobile && settings.methods.text_message_to_phone,
        VerifyBy::Voice => settings.methods.call_to_phone,
    };
    if allowed { Ok(()) } else { Err(ServiceError::refused(ErrorCode::MethodNotAllowed)) }
}

async fn begin_verification(
    context: &Context,
    caller: &Caller,
    bearer: &Bearer,
    body: &AddPhone,
    number: String,
    phone_id: Option<String>,
) -> Result<VerificationStarted, ServiceError> {
    let verification = Verification {
        id: context.random.id(),
        user_id: bearer.user_id.clone(),
        session_id: bearer.session_id.clone(),
        phone_type: body.phone_type,
        number,
        phone_id,
        verify_by: body.verify_by,
        created_at: context.now(),
    };
    let mut db = context.store.read().await?;
    // After everything that could be wrong with the number, and before anything is sent.
    freshness::require_fresh(context, &mut db, bearer).await?;
    let settings = Settings::load(&mut db).await?;
    drop(db);
    let mut transaction = context.store.begin().await?;
    verifications::insert(&mut transaction, &verification).await?;
    transaction.commit().await?;
    let sent = match body.verify_by {
        VerifyBy::Sms => {
            let order = TextOrder {
                user_id: &bearer.user_id,
                purpose: Purpose::Verification,
                context: &verification.id,
                phone_id: None,
                number: &verification.number,
                content: Content::Code,
            };
            text_codes::send(context, caller, &settings, order).await?
        }
        VerifyBy::Voice => {
            let order = CallOrder {
                user_id: &bearer.user_id,
                purpose: Purpose::Verification,
                context: &verification.id,
                phone_id: None,
                phone_type: body.phone_type,
                number: &verification.number,
                question: None,
            };
            calls::place(context, caller, &settings, order).await?
        }
    };
    let by_text = body.verify_by == VerifyBy::Sms;
    if matches!(sent, Sent::TooMany(_)) {
        let mut transaction = context.store.begin().await?;
        verifications::delete(&mut transaction, &verification.id).await?;
        transaction.commit().await?;
    }
    Ok(VerificationStarted {
        resend_in_seconds: sent.taken(by_text)?,
        verification_id: verification.id,
        expires_in_seconds: if by_text { settings.sms_code_lifetime_seconds } else { calls::LIVES_SECONDS },
        reply: by_text && settings.two_way_texts,
        phone_number: match body.phone_number.as_str() {
            "" => masked(&verification.number),
            _ => verification.number,
        },
    })
}

fn invalid(fault: PhoneNumberFault) -> ServiceError {
    ServiceError::refused_with(ErrorCode::PhoneNumberInvalid, "reason", fault.as_str())
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
        // The text is so old that its row is gone.
        TypedCode::Expired | TypedCode::NothingSent => (ErrorCode::CodeExpired, Params::new()),
    };
    ServiceError::Refused { code, params }
}
