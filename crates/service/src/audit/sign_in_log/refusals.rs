//! Writes the refusals that were counted in this process.

use proofup_store::sign_ins::StoredSignIn;

use super::append;
use crate::ServiceError;
use crate::context::Context;

/// Adds the counts to their rows.
pub(crate) async fn write_refusals(context: &Context) -> Result<(), ServiceError> {
    let mut rows = context.refusals.take(context);
    if rows.is_empty() {
        return Ok(());
    }
    // In the order in which all transactions lock rows of the log.
    rows.sort_unstable_by(|one, other| one.repeat_key.cmp(&other.repeat_key));
    let written = write(context, &rows).await;
    if written.is_err() {
        context.refusals.give_back(rows);
    }
    written
}

async fn write(context: &Context, rows: &[StoredSignIn]) -> Result<(), ServiceError> {
    let mut transaction = context.store.begin().await?;
    for row in rows {
        append(context, &mut transaction, row.clone()).await?;
    }
    Ok(transaction.commit().await?)
}
