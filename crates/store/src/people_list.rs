//! The list of people: a row with everything that it shows, found by what is asked for.

use proofup_api::{MethodKind, MfaState, Role, SignInResult};
use sqlx::{AssertSqlSafe, FromRow};

use super::Connection;
use super::columns::to_text;
use super::users::{Row, User, user_columns};
use crate::StoreError;

/// So many words can be searched for at once.
pub const WORDS: usize = 4;

/// Who is asked for. What is left out does not narrow.
#[derive(Debug, Clone)]
pub struct Filter {
    /// Pieces of name and user name in lower case, [`WORDS`] at most.
    pub words: Vec<String>,
    pub state: Option<MfaState>,
    /// The state is at least so old, in Unix milliseconds.
    pub state_since: Option<i64>,
    pub method: Option<MethodKind>,
    pub blocked: Option<bool>,
    pub role: Option<Role>,
    /// These people alone.
    pub ids: Option<Vec<String>>,
    pub now: i64,
}

/// A row of the list.
#[derive(Debug)]
pub struct ListedPerson {
    pub user: User,
    /// The place in the list: the page after this row begins behind it.
    pub listed_as: String,
    pub phones: i64,
    pub code_apps: i64,
    pub notifications: i64,
    pub hardware_tokens: i64,
    pub last_sign_in_at: Option<i64>,
}

#[derive(FromRow)]
struct ListedRow {
    #[sqlx(flatten)]
    user: Row,
    listed_as: String,
    phones: i64,
    code_apps: i64,
    notifications: i64,
    hardware_tokens: i64,
    last_sign_in_at: Option<i64>,
}

/// The methods of a kind that count, as `m`. There is an index with the same condition.
pub(super) fn methods_of(kind: MethodKind) -> &'static str {
    match kind {
        MethodKind::Phone => "phones m WHERE m.provisional_for IS NULL",
        MethodKind::CodeApp => "software_oaths m WHERE m.provisional_for IS NULL AND m.activated_at IS NOT NULL",
        MethodKind::Notification => "authenticators m WHERE m.provisional_for IS NULL AND m.verified_at IS NOT NULL",
        MethodKind::HardwareToken => "hardware_oaths m WHERE m.provisional_for IS NULL",
    }
}

/// Everything that a row shows. $1 is a denied sign-in.
fn select() -> String {
    let count = |kind| format!("(SELECT count(*) FROM {} AND m.user_id = u.id)", methods_of(kind));
    format!(
        "SELECT {columns}, u.listed_as AS listed_as, {phones} AS phones, {code_apps} AS code_apps,
            {notifications} AS notifications, {hardware_tokens} AS hardware_tokens,
            (SELECT s.created_at FROM sign_ins s WHERE s.user_id = u.id AND s.result <> $1
                ORDER BY s.id DESC LIMIT 1) AS last_sign_in_at
         FROM users u",
        columns = user_columns!(),
        phones = count(MethodKind::Phone),
        code_apps = count(MethodKind::CodeApp),
        notifications = count(MethodKind::Notification),
        hardware_tokens = count(MethodKind::HardwareToken),
    )
}

/// Those who fit; the values are those that [`bound`] gives, in its order. A filter that is absent adds no condition, and one
/// that is there has the condition of its index, so that the database uses it.
fn condition(filter: &Filter) -> String {
    let state = if filter.state.is_some() { "u.mfa_state = $7" } else { "$7 = ''" };
    let since = if filter.state_since.is_some() { "u.mfa_state_at <= $9" } else { "$9 > 0" };
    let ids = if filter.ids.is_some() { "$10 LIKE '%,' || u.id || ',%'" } else { "$10 = ''" };
    let of_person = |kind| format!(" AND EXISTS (SELECT 1 FROM {} AND m.user_id = u.id)", methods_of(kind));
    let method = filter.method.map_or_else(String::new, of_person);
    let role = match filter.role {
        None => "",
        Some(Role::Administrator) => " AND u.administrator = 1",
        Some(Role::HelpDesk) => " AND u.help_desk = 1",
        Some(Role::Auditor) => " AND u.auditor = 1",
    };
    let blocked = match filter.blocked {
        None => "",
        Some(true) => " AND u.blocked_until > 0 AND u.blocked_until > $8",
        Some(false) => " AND u.blocked_until <= $8",
    };
    format!(
        "$1 <> '' AND u.listed_as > $2 AND u.listed_as LIKE $3 ESCAPE '!' AND u.listed_as LIKE $4 ESCAPE '!'
            AND u.listed_as LIKE $5 ESCAPE '!' AND u.listed_as LIKE $6 ESCAPE '!'
            AND {state} AND $8 > 0 AND {since} AND {ids}{method}{role}{blocked}"
    )
}

/// A search pattern that finds the word at any place, with its special characters escaped.
fn pattern(word: Option<&String>) -> String {
    let Some(word) = word else { return "%".to_owned() };
    let plain = word.replace('!', "!!").replace('%', "!%").replace('_', "!_");
    format!("%{plain}%")
}

/// Binds what [`condition`] asks for, and a limit behind it.
macro_rules! bound {
    ($query:expr, $filter:expr, $after:expr, $limit:expr) => {{
        let filter: &Filter = $filter;
        $query
            .bind(SignInResult::Denied.as_str())
            .bind($after)
            .bind(pattern(filter.words.first()))
            .bind(pattern(filter.words.get(1)))
            .bind(pattern(filter.words.get(2)))
            .bind(pattern(filter.words.get(3)))
            .bind(filter.state.as_ref().map(to_text).transpose()?.unwrap_or_default())
            .bind(filter.now)
            .bind(filter.state_since.unwrap_or(i64::MAX))
            .bind(filter.ids.as_ref().map(|ids| format!(",{},", ids.join(","))).unwrap_or_default())
            .bind($limit)
    }};
}

/// A page, behind a place in the list.
pub async fn page(
    db: &mut Connection,
    filter: &Filter,
    after: &str,
    limit: i64,
) -> Result<Vec<ListedPerson>, StoreError> {
    let sql = format!("{} WHERE {} ORDER BY u.listed_as LIMIT $11", select(), condition(filter));
    let query = sqlx::query_as::<_, ListedRow>(AssertSqlSafe(sql));
    let rows = bound!(query, filter, after, limit).fetch_all(db).await?;
    rows.into_iter().map(ListedPerson::try_from).collect()
}

/// How many fit; counting ends at a limit.
pub async fn count(db: &mut Connection, filter: &Filter, limit: i64) -> Result<i64, StoreError> {
    let sql = format!("SELECT count(*) FROM (SELECT 1 FROM users u WHERE {} LIMIT $11) AS found", condition(filter));
    let (number,): (i64,) = bound!(sqlx::query_as(AssertSqlSafe(sql)), filter, "", limit).fetch_one(db).await?;
    Ok(number)
}

/// The row of one person.
pub async fn one(db: &mut Connection, id: &str) -> Result<Option<ListedPerson>, StoreError> {
    sqlx::query_as::<_, ListedRow>(AssertSqlSafe(format!("{} WHERE u.id = $2", select())))
        .bind(SignInResult::Denied.as_str())
        .bind(id)
        .fetch_optional(db)
        .await?
        .map(ListedPerson::try_from)
        .transpose()
}

impl TryFrom<ListedRow> for ListedPerson {
    type Error = StoreError;

    fn try_from(row: ListedRow) -> Result<Self, StoreError> {
        Ok(Self {
            user: row.user.try_into()?,
            listed_as: row.listed_as,
            phones: row.phones,
            code_apps: row.code_apps,
            notifications: row.notifications,
            hardware_tokens: row.hardware_tokens,
            last_sign_in_at: row.last_sign_in_at,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::pattern;

    #[test]
    fn signs_of_a_pattern_are_looked_for_as_they_are() {
        assert_eq!(pattern(Some(&"a_b%c!".to_owned())), "%a!_b!%c!!%");
        assert_eq!(pattern(None), "%");
    }
}
