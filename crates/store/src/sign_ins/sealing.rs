//! Statements for the chain.

use sqlx::AssertSqlSafe;

use super::{SELECT, StoredSignIn};
use crate::Connection;
use crate::StoreError;

/// A row's place in the chain.
#[derive(Debug, Clone)]
pub struct Seal {
    pub id: String,
    /// As the hash counts them: if another repetition came meanwhile, the row is not sealed now.
    pub repeats: i64,
    pub number: i64,
    pub hash: String,
}

/// Rows whose time to be sealed has come, the oldest first.
pub async fn unsealed(db: &mut Connection, now: i64, limit: i64) -> Result<Vec<StoredSignIn>, StoreError> {
    let sql = format!("{SELECT} WHERE seal_number IS NULL AND seal_after <= $1 ORDER BY seal_after, id LIMIT $2");
    Ok(sqlx::query_as(AssertSqlSafe(sql)).bind(now).bind(limit).fetch_all(db).await?)
}

/// Rows that are not sealed, by id, behind this one.
pub async fn unsealed_after(db: &mut Connection, id: &str, limit: i64) -> Result<Vec<StoredSignIn>, StoreError> {
    let sql = format!("{SELECT} WHERE seal_number IS NULL AND id > $1 ORDER BY id LIMIT $2");
    Ok(sqlx::query_as(AssertSqlSafe(sql)).bind(id).bind(limit).fetch_all(db).await?)
}

/// How many rows are not sealed.
pub async fn unsealed_count(db: &mut Connection) -> Result<i64, StoreError> {
    let (count,): (i64,) =
        sqlx::query_as("SELECT count(*) FROM sign_ins WHERE seal_number IS NULL").fetch_one(db).await?;
    Ok(count)
}

/// How many rows bear no signature.
pub async fn unsigned_count(db: &mut Connection) -> Result<i64, StoreError> {
    let (count,): (i64,) = sqlx::query_as("SELECT count(*) FROM sign_ins WHERE mac IS NULL").fetch_one(db).await?;
    Ok(count)
}

/// Seals rows in one statement; gives how many.
pub async fn seal(db: &mut Connection, seals: &[Seal]) -> Result<u64, StoreError> {
    if seals.is_empty() {
        return Ok(0);
    }
    let rows: Vec<String> = (0..seals.len())
        .map(|row| {
            let first = row * 4 + 1;
            format!("(${first}, CAST(${} AS bigint), CAST(${} AS bigint), ${})", first + 1, first + 2, first + 3)
        })
        .collect();
    let sql = format!(
        "WITH sealed (id, repeats, seal_number, seal_hash) AS (VALUES {})
         UPDATE sign_ins SET seal_number = sealed.seal_number, seal_hash = sealed.seal_hash FROM sealed
         WHERE sign_ins.id = sealed.id AND sign_ins.repeats = sealed.repeats AND sign_ins.seal_number IS NULL",
        rows.join(", ")
    );
    let mut query = sqlx::query(AssertSqlSafe(sql)).persistent(false);
    for seal in seals {
        query = query.bind(&seal.id).bind(seal.repeats).bind(seal.number).bind(&seal.hash);
    }
    Ok(query.execute(db).await?.rows_affected())
}

/// Sealed rows behind this place, in their order.
pub async fn sealed_after(db: &mut Connection, number: i64, limit: i64) -> Result<Vec<StoredSignIn>, StoreError> {
    let sql = format!("{SELECT} WHERE seal_number > $1 ORDER BY seal_number LIMIT $2");
    Ok(sqlx::query_as(AssertSqlSafe(sql)).bind(number).bind(limit).fetch_all(db).await?)
}

/// The last place that any row has; 0 if none has one.
pub async fn last_sealed_number(db: &mut Connection) -> Result<i64, StoreError> {
    let (number,): (i64,) = sqlx::query_as("SELECT coalesce(max(seal_number), 0) FROM sign_ins").fetch_one(db).await?;
    Ok(number)
}

/// The last place, and no later one than `at_most`, up to which every row is older than this time; and its hash.
pub async fn last_before(db: &mut Connection, time: i64, at_most: i64) -> Result<Option<(i64, String)>, StoreError> {
    Ok(sqlx::query_as(
        "SELECT seal_number, seal_hash FROM sign_ins
         WHERE seal_number <= $2 AND seal_number < coalesce(
            (SELECT min(seal_number) FROM sign_ins WHERE created_at >= $1 AND seal_number IS NOT NULL),
            (SELECT max(seal_number) + 1 FROM sign_ins))
         ORDER BY seal_number DESC LIMIT 1",
    )
    .bind(time)
    .bind(at_most)
    .fetch_optional(db)
    .await?)
}

/// Removes the sealed rows up to and with this place; gives how many.
pub async fn delete_up_to(db: &mut Connection, number: i64) -> Result<u64, StoreError> {
    let done = sqlx::query("DELETE FROM sign_ins WHERE seal_number <= $1").bind(number).execute(db).await?;
    Ok(done.rows_affected())
}
