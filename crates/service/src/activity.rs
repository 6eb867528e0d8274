//! What a person sees of their sign-ins and remembered devices.

use proofup_api::{ErrorCode, SignIn, TrustedDevice};

use crate::ServiceError;
use crate::clock::timestamp;
use crate::security_info::begin_change;
use crate::store::{sign_ins, trusted_devices};
use crate::tokens::Bearer;
use crate::world::World;

/// Rows of *Recent activity*.
const SHOWN: i64 = 100;

/// The person's own part of the sign-in log, the newest first.
pub(crate) async fn sign_ins(world: &World, bearer: &Bearer) -> Result<Vec<SignIn>, ServiceError> {
    let rows = sign_ins::newest_of_user(&mut *world.store.acquire().await?, &bearer.user_id, SHOWN).await?;
    Ok(rows
        .into_iter()
        .map(|row| SignIn {
            id: row.id,
            created_date_time: timestamp(row.created_at),
            authentication_mode: row.mode,
            detail: row.detail,
            result: row.result,
            denial_reason: row.denial_reason,
            application: row.application,
            client_address: row.client_address,
            correlation_id: row.correlation_id,
        })
        .collect())
}

/// The remembered devices, the newest first.
pub(crate) async fn trusted_devices(world: &World, bearer: &Bearer) -> Result<Vec<TrustedDevice>, ServiceError> {
    let mut db = world.store.acquire().await?;
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
