//! Table `sign_in_chain`: the two ends of the sealed sign-in log. One row.

use sqlx::FromRow;

use super::Connection;
use crate::StoreError;

/// Where the chain begins and ends.
#[derive(Debug, Clone, Default, PartialEq, Eq, FromRow)]
pub struct Chain {
    /// The last row that retention removed; 0 if none.
    pub anchor_number: i64,
    pub anchor_hash: String,
    /// The last row that was sealed; 0 if none.
    pub head_number: i64,
    pub head_hash: String,
    /// How many of the first rows bear no signature, because they are older than signatures.
    pub unsigned_rows: i64,
    /// How many removals are written down, and the hash of the last of them.
    pub removals: i64,
    pub removals_hash: String,
    /// Keyed hash over all of this; empty before the first row is sealed.
    pub mac: String,
}

/// Locks the chain until the transaction ends, and reads it. Begin the transaction with this.
pub async fn lock(db: &mut Connection) -> Result<Chain, StoreError> {
    sqlx::query(
        "INSERT INTO sign_in_chain
            (id, anchor_number, anchor_hash, head_number, head_hash, unsigned_rows, mac, turns)
         VALUES (1, 0, '', 0, '', 0, '', 1)
         ON CONFLICT (id) DO UPDATE SET turns = sign_in_chain.turns + 1",
    )
    .execute(&mut *db)
    .await?;
    Ok(find(db).await?.unwrap_or_default())
}

/// The chain as it is now, if anything was ever sealed.
pub async fn find(db: &mut Connection) -> Result<Option<Chain>, StoreError> {
    Ok(sqlx::query_as(
        "SELECT anchor_number, anchor_hash, head_number, head_hash, unsigned_rows, removals, removals_hash, mac
         FROM sign_in_chain WHERE id = 1",
    )
    .fetch_optional(db)
    .await?)
}

/// Moves its ends.
pub async fn set(db: &mut Connection, chain: &Chain) -> Result<(), StoreError> {
    sqlx::query(
        "UPDATE sign_in_chain SET anchor_number = $1, anchor_hash = $2, head_number = $3, head_hash = $4,
            unsigned_rows = $5, removals = $6, removals_hash = $7, mac = $8 WHERE id = 1",
    )
    .bind(chain.anchor_number)
    .bind(&chain.anchor_hash)
    .bind(chain.head_number)
    .bind(&chain.head_hash)
    .bind(chain.unsigned_rows)
    .bind(chain.removals)
    .bind(&chain.removals_hash)
    .bind(&chain.mac)
    .execute(db)
    .await?;
    Ok(())
}
