//! The office phone as the organisation sets it: the person sees it and cannot change it.

use proofup_api::{AdminAction, ChangedBy, ErrorCode, PhoneType};
use proofup_store::Connection;
use proofup_store::phones::{self, Phone};
use proofup_store::users::{self, User};

use crate::ServiceError;
use crate::audit::admin_actions::Actor;
use crate::audit::changes::{self, PhoneChange};
use crate::context::{Caller, Context};
use crate::methods::enrollment::Enrollment;
use crate::methods::lifecycle;
use crate::telephony::numbers::{PhoneNumber, masked};

/// Sets the office phone or replaces it; `None` removes it.
pub(crate) async fn prefill(
    context: &Context,
    actor: &Actor,
    user: &User,
    number: Option<&str>,
) -> Result<(), ServiceError> {
    let number = number
        .map(|text| PhoneNumber::parse(text, PhoneType::Office))
        .transpose()
        .map_err(|fault| ServiceError::refused_with(ErrorCode::PhoneNumberInvalid, "reason", fault.as_str()))?;
    let mut db = context.store.begin_change(&user.id).await?;
    set(context, &mut db, actor, user, number.as_ref()).await?;
    Ok(db.commit().await?)
}

/// The office phone of a person, as it is stored.
pub(crate) fn of(context: &Context, user_id: &str, number: &PhoneNumber) -> Phone {
    Phone {
        id: context.random.id(),
        user_id: user_id.to_owned(),
        phone_type: PhoneType::Office,
        number: number.as_str().to_owned(),
        read_only: true,
        created_at: context.now(),
        last_used_at: None,
        provisional_for: None,
    }
}

/// The same, in a transaction in which the person's row is held.
pub(crate) async fn set(
    context: &Context,
    db: &mut Connection,
    actor: &Actor,
    user: &User,
    number: Option<&PhoneNumber>,
) -> Result<(), ServiceError> {
    let user_id = user.id.as_str();
    let caller = Caller::command_line(context);
    let mut before = None;
    for phone in phones::of_user(&mut *db, user_id).await? {
        if phone.phone_type == PhoneType::Office && phone.provisional_for.is_none() {
            phones::delete(&mut *db, &phone.id).await?;
            before = Some(phone);
        }
    }
    if let Some(number) = number {
        let phone = of(context, user_id, number);
        phones::insert(&mut *db, &phone).await?;
        let done = before.as_ref().map_or(PhoneChange::Added, |before| PhoneChange::Changed(&before.number));
        changes::record_phone(context, &mut *db, &caller, ChangedBy::Administrator, &phone, done).await?;
    } else if let Some(phone) = before {
        let by = ChangedBy::Administrator;
        changes::record_phone(context, &mut *db, &caller, by, &phone, PhoneChange::Removed).await?;
    }
    // The number may have been what the person preferred, or their only method: then they register again.
    if let Some(user) = users::by_id(&mut *db, user_id).await? {
        let enrollment = Enrollment::load(&mut *db, user).await?;
        lifecycle::settle_preference(&mut *db, &enrollment).await?;
    }
    let detail = number.map(|number| masked(number.as_str()));
    actor.record(context, db, AdminAction::OfficePhoneSet, Some(&user.upn), detail, None).await
}
