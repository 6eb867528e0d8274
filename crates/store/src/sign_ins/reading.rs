//! The log as people and administrators read it: the newest first, page by page.

use proofup_api::{AuthenticationMode, DenialReason, SignInKind, SignInResult};
use sqlx::AssertSqlSafe;

use super::{OWN_APPLICATION, SELECT, StoredSignIn};
use crate::Connection;
use crate::StoreError;
use crate::columns::{BEYOND, from_text};

/// A row with its words understood.
#[derive(Debug, Clone)]
pub struct SignInRow {
    pub stored: StoredSignIn,
    pub mode: AuthenticationMode,
    pub result: SignInResult,
    pub denial_reason: Option<DenialReason>,
}

impl TryFrom<StoredSignIn> for SignInRow {
    type Error = StoreError;

    fn try_from(stored: StoredSignIn) -> Result<Self, StoreError> {
        let reason = stored.denial_reason.clone();
        Ok(Self {
            mode: from_text("sign_ins.authentication_mode", stored.authentication_mode.clone())?,
            result: from_text("sign_ins.result", stored.result.clone())?,
            denial_reason: reason.map(|word| from_text("sign_ins.denial_reason", word)).transpose()?,
            stored,
        })
    }
}

/// Which rows an administrator asks for.
#[derive(Debug, Clone, Default)]
pub struct Filter {
    /// The user principal name, in lower case.
    pub user_name: Option<String>,
    pub kind: Option<SignInKind>,
    pub result: Option<SignInResult>,
    pub denial_reason: Option<DenialReason>,
    /// Not before this time.
    pub from: Option<i64>,
    /// Before this time.
    pub until: Option<i64>,
}

/// The condition of a kind of rows; the kind is parameter `$number`.
fn kind_is(number: usize) -> String {
    format!(
        "(${number} = 'all' OR (${number} = 'denied' AND result = 'denied')
            OR (${number} = 'signIns' AND result <> 'denied')
            OR (${number} = 'oldApps' AND application <> '{OWN_APPLICATION}'))"
    )
}

/// A page of a person's own rows: those behind the row with the id `after`.
pub async fn page_of_user(
    db: &mut Connection,
    user_id: &str,
    kind: SignInKind,
    after: Option<&str>,
    limit: i64,
) -> Result<Vec<SignInRow>, StoreError> {
    let kind_is = kind_is(3);
    let sql = format!("{SELECT} WHERE user_id = $1 AND id < $2 AND {kind_is} ORDER BY id DESC LIMIT $4");
    let rows: Vec<StoredSignIn> = sqlx::query_as(AssertSqlSafe(sql))
        .bind(user_id)
        .bind(after.unwrap_or(BEYOND))
        .bind(kind.as_str())
        .bind(limit)
        .fetch_all(db)
        .await?;
    rows.into_iter().map(SignInRow::try_from).collect()
}

/// A page of everybody's rows.
pub async fn page(
    db: &mut Connection,
    filter: &Filter,
    after: Option<&str>,
    limit: i64,
) -> Result<Vec<SignInRow>, StoreError> {
    let kind_is = kind_is(5);
    let sql = format!(
        "{SELECT} WHERE id < $1 AND created_at >= $2 AND created_at < $3 AND ($4 = '' OR user_name = $4) AND {kind_is}
            AND ($6 = '' OR result = $6) AND ($7 = '' OR denial_reason = $7) ORDER BY id DESC LIMIT $8"
    );
    let rows: Vec<StoredSignIn> = sqlx::query_as(AssertSqlSafe(sql))
        .bind(after.unwrap_or(BEYOND))
        .bind(filter.from.unwrap_or(i64::MIN))
        .bind(filter.until.unwrap_or(i64::MAX))
        .bind(filter.user_name.as_deref().unwrap_or_default())
        .bind(filter.kind.unwrap_or(SignInKind::All).as_str())
        .bind(filter.result.map_or("", SignInResult::as_str))
        .bind(filter.denial_reason.map_or("", DenialReason::as_str))
        .bind(limit)
        .fetch_all(db)
        .await?;
    rows.into_iter().map(SignInRow::try_from).collect()
}

/// How many people passed a second step since a time.
pub async fn verified_since(db: &mut Connection, time: i64) -> Result<i64, StoreError> {
    let (count,): (i64,) = sqlx::query_as(
        "SELECT count(DISTINCT user_id) FROM sign_ins WHERE created_at >= $1 AND result = $2 AND user_id IS NOT NULL",
    )
    .bind(time)
    .bind(SignInResult::Completed.as_str())
    .fetch_one(db)
    .await?;
    Ok(count)
}

/// The addresses that a person's last sign-ins to Proofup came from, each once.
pub async fn recent_addresses(db: &mut Connection, user_id: &str, limit: i64) -> Result<Vec<String>, StoreError> {
    let addresses: Vec<(String,)> = sqlx::query_as(
        "SELECT DISTINCT client_address FROM (
            SELECT client_address FROM sign_ins WHERE user_id = $1 AND application = $2 AND result <> $3
                AND client_address IS NOT NULL ORDER BY id DESC LIMIT $4) AS recent",
    )
    .bind(user_id)
    .bind(OWN_APPLICATION)
    .bind(SignInResult::Denied.as_str())
    .bind(limit)
    .fetch_all(db)
    .await?;
    Ok(addresses.into_iter().map(|(address,)| address).collect())
}
