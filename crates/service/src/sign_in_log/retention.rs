//! Forgets rows older than the organisation keeps them. The chain then begins at an anchor: the place and the hash of
//! the last row that went.

use super::fingerprint::ends;
use super::sealing::seal_all;
use crate::ServiceError;
use crate::settings::Settings;
use crate::store::{sign_in_chain, sign_ins};
use crate::world::World;

const DAY_MS: i64 = 86_400_000;
/// Rows that go in one transaction: a few milliseconds of it.
const BATCH: i64 = 500;

/// Removes what is older than `logRetentionDays`; gives how many rows. Only sealed rows go.
pub(crate) async fn forget_old_rows(world: &World) -> Result<u64, ServiceError> {
    let days = Settings::load(&mut world.store.read().await?).await?.log.retention_days;
    if days == 0 {
        return Ok(0);
    }
    seal_all(world).await?;
    let time = world.now() - i64::from(days) * DAY_MS;
    let mut forgotten = 0;
    loop {
        let mut transaction = world.store.begin().await?;
        let mut chain = sign_in_chain::lock(&mut transaction).await?;
        let at_most = chain.head_number.min(chain.anchor_number + BATCH);
        let Some((number, hash)) = sign_ins::last_before(&mut transaction, time, at_most).await? else {
            return Ok(forgotten);
        };
        if ends(&world.keys, &chain)? != chain.mac {
            return Err(ServiceError::LogTampered);
        }
        chain.anchor_number = number;
        chain.anchor_hash = hash;
        chain.mac = ends(&world.keys, &chain)?;
        forgotten += sign_ins::delete_up_to(&mut transaction, number).await?;
        sign_in_chain::set(&mut transaction, &chain).await?;
        transaction.commit().await?;
    }
}
