//! Forgets rows older than the organisation keeps them. The chain then begins at an anchor: the place and the hash of
//! the last row that went. What went is written down, so that `log verify` can tell it: a clock that was wrong removes no
//! row in silence.

use proofup_store::sign_in_chain::Chain;
use proofup_store::sign_in_removals::{self, Removal};
use proofup_store::{Connection, account_changes, sign_in_chain, sign_ins};

use super::fingerprint::{ends, removal_hash};
use super::sealing::seal_all;
use crate::ServiceError;
use crate::context::Context;
use crate::settings::Settings;

const DAY_MS: i64 = 86_400_000;
/// Rows that go in one transaction: a few milliseconds of it.
const BATCH: i64 = 500;

/// Removes sealed rows older than `logRetentionDays` and returns how many.
pub(crate) async fn forget_old_rows(context: &Context) -> Result<u64, ServiceError> {
    let days = Settings::load(&mut context.store.read().await?).await?.log.retention_days;
    if days == 0 {
        return Ok(0);
    }
    seal_all(context).await?;
    let time = context.now() - i64::from(days) * DAY_MS;
    // People see both in one list, which ends where the log does.
    let mut transaction = context.store.begin().await?;
    account_changes::forget_before(&mut transaction, time).await?;
    transaction.commit().await?;
    let mut forgotten = 0;
    loop {
        let mut transaction = context.store.begin().await?;
        let mut chain = sign_in_chain::lock(&mut transaction).await?;
        let at_most = chain.head_number.min(chain.anchor_number + BATCH);
        let Some((number, hash)) = sign_ins::last_before(&mut transaction, time, at_most).await? else {
            return Ok(forgotten);
        };
        if ends(&context.keys, &chain)? != chain.mac {
            return Err(ServiceError::LogTampered);
        }
        note_removal(context, &mut transaction, &mut chain, number, time).await?;
        chain.anchor_number = number;
        chain.anchor_hash = hash;
        chain.mac = ends(&context.keys, &chain)?;
        forgotten += sign_ins::delete_up_to(&mut transaction, number).await?;
        sign_in_chain::set(&mut transaction, &chain).await?;
        transaction.commit().await?;
    }
}

/// Writes down that the rows up to this one go. Those of one day and one node are one removal.
async fn note_removal(
    context: &Context,
    db: &mut Connection,
    chain: &mut Chain,
    last_row: i64,
    older_than: i64,
) -> Result<(), ServiceError> {
    let now = context.now();
    let last = sign_in_removals::find(&mut *db, chain.removals).await?;
    let same = last.filter(|last| last.removed_at / DAY_MS == now / DAY_MS && last.removed_by == context.server_name);
    let removal = match same {
        Some(last) => Removal { removed_at: now, last_row, older_than, ..last },
        None => Removal {
            number: chain.removals + 1,
            removed_at: now,
            first_row: chain.anchor_number + 1,
            last_row,
            older_than,
            removed_by: context.server_name.clone(),
            before_hash: chain.removals_hash.clone(),
        },
    };
    sign_in_removals::set(db, &removal).await?;
    chain.removals = removal.number;
    chain.removals_hash = removal_hash(&removal);
    Ok(())
}
