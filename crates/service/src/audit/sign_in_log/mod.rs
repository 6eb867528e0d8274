//! The sign-in log: rows are signed as they are written, sealed into a chain a moment later, checked by `log verify`, and
//! cut by retention. What the chain proves and what it does not is in docs/adr/0004.

mod checking;
mod fingerprint;
mod refusals;
mod retention;
mod sealing;

pub(crate) use checking::{Expected, Fault, Place, verify, verify_part};
pub(crate) use refusals::write_refusals;
pub(crate) use retention::forget_old_rows;
pub(crate) use sealing::{keep_sealing, seal_all};

use proofup_store::Connection;
use proofup_store::sign_in_chain::Chain;
use proofup_store::sign_ins::{self, StoredSignIn};

use crate::ServiceError;
use crate::context::Context;
use crate::runtime::keys::ServerKeys;

/// Signs a row that depends on nothing else and adds it. It is durable when this returns.
pub(crate) async fn append_alone(context: &Context, mut row: StoredSignIn) -> Result<(), ServiceError> {
    row.mac = Some(fingerprint::signature(&context.keys, &row)?);
    context.store.log(row).await?;
    context.logged.notify_one();
    Ok(())
}

/// Signs a row and adds it. It is durable with its transaction.
pub(crate) async fn append(context: &Context, db: &mut Connection, mut row: StoredSignIn) -> Result<(), ServiceError> {
    row.mac = Some(fingerprint::signature(&context.keys, &row)?);
    sign_ins::append(db, &row).await?;
    context.logged.notify_one();
    Ok(())
}

/// Whether the chain's ends were written under these keys. An empty chain was written under none.
pub(crate) fn was_sealed_with(keys: &ServerKeys, chain: &Chain) -> Result<bool, ServiceError> {
    Ok(*chain == Chain::default() || fingerprint::ends(keys, chain)? == chain.mac)
}
