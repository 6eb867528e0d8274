//! What a person sees of their sign-ins and remembered devices.

use proofup_api::{ErrorCode, SignIn, SignInKind, SignIns, SignInsRequest, TrustedDevice};

use crate::ServiceError;
use crate::clock::timestamp;
use crate::security_info::begin_change;
use crate::session::{self, Bearer};
use crate::sign_in_log::write_refusals;
use crate::store::sign_ins::{self, SignInRow};
use crate::store::trusted_devices;
use crate::world::World;

/// Rows of a page of *Recent activity*, if the app does not say.
const PAGE: u32 = 50;
const LARGEST_PAGE: u32 = 200;

/// The person's own part of the sign-in log, the newest first.
pub(crate) async fn sign_ins(
    world: &World,
    bearer: &Bearer,
    request: &SignInsRequest,
) -> Result<SignIns, ServiceError> {
    let top = request.top.unwrap_or(PAGE).clamp(1, LARGEST_PAGE);
    let kind = request.kind.unwrap_or(SignInKind::All);
    write_refusals(world).await?;
    let mut db = world.store.read().await?;
    // One more than asked for tells whether there is a page behind.
    let mut rows =
        sign_ins::page_of_user(&mut db, &bearer.user_id, kind, request.after.as_deref(), i64::from(top) + 1).await?;
    let more = rows.len() > top as usize;
    rows.truncate(top as usize);
    let next = rows.last().filter(|_| more).map(|row| row.stored.id.clone());
    Ok(SignIns { value: rows.into_iter().map(shown).collect(), next })
}

fn shown(row: SignInRow) -> SignIn {
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
pub(crate) async fn trusted_devices(world: &World, bearer: &Bearer) -> Result<Vec<TrustedDevice>, ServiceError> {
    let mut db = world.store.read().await?;
    let rows = trusted_devices::of_user(&mut db, &bearer.user_id, world.now()).await?;
    Ok(rows
        .into_iter()
        .map(|row| TrustedDevice {
            id: row.id,
            display_name: row.display_name,
            created_date_time: timestamp(row.created_at),
            expires_date_time: timestamp(row.expires_at),
        })
        .collect())
}

/// Forgets one device.
pub(crate) async fn forget_device(world: &World, bearer: &Bearer, id: &str) -> Result<(), ServiceError> {
    let mut change = begin_change(world, bearer).await?;
    if !trusted_devices::delete(&mut change.transaction, &bearer.user_id, id).await? {
        return Err(ServiceError::refused(ErrorCode::NotFound));
    }
    change.transaction.commit().await?;
    Ok(())
}

/// Restores multi-factor authentication on all of them.
pub(crate) async fn forget_devices(world: &World, bearer: &Bearer) -> Result<(), ServiceError> {
    let mut change = begin_change(world, bearer).await?;
    trusted_devices::delete_all(&mut change.transaction, &bearer.user_id).await?;
    change.transaction.commit().await?;
    Ok(())
}

/// Ends every other session of the person, and forgets the remembered devices. Devices come back with their key.
pub(crate) async fn end_other_sessions(world: &World, bearer: &Bearer) -> Result<(), ServiceError> {
    let mut change = begin_change(world, bearer).await?;
    trusted_devices::delete_all(&mut change.transaction, &bearer.user_id).await?;
    session::end_all(world, &mut change.transaction, &bearer.user_id, Some(&bearer.session_id), None).await?;
    change.transaction.commit().await?;
    Ok(())
}
