//! Table `machine_tokens`: bearer tokens of programs.

use proofup_api::MachineScope;
use sqlx::{AssertSqlSafe, FromRow};

use super::Connection;
use crate::StoreError;

/// A token, without its secret.
#[derive(Debug, Clone)]
pub struct MachineToken {
    pub id: String,
    pub display_name: String,
    pub scopes: Vec<MachineScope>,
    pub created_by: String,
    /// The administrator who made it; none for the command line.
    pub maker_id: Option<String>,
    pub created_at: i64,
    pub expires_at: i64,
    pub last_used_at: Option<i64>,
    pub last_used_from: Option<String>,
    /// It has not expired, and its maker is still an administrator.
    pub usable: bool,
}

#[derive(FromRow)]
struct Row {
    id: String,
    display_name: String,
    scopes: String,
    created_by: String,
    maker_id: Option<String>,
    created_at: i64,
    expires_at: i64,
    last_used_at: Option<i64>,
    last_used_from: Option<String>,
    usable: i64,
}

impl TryFrom<Row> for MachineToken {
    type Error = StoreError;

    fn try_from(row: Row) -> Result<Self, StoreError> {
        let unknown =
            |word: &str| StoreError::UnexpectedValue { column: "machine_tokens.scopes", found: word.to_owned() };
        let scopes = row.scopes.split_whitespace().map(|word| word.parse().map_err(|()| unknown(word)));
        Ok(Self {
            scopes: scopes.collect::<Result<_, _>>()?,
            id: row.id,
            display_name: row.display_name,
            created_by: row.created_by,
            maker_id: row.maker_id,
            created_at: row.created_at,
            expires_at: row.expires_at,
            last_used_at: row.last_used_at,
            last_used_from: row.last_used_from,
            usable: row.usable != 0,
        })
    }
}

/// `$1` is now.
const SELECT: &str =
    "SELECT t.id AS id, t.display_name AS display_name, t.scopes AS scopes, t.created_by AS created_by,
        t.maker_id AS maker_id, t.created_at AS created_at, t.expires_at AS expires_at, t.last_used_at AS last_used_at,
        t.last_used_from AS last_used_from,
        CASE WHEN t.expires_at > $1 AND (t.maker_id IS NULL
            OR (u.administrator = 1 AND u.mfa_state = 'enforced' AND u.blocked_until <= $1)) THEN 1 ELSE 0 END AS usable
    FROM machine_tokens t LEFT JOIN users u ON u.id = t.maker_id";

/// The keyed hash of a secret, and the key that made it.
#[derive(Debug, Clone, Copy)]
pub struct NewSecret<'a> {
    pub mac: &'a str,
    pub key_number: i64,
}

/// Adds one; false if there is one of this name.
pub async fn insert(
    db: &mut Connection,
    token: &MachineToken,
    name_key: &str,
    secret: NewSecret<'_>,
) -> Result<bool, StoreError> {
    let scopes: Vec<_> = token.scopes.iter().map(|scope| scope.as_str()).collect();
    let done = sqlx::query(
        "INSERT INTO machine_tokens (id, display_name, name_key, mac, key_number, scopes, created_by, maker_id,
            created_at, expires_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) ON CONFLICT (name_key) DO NOTHING",
    )
    .bind(&token.id)
    .bind(&token.display_name)
    .bind(name_key)
    .bind(secret.mac)
    .bind(secret.key_number)
    .bind(scopes.join(" "))
    .bind(&token.created_by)
    .bind(token.maker_id.as_deref())
    .bind(token.created_at)
    .bind(token.expires_at)
    .execute(db)
    .await?;
    Ok(done.rows_affected() == 1)
}

/// The token with this keyed hash.
pub async fn by_mac(db: &mut Connection, mac: &str, now: i64) -> Result<Option<MachineToken>, StoreError> {
    sqlx::query_as::<_, Row>(AssertSqlSafe(format!("{SELECT} WHERE t.mac = $2")))
        .bind(now)
        .bind(mac)
        .fetch_optional(db)
        .await?
        .map(MachineToken::try_from)
        .transpose()
}

/// All of them, by name.
pub async fn all(db: &mut Connection, now: i64) -> Result<Vec<MachineToken>, StoreError> {
    sqlx::query_as::<_, Row>(AssertSqlSafe(format!("{SELECT} ORDER BY t.name_key")))
        .bind(now)
        .fetch_all(db)
        .await?
        .into_iter()
        .map(MachineToken::try_from)
        .collect()
}

/// Notes a use, unless one from the same place was noted after `not_since`.
pub async fn note_use(db: &mut Connection, id: &str, from: &str, now: i64, not_since: i64) -> Result<(), StoreError> {
    sqlx::query(
        "UPDATE machine_tokens SET last_used_at = $1, last_used_from = $2
         WHERE id = $3 AND (last_used_at IS NULL OR last_used_at <= $4 OR last_used_from IS NULL OR last_used_from <> $2)",
    )
    .bind(now)
    .bind(from)
    .bind(id)
    .bind(not_since)
    .execute(db)
    .await?;
    Ok(())
}

/// Deletes one; gives its name, or none if it was not there.
pub async fn delete(db: &mut Connection, id: &str) -> Result<Option<String>, StoreError> {
    let row: Option<(String,)> = sqlx::query_as("DELETE FROM machine_tokens WHERE id = $1 RETURNING display_name")
        .bind(id)
        .fetch_optional(db)
        .await?;
    Ok(row.map(|(name,)| name))
}

/// Deletes all of them.
pub async fn delete_all(db: &mut Connection) -> Result<(), StoreError> {
    sqlx::query("DELETE FROM machine_tokens").execute(db).await?;
    Ok(())
}
