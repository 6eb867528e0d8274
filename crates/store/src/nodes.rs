//! Table `nodes`: the processes that serve this database, each with the time of its last sign of life.

use sqlx::FromRow;

use super::Connection;
use crate::StoreError;

/// A node.
#[derive(Debug, Clone, PartialEq, Eq, FromRow)]
pub struct Node {
    pub name: String,
    pub address: String,
    pub version: String,
    pub seen_at: i64,
    pub certificate_until: Option<i64>,
}

/// A node is there.
pub async fn note(db: &mut Connection, node: &Node) -> Result<(), StoreError> {
    sqlx::query(
        "INSERT INTO nodes (name, address, version, seen_at, certificate_until) VALUES ($1, $2, $3, $4, $5)
         ON CONFLICT (name, address) DO UPDATE SET version = excluded.version, seen_at = excluded.seen_at,
            certificate_until = excluded.certificate_until",
    )
    .bind(&node.name)
    .bind(&node.address)
    .bind(&node.version)
    .bind(node.seen_at)
    .bind(node.certificate_until)
    .execute(db)
    .await?;
    Ok(())
}

/// All of them, by name.
pub async fn all(db: &mut Connection) -> Result<Vec<Node>, StoreError> {
    let all = "SELECT name, address, version, seen_at, certificate_until FROM nodes ORDER BY name, address";
    Ok(sqlx::query_as(all).fetch_all(db).await?)
}

/// A node ends as it was asked to.
pub async fn forget(db: &mut Connection, name: &str, address: &str) -> Result<(), StoreError> {
    sqlx::query("DELETE FROM nodes WHERE name = $1 AND address = $2").bind(name).bind(address).execute(db).await?;
    Ok(())
}

/// Forgets those that gave no sign of life since a time.
pub async fn forget_before(db: &mut Connection, time: i64) -> Result<(), StoreError> {
    sqlx::query("DELETE FROM nodes WHERE seen_at < $1").bind(time).execute(db).await?;
    Ok(())
}
