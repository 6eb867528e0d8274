//! App passwords: made by the service, shown once, found again by a keyed hash.

mod apple_profile;
pub(crate) mod autoconfig;
pub(crate) mod check;
pub(crate) mod device_setup;
mod limits;
pub(crate) mod nt_hashes;
mod secret;
mod xml;

use proofup_api::{
    AccountChangeKind, AppPassword, AppPasswords, AppPasswordsUnavailable, CreateAppPassword, CreatedAppPassword,
    ErrorCode, MfaState, Rename, SecretText,
};
use proofup_store::Connection;
use proofup_store::app_passwords::{self, AppPasswordRow, NewSecret};

pub(crate) use secret::Shaped;

use crate::ServiceError;
use crate::audit::changes::{self, Changed};
use crate::context::Context;
use crate::methods::begin_change;
use crate::methods::enrollment::Enrollment;
use crate::methods::freshness;
use crate::runtime::clock::timestamp;
use crate::runtime::display_name::{self, DisplayName};
use crate::runtime::keys::{Domain, PEPPER_NUMBER};
use crate::session::{Bearer, person};

/// How many a person may have.
pub(crate) const LIMIT: u16 = 40;

/// Why this person cannot create one now.
pub(crate) async fn unavailable(
    db: &mut Connection,
    enrollment: &Enrollment,
) -> Result<Option<AppPasswordsUnavailable>, ServiceError> {
    Ok(if !enrollment.settings.app_passwords_allowed {
        Some(AppPasswordsUnavailable::DisabledByOrganization)
    } else if enrollment.is_managed_by_policy() {
        Some(AppPasswordsUnavailable::ManagedByPolicy)
    } else if enrollment.user.mfa_state != MfaState::Enforced {
        Some(AppPasswordsUnavailable::SecondStepNotRegistered)
    } else if app_passwords::count(db, &enrollment.user.id).await? >= i64::from(LIMIT) {
        Some(AppPasswordsUnavailable::LimitReached)
    } else {
        None
    })
}

/// All of a person's.
pub(crate) async fn list(context: &Context, bearer: &Bearer) -> Result<AppPasswords, ServiceError> {
    let rows = app_passwords::of_user(&mut context.store.read().await?, &bearer.user_id).await?;
    Ok(AppPasswords { value: rows.into_iter().map(listed).collect(), limit: LIMIT })
}

/// Makes one. The person's row is locked while they are counted, so that the limit holds against any number at once.
pub(crate) async fn create(
    context: &Context,
    bearer: &Bearer,
    body: &CreateAppPassword,
) -> Result<CreatedAppPassword, ServiceError> {
    let name = name(&body.display_name)?;
    let now = context.now();
    let limited = limits::limited(body, now)?;
    let mut change = begin_change(context, bearer).await?;
    let db = &mut change.transaction;
    let user = person(db, bearer).await?;
    let enrollment = Enrollment::load(db, user).await?;
    match unavailable(db, &enrollment).await? {
        None => {}
        Some(AppPasswordsUnavailable::LimitReached) => {
            return Err(ServiceError::refused_with(ErrorCode::AppPasswordLimitReached, "limit", LIMIT));
        }
        Some(reason) => {
            return Err(ServiceError::refused_with(ErrorCode::AppPasswordsNotAllowed, "reason", reason.as_str()));
        }
    }
    let expires_at = limits::end(limited.expires_at, enrollment.settings.app_password_days, now)?;
    // Last, so that nobody is asked for a code only to hear that there is no place.
    freshness::require_fresh(context, db, bearer).await?;
    let row = AppPasswordRow {
        id: context.random.id(),
        user_id: bearer.user_id.clone(),
        display_name: name.into_string(),
        expires_at,
        ..limited
    };
    let Some(secret) = store_generated(context, db, &row).await? else {
        return Err(ServiceError::refused(ErrorCode::AppPasswordNameTaken));
    };
    nt_hashes::keep(context, db, &enrollment.settings, &row, &secret).await?;
    changes::record(context, db, bearer, AccountChangeKind::AppPasswordCreated, Some(&row.display_name)).await?;
    change.transaction.commit().await?;
    Ok(CreatedAppPassword { app_password: listed(row), password: secret })
}

/// Makes a secret and stores its keyed hash with the row; `None` if the person has one of this name.
pub(crate) async fn store_generated(
    context: &Context,
    db: &mut Connection,
    row: &AppPasswordRow,
) -> Result<Option<SecretText>, ServiceError> {
    let secret = Shaped::generate(context.random)?;
    let mac = context.keys.mac(Domain::AppPassword, secret.canonical().as_bytes())?;
    let name_key = display_name::key(&row.display_name);
    let stored = NewSecret { name_key: &name_key, mac: &mac, key_number: PEPPER_NUMBER };
    Ok(app_passwords::insert(db, row, stored).await?.then(|| secret.into_text()))
}

/// Deletes one.
pub(crate) async fn delete(context: &Context, bearer: &Bearer, id: &str) -> Result<(), ServiceError> {
    let mut change = begin_change(context, bearer).await?;
    let db = &mut change.transaction;
    let row = own(db, bearer, id).await?;
    app_passwords::delete(db, &bearer.user_id, id).await?;
    changes::record(context, db, bearer, AccountChangeKind::AppPasswordDeleted, Some(&row.display_name)).await?;
    change.transaction.commit().await?;
    Ok(())
}

/// Renames one. Clients that sign in with it are not affected.
pub(crate) async fn rename(
    context: &Context,
    bearer: &Bearer,
    id: &str,
    body: &Rename,
) -> Result<AppPassword, ServiceError> {
    let name = name(&body.display_name)?;
    let mut change = begin_change(context, bearer).await?;
    let db = &mut change.transaction;
    let row = own(db, bearer, id).await?;
    if !app_passwords::rename(db, &row, name.as_str(), &name.key()).await? {
        return Err(ServiceError::refused(ErrorCode::AppPasswordNameTaken));
    }
    let renamed = AccountChangeKind::AppPasswordRenamed;
    changes::record_rename(context, db, bearer, renamed, &row.display_name, name.as_str()).await?;
    change.transaction.commit().await?;
    Ok(listed(AppPasswordRow { display_name: name.into_string(), ..row }))
}

async fn own(db: &mut Connection, bearer: &Bearer, id: &str) -> Result<AppPasswordRow, ServiceError> {
    let all = app_passwords::of_user(db, &bearer.user_id).await?;
    all.into_iter().find(|row| row.id == id).ok_or_else(|| ServiceError::refused(ErrorCode::NotFound))
}

fn name(text: &str) -> Result<DisplayName, ServiceError> {
    DisplayName::parse(text)
        .map_err(|reason| ServiceError::refused_with(ErrorCode::AppPasswordNameInvalid, "reason", reason))
}

/// Deletes all.
pub(crate) async fn delete_all(context: &Context, bearer: &Bearer) -> Result<(), ServiceError> {
    let mut change = begin_change(context, bearer).await?;
    let db = &mut change.transaction;
    let count = app_passwords::delete_all(db, &bearer.user_id).await?;
    Changed::by_person(&bearer.user_id, AccountChangeKind::AppPasswordsDeleted)
        .counted(count)
        .record(context, db, &bearer.caller)
        .await?;
    change.transaction.commit().await?;
    Ok(())
}

fn listed(row: AppPasswordRow) -> AppPassword {
    AppPassword {
        id: row.id,
        display_name: row.display_name,
        created_date_time: timestamp(row.created_at),
        last_used_date_time: row.last_used_at.map(timestamp),
        last_used_from: row.last_used_from,
        last_used_protocol: row.last_used_protocol,
        last_used_front_end: row.last_used_front_end,
        last_used_client: row.last_used_client,
        address_ranges: row.address_ranges.split_whitespace().map(str::to_owned).collect(),
        unused_days: row.unused_days.and_then(|days| u16::try_from(days).ok()),
        protocols: row.protocols.split_whitespace().map(str::to_owned).collect(),
        expires_date_time: row.expires_at.map(timestamp),
    }
}
