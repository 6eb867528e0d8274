//! The log as people and administrators read it: the newest first, page by page.

use proofup_api::{AuthenticationMode, DenialReason, SignInKind, SignInResult};
use sqlx::{AnyConnection, AssertSqlSafe};

use super::{SELECT, StoredSignIn};
use crate::ServiceError;
use crate::store::columns::from_text;

/// Behind every id in the order of ids.
const BEYOND: &str = "~";

/// A row with its words understood.
#[derive(Debug, Clone)]
pub(crate) struct SignInRow {
    pub(crate) stored: StoredSignIn,
    pub(crate) mode: AuthenticationMode,
    pub(crate) result: SignInResult,
    pub(crate) denial_reason: Option<DenialReason>,
}

impl TryFrom<StoredSignIn> for SignInRow {
    type Error = ServiceError;

    fn try_from(stored: StoredSignIn) -> Result<Self, ServiceError> {
        let reason = stored.denial_reason.clone();
        Ok(Self {
            mode: from_text("sign_ins.authentication_mode", stored.authentication_mode.clone())?,
            result: from_text("sign_ins.result", stored.result.clone())?,
            denial_reason: reason.map(|word| from_text("sign_ins.denial_reason", word)).transpose()?,
            stored,
        })
    }
}

/// The condition of a kind of rows; the kind is parameter `$number`.
fn kind_is(number: usize) -> String {
    format!(
        "(${number} = 'all' OR (${number} = 'denied' AND result = 'denied')
            OR (${number} = 'signIns' AND result <> 'denied') OR (${number} = 'oldApps' AND protocol <> 'web'))"
    )
}

/// A page of a person's own rows: those behind the row with the id `after`.
pub(crate) async fn page_of_user(
    db: &mut AnyConnection,
    user_id: &str,
    kind: SignInKind,
    after: Option<&str>,
    limit: i64,
) -> Result<Vec<SignInRow>, ServiceError> {
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
