//! A person's sign-ins and trusted devices.

use proofup_api::{
    AccountChangeKind, ErrorCode, Rename, SecretText, SignIn, SignInKind, SignIns, SignInsRequest, TrustedDevice,
};
use proofup_store::sign_ins::{self, SignInRow};
use proofup_store::trusted_devices::TrustedDeviceRow;
use proofup_store::{Connection, trusted_devices};

use crate::ServiceError;
use crate::audit::changes;
use crate::audit::sign_in_log::write_refusals;
use crate::context::Context;
use crate::methods::begin_change;
use crate::runtime::clock::timestamp;
use crate::runtime::display_name::DisplayName;
use crate::runtime::keys::Domain;
use crate::session::{self, Bearer};

/// Rows of a page of *Recent activity*, if the app does not say.
const PAGE: u32 = 50;
const LARGEST_PAGE: u32 = 200;

/// The person's own part of the sign-in log, the newest first.
pub(crate) async fn sign_ins(
    context: &Context,
    bearer: &Bearer,
    request: &SignInsRequest,
) -> Result<SignIns, ServiceError> {
    let top = page_size(request.top);
    let kind = request.kind.unwrap_or(SignInKind::All);
    write_refusals(context).await?;
    let mut db = context.store.read().await?;
    // One more than asked for tells whether there is a page behind.
    let mut rows =
        sign_ins::page_of_user(&mut db, &bearer.user_id, kind, request.after.as_deref(), i64::from(top) + 1).await?;
    let more = rows.len() > top as usize;
    rows.truncate(top as usize);
    let next = rows.last().filter(|_| more).map(|row| row.stored.id.clone());
    Ok(SignIns { value: rows.into_iter().map(shown).collect(), next })
}

/// The number of rows of a page, within its bounds.
pub(super) fn page_size(top: Option<u32>) -> u32 {
    top.unwrap_or(PAGE).clamp(1, LARGEST_PAGE)
}

pub(super) fn shown(row: SignInRow) -> SignIn {
    let stored = row.stored;
    SignIn {
        id: stored.id,
        created_date_time: timestamp(stored.created_at),
        authentication_mode: row.mode,
        detail: stored.phone_number.or(stored.detail),
        result: row.result,
        denial_reason: row.denial_reason,
        application: stored.application,
        protocol: stored.protocol,
        client_address: stored.client_address,
        client_device: stored.client_device,
        count: u32::try_from(stored.repeats).unwrap_or(u32::MAX),
        last_date_time: stored.last_at.map(timestamp),
        user_id: stored.user_id.unwrap_or_default(),
        correlation_id: stored.correlation_id,
    }
}

/// The remembered devices, the newest first.
pub(crate) async fn trusted_devices(
    context: &Context,
    bearer: &Bearer,
    asking: Option<&SecretText>,
) -> Result<Vec<TrustedDevice>, ServiceError> {
    let mut db = context.store.read().await?;
    let current = current_device(context, &mut db, bearer, asking).await?;
    let rows = trusted_devices::of_user(&mut db, &bearer.user_id, context.now()).await?;
    Ok(rows.into_iter().map(|row| trusted_device(row, current.as_deref())).collect())
}

/// The id of the person's own device whose token it is.
async fn current_device(
    context: &Context,
    db: &mut Connection,
    bearer: &Bearer,
    asking: Option<&SecretText>,
) -> Result<Option<String>, ServiceError> {
    let Some(token) = asking else { return Ok(None) };
    let hash = context.keys.mac(Domain::Token, token.expose().as_bytes())?;
    let found = trusted_devices::find(db, &bearer.user_id, &hash, context.now()).await?;
    Ok(found.map(|device| device.id))
}

fn trusted_device(row: TrustedDeviceRow, current: Option<&str>) -> TrustedDevice {
    TrustedDevice {
        current: current == Some(row.id.as_str()),
        id: row.id,
        display_name: row.display_name,
        created_date_time: timestamp(row.created_at),
        expires_date_time: timestamp(row.expires_at),
    }
}

/// Gives one another name.
pub(crate) async fn rename_device(
    context: &Context,
    bearer: &Bearer,
    asking: Option<&SecretText>,
    id: &str,
    body: &Rename,
) -> Result<TrustedDevice, ServiceError> {
    let name = DisplayName::of_device(&body.display_name)?;
    let mut change = begin_change(context, bearer).await?;
    let db = &mut change.transaction;
    let row = own_device(context, db, bearer, id).await?;
    let current = current_device(context, db, bearer, asking).await?;
    trusted_devices::rename(db, id, name.as_str()).await?;
    let renamed = AccountChangeKind::TrustedDeviceRenamed;
    changes::record_rename(context, db, bearer, renamed, &row.display_name, name.as_str()).await?;
    change.transaction.commit().await?;
    Ok(trusted_device(TrustedDeviceRow { display_name: name.into_string(), ..row }, current.as_deref()))
}

async fn own_device(
    context: &Context,
    db: &mut Connection,
    bearer: &Bearer,
    id: &str,
) -> Result<TrustedDeviceRow, ServiceError> {
    let all = trusted_devices::of_user(db, &bearer.user_id, context.now()).await?;
    all.into_iter().find(|row| row.id == id).ok_or_else(|| ServiceError::refused(ErrorCode::NotFound))
}

/// Forgets one device.
pub(crate) async fn forget_device(context: &Context, bearer: &Bearer, id: &str) -> Result<(), ServiceError> {
    let mut change = begin_change(context, bearer).await?;
    let db = &mut change.transaction;
    let row = own_device(context, db, bearer, id).await?;
    trusted_devices::delete(db, &bearer.user_id, id).await?;
    changes::record(context, db, bearer, AccountChangeKind::TrustedDeviceRemoved, Some(&row.display_name)).await?;
    change.transaction.commit().await?;
    Ok(())
}

/// Restores multi-factor authentication on all of them.
pub(crate) async fn forget_devices(context: &Context, bearer: &Bearer) -> Result<(), ServiceError> {
    let mut change = begin_change(context, bearer).await?;
    let db = &mut change.transaction;
    trusted_devices::delete_all(db, &bearer.user_id).await?;
    changes::record(context, db, bearer, AccountChangeKind::TrustedDevicesRemoved, None).await?;
    change.transaction.commit().await?;
    Ok(())
}

/// Ends every other session of the person, and forgets the remembered devices. Devices come back with their key.
pub(crate) async fn end_other_sessions(context: &Context, bearer: &Bearer) -> Result<(), ServiceError> {
    let mut change = begin_change(context, bearer).await?;
    trusted_devices::delete_all(&mut change.transaction, &bearer.user_id).await?;
    session::end_all(context, &mut change.transaction, &bearer.user_id, Some(&bearer.session_id), None).await?;
    changes::record(context, &mut change.transaction, bearer, AccountChangeKind::SessionsEnded, None).await?;
    change.transaction.commit().await?;
    Ok(())
}
