//! Seals rows into the chain, in batches, a moment after they were written.
//!
//! No sign-in waits for the chain: its row is durable in its own transaction, signed by the node that wrote it. Every
//! node has a sealer; the lock on the one row of `sign_in_chain` lets one of them work at a time.

use std::sync::{Arc, Weak};
use std::time::Duration;

use proofup_store::sign_in_chain::{self, Chain};
use proofup_store::sign_ins::{self, Seal};

use super::fingerprint::{ends, link};
use super::refusals::write_refusals;
use crate::ServiceError;
use crate::context::Context;

/// Rows that come within this time are sealed together.
const AFTER: Duration = Duration::from_secs(1);
/// The longest time between two looks: another node may have ended before it sealed its own rows.
const AT_LEAST_EVERY: Duration = Duration::from_secs(5);
/// Rows of one batch: a few milliseconds of the lock.
const BATCH: i64 = 500;

/// Seals what there is as long as the service runs: a moment after a row of its own, and now and then for the others.
pub(crate) async fn keep_sealing(context: Weak<Context>) {
    loop {
        let logged = {
            let Some(context) = context.upgrade() else { return };
            if let Err(error) = write_refusals(&context).await {
                tracing::warn!(%error, "refusals could not be added to the sign-in log; it is tried again");
            }
            if let Err(error) = seal_all(&context).await {
                tracing::warn!(%error, "the sign-in log could not be sealed; it is tried again");
            }
            Arc::clone(&context.logged)
        };
        tokio::select! {
            () = logged.notified() => tokio::time::sleep(AFTER).await,
            () = tokio::time::sleep(AT_LEAST_EVERY) => {}
        }
    }
}

/// Seals every row whose time has come; gives how many.
pub(crate) async fn seal_all(context: &Context) -> Result<u64, ServiceError> {
    let mut sealed = 0;
    // A look without the lock: most of the time there is nothing to do.
    while !sign_ins::unsealed(&mut context.store.read().await?, context.now(), 1).await?.is_empty() {
        let batch = seal_batch(context).await?;
        if batch == 0 {
            break;
        }
        sealed += batch;
    }
    Ok(sealed)
}

async fn seal_batch(context: &Context) -> Result<u64, ServiceError> {
    let mut db = context.store.read().await?;
    let before = sign_in_chain::find(&mut db).await?.unwrap_or_default();
    let mut chain = before.clone();
    if chain == Chain::default() {
        chain.unsigned_rows = sign_ins::unsigned_count(&mut db).await?;
    } else if ends(&context.keys, &chain)? != chain.mac {
        // Sealing on would make a forged end look right.
        return Err(ServiceError::LogTampered);
    }
    let rows = sign_ins::unsealed(&mut db, context.now(), BATCH).await?;
    drop(db);
    let mut seals = Vec::with_capacity(rows.len());
    for row in rows {
        chain.head_number += 1;
        chain.head_hash = link(&chain.head_hash, chain.head_number, &row);
        let (number, hash) = (chain.head_number, chain.head_hash.clone());
        seals.push(Seal { id: row.id, repeats: row.repeats, number, hash });
    }
    let mut transaction = context.store.begin().await?;
    if sign_in_chain::lock(&mut transaction).await? != before {
        // Another node sealed in the meantime; the next turn reads the remaining rows.
        return Ok(0);
    }
    let sealed = sign_ins::seal(&mut transaction, &seals).await?;
    if sealed != seals.len() as u64 {
        // A repetition was counted in one of them meanwhile: nothing is kept, the next turn reads it again.
        return Ok(0);
    }
    chain.mac = ends(&context.keys, &chain)?;
    sign_in_chain::set(&mut transaction, &chain).await?;
    transaction.commit().await?;
    Ok(sealed)
}
