//! Table `users`: who there is, and where they stand.

use proofup_api::{MethodType, MfaState, Role};
use sqlx::{AssertSqlSafe, FromRow};

use super::Connection;
use super::columns::{from_text, placeholders, to_text};
use crate::StoreError;

/// A person.
#[derive(Debug, Clone)]
pub struct User {
    pub id: String,
    pub upn: String,
    pub display_name: String,
    pub administrator: bool,
    pub help_desk: bool,
    pub auditor: bool,
    /// Unix milliseconds; 0 if nobody ever blocked them.
    pub blocked_until: i64,
    pub mfa_state: MfaState,
    pub reregistration_required: bool,
    pub preferred_method: Option<MethodType>,
    /// The directory that they come from: their password is checked there.
    pub source: Option<String>,
    /// Increases with every change of their security info. While it is the same, earlier reads are current.
    pub changes: i64,
    pub created_at: i64,
}

/// A row of the table, unparsed.
#[derive(FromRow)]
pub(super) struct Row {
    id: String,
    upn: String,
    display_name: String,
    administrator: i64,
    help_desk: i64,
    auditor: i64,
    blocked_until: i64,
    mfa_state: String,
    reregistration_required: i64,
    preferred_method: Option<String>,
    source: Option<String>,
    changes: i64,
    created_at: i64,
}

/// The columns of a [`Row`], of the table `u`.
macro_rules! user_columns {
    () => {
        "u.id, u.upn, u.display_name, u.administrator, u.help_desk, u.auditor, u.blocked_until, u.mfa_state,
            u.reregistration_required, u.preferred_method, u.source, u.changes, u.created_at"
    };
}
pub(super) use user_columns;

impl TryFrom<Row> for User {
    type Error = StoreError;

    fn try_from(row: Row) -> Result<Self, StoreError> {
        Ok(Self {
            id: row.id,
            upn: row.upn,
            display_name: row.display_name,
            administrator: row.administrator != 0,
            help_desk: row.help_desk != 0,
            auditor: row.auditor != 0,
            blocked_until: row.blocked_until,
            mfa_state: from_text("users.mfa_state", row.mfa_state)?,
            reregistration_required: row.reregistration_required != 0,
            preferred_method: row.preferred_method.map(|word| from_text("users.preferred_method", word)).transpose()?,
            source: row.source,
            changes: row.changes,
            created_at: row.created_at,
        })
    }
}

impl User {
    /// What they may do beyond looking after themselves, the widest role first.
    pub fn roles(&self) -> Vec<Role> {
        roles(self.administrator, self.help_desk, self.auditor)
    }

    /// What the list is ordered and searched by.
    pub(super) fn listed_as(&self) -> String {
        format!("{} {}", self.display_name.to_lowercase(), self.upn)
    }

    /// Whether every attempt of theirs is denied now.
    pub fn is_blocked(&self, now: i64) -> bool {
        self.blocked_until > now
    }
}

/// The roles of three columns.
pub fn roles(administrator: bool, help_desk: bool, auditor: bool) -> Vec<Role> {
    let all = [(administrator, Role::Administrator), (help_desk, Role::HelpDesk), (auditor, Role::Auditor)];
    all.into_iter().filter_map(|(has, role)| has.then_some(role)).collect()
}

/// What moves when a person's event streams have something to tell.
#[derive(Debug, Clone, PartialEq, Eq, FromRow)]
pub struct EventState {
    pub changes: i64,
    pub last_sign_in: Option<String>,
    pub last_approval: Option<i64>,
    pub session_ended_at: Option<i64>,
}

/// Adds a person; false if the name is taken.
pub async fn insert(db: &mut Connection, user: &User, password_hash: Option<&str>) -> Result<bool, StoreError> {
    let done = sqlx::query(
        "INSERT INTO users (id, upn, display_name, password_hash, administrator, blocked_until, mfa_state,
            reregistration_required, preferred_method, changes, created_at, mfa_state_at, help_desk, auditor, listed_as)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, 0, $10, $10, $11, $12, $13) ON CONFLICT (upn) DO NOTHING",
    )
    .bind(&user.id)
    .bind(&user.upn)
    .bind(&user.display_name)
    .bind(password_hash)
    .bind(i64::from(user.administrator))
    .bind(user.blocked_until)
    .bind(to_text(&user.mfa_state)?)
    .bind(i64::from(user.reregistration_required))
    .bind(user.preferred_method.as_ref().map(to_text).transpose()?)
    .bind(user.created_at)
    .bind(i64::from(user.help_desk))
    .bind(i64::from(user.auditor))
    .bind(user.listed_as())
    .execute(db)
    .await?;
    Ok(done.rows_affected() == 1)
}

/// The person of a lower-case user principal name.
pub async fn by_upn(db: &mut Connection, upn: &str) -> Result<Option<User>, StoreError> {
    sqlx::query_as::<_, Row>(concat!("SELECT ", user_columns!(), " FROM users u WHERE u.upn = $1"))
        .bind(upn)
        .fetch_optional(db)
        .await?
        .map(User::try_from)
        .transpose()
}

/// The people of these lower-case user principal names.
pub async fn by_upns(db: &mut Connection, upns: &[String]) -> Result<Vec<User>, StoreError> {
    let places = placeholders(upns.len());
    let sql = format!("SELECT {} FROM users u WHERE u.upn IN ({places})", user_columns!());
    let mut query = sqlx::query_as::<_, Row>(AssertSqlSafe(sql));
    for upn in upns {
        query = query.bind(upn);
    }
    query.fetch_all(db).await?.into_iter().map(User::try_from).collect()
}

/// The user names that hold more than ASCII. An index has them alone.
pub async fn names_beyond_ascii(db: &mut Connection) -> Result<Vec<String>, StoreError> {
    let names: Vec<(String,)> =
        sqlx::query_as("SELECT upn FROM users WHERE octet_length(upn) <> length(upn)").fetch_all(db).await?;
    Ok(names.into_iter().map(|(name,)| name).collect())
}

/// The person of an id.
pub async fn by_id(db: &mut Connection, id: &str) -> Result<Option<User>, StoreError> {
    sqlx::query_as::<_, Row>(concat!("SELECT ", user_columns!(), " FROM users u WHERE u.id = $1"))
        .bind(id)
        .fetch_optional(db)
        .await?
        .map(User::try_from)
        .transpose()
}

/// Everybody, by name.
pub async fn all(db: &mut Connection) -> Result<Vec<User>, StoreError> {
    sqlx::query_as::<_, Row>(concat!("SELECT ", user_columns!(), " FROM users u ORDER BY u.upn"))
        .fetch_all(db)
        .await?
        .into_iter()
        .map(User::try_from)
        .collect()
}

/// Begins what the password of a person from a directory is checked against: behind it comes their id there.
pub const IN_DIRECTORY: &str = "directory:";

/// What a password is checked against, of the table `u`: the stored hash, or [`IN_DIRECTORY`] and an id.
macro_rules! password_check_column {
    () => {
        "CASE WHEN u.source_id IS NULL THEN u.password_hash ELSE 'directory:' || u.source_id END"
    };
}
pub(super) use password_check_column;

/// What a person's password is checked against.
pub async fn password_check(db: &mut Connection, id: &str) -> Result<Option<String>, StoreError> {
    let sql = concat!("SELECT ", password_check_column!(), " FROM users u WHERE u.id = $1");
    let row: Option<(Option<String>,)> = sqlx::query_as(sql).bind(id).fetch_optional(db).await?;
    Ok(row.and_then(|(check,)| check))
}

/// How many passwords are checked against what begins in the same way. The beginning of a hash holds its cost.
pub async fn password_costs(db: &mut Connection) -> Result<Vec<(String, i64)>, StoreError> {
    Ok(sqlx::query_as(
        "SELECT CASE WHEN source_id IS NULL THEN substr(password_hash, 1, 31) ELSE 'directory:' END AS beginning, count(*)
         FROM users WHERE password_hash IS NOT NULL OR source_id IS NOT NULL GROUP BY 1",
    )
    .fetch_all(db)
    .await?)
}

/// Stores another hash in the place of the one that was checked: the same password at another cost, or a new password.
/// False if the password was changed meanwhile.
pub async fn replace_password_hash(db: &mut Connection, id: &str, old: &str, new: &str) -> Result<bool, StoreError> {
    let done = sqlx::query("UPDATE users SET password_hash = $1 WHERE id = $2 AND password_hash = $3")
        .bind(new)
        .bind(id)
        .bind(old)
        .execute(db)
        .await?;
    Ok(done.rows_affected() == 1)
}

/// Stores another password.
pub async fn set_password_hash(db: &mut Connection, id: &str, hash: &str) -> Result<(), StoreError> {
    sqlx::query("UPDATE users SET password_hash = $1 WHERE id = $2").bind(hash).bind(id).execute(db).await?;
    Ok(())
}

/// Locks the person's row until the transaction ends, and gives it as it is now. Their event streams sleep on.
pub async fn hold(db: &mut Connection, id: &str) -> Result<Option<User>, StoreError> {
    sqlx::query_as::<_, Row>(
        "UPDATE users SET changes = changes WHERE id = $1 RETURNING id, upn, display_name, administrator, help_desk,
            auditor, blocked_until, mfa_state, reregistration_required, preferred_method, source, changes, created_at",
    )
    .bind(id)
    .fetch_optional(db)
    .await?
    .map(User::try_from)
    .transpose()
}

/// The same, and wakes their event streams.
pub async fn hold_changed(db: &mut Connection, id: &str) -> Result<Option<User>, StoreError> {
    sqlx::query_as::<_, Row>(
        "UPDATE users SET changes = changes + 1 WHERE id = $1 RETURNING id, upn, display_name, administrator, help_desk,
            auditor, blocked_until, mfa_state, reregistration_required, preferred_method, source, changes, created_at",
    )
    .bind(id)
    .fetch_optional(db)
    .await?
    .map(User::try_from)
    .transpose()
}

/// Serialises changes to administrators until the transaction ends, by a lock on the first of them in the table.
pub async fn hold_administration(db: &mut Connection) -> Result<(), StoreError> {
    sqlx::query("UPDATE users SET changes = changes WHERE id = (SELECT min(id) FROM users WHERE administrator = 1)")
        .execute(db)
        .await?;
    Ok(())
}

/// How many other people administer, or will once they register.
pub async fn other_administrators(db: &mut Connection, id: &str, now: i64) -> Result<i64, StoreError> {
    let (number,): (i64,) = sqlx::query_as(
        "SELECT count(*) FROM users
         WHERE administrator = 1 AND id <> $1 AND blocked_until <= $2 AND mfa_state <> 'disabled'",
    )
    .bind(id)
    .bind(now)
    .fetch_one(db)
    .await?;
    Ok(number)
}

/// Locks the person's row until the transaction ends, and wakes their event streams.
pub async fn note_change(db: &mut Connection, id: &str) -> Result<(), StoreError> {
    sqlx::query("UPDATE users SET changes = changes + 1 WHERE id = $1").bind(id).execute(db).await?;
    Ok(())
}

/// Chooses the preferred option.
pub async fn set_preferred_method(db: &mut Connection, id: &str, method: Option<MethodType>) -> Result<(), StoreError> {
    sqlx::query("UPDATE users SET preferred_method = $1 WHERE id = $2")
        .bind(method.as_ref().map(to_text).transpose()?)
        .bind(id)
        .execute(db)
        .await?;
    Ok(())
}

/// Moves a person on: state, and whether they must register again. Since when is kept where the state becomes another one.
pub async fn set_mfa_state(
    db: &mut Connection,
    id: &str,
    state: MfaState,
    reregistration_required: bool,
    now: i64,
) -> Result<(), StoreError> {
    sqlx::query(
        "UPDATE users SET mfa_state_at = CASE WHEN mfa_state = $1 THEN mfa_state_at ELSE $4 END, mfa_state = $1,
            reregistration_required = $2 WHERE id = $3",
    )
    .bind(to_text(&state)?)
    .bind(i64::from(reregistration_required))
    .bind(id)
    .bind(now)
    .execute(db)
    .await?;
    Ok(())
}

/// Gives a person these roles, and no other.
pub async fn set_roles(db: &mut Connection, id: &str, roles: &[Role]) -> Result<(), StoreError> {
    let has = |role| i64::from(roles.contains(&role));
    sqlx::query("UPDATE users SET administrator = $1, help_desk = $2, auditor = $3 WHERE id = $4")
        .bind(has(Role::Administrator))
        .bind(has(Role::HelpDesk))
        .bind(has(Role::Auditor))
        .bind(id)
        .execute(db)
        .await?;
    Ok(())
}

/// Blocks a person until a time, or not at all with 0.
pub async fn set_blocked_until(db: &mut Connection, id: &str, until: i64) -> Result<(), StoreError> {
    sqlx::query("UPDATE users SET blocked_until = $1 WHERE id = $2").bind(until).bind(id).execute(db).await?;
    Ok(())
}

/// The state that the event streams of these sessions compare with the last one. A session whose person is gone has none.
pub async fn event_states(
    db: &mut Connection,
    session_ids: &[String],
) -> Result<Vec<(String, EventState)>, StoreError> {
    #[derive(FromRow)]
    struct Row {
        session_id: String,
        #[sqlx(flatten)]
        state: EventState,
    }
    let places = placeholders(session_ids.len());
    let query = format!(
        "SELECT e.id AS session_id, u.changes AS changes, e.ended_at AS session_ended_at,
            (SELECT max(s.id) FROM sign_ins s WHERE s.user_id = u.id) AS last_sign_in,
            (SELECT max(p.created_at) FROM approvals p WHERE p.user_id = u.id) AS last_approval
         FROM sessions e JOIN users u ON u.id = e.user_id WHERE e.id IN ({places})"
    );
    let mut query = sqlx::query_as(AssertSqlSafe(query));
    for id in session_ids {
        query = query.bind(id);
    }
    let rows: Vec<Row> = query.fetch_all(db).await?;
    Ok(rows.into_iter().map(|row| (row.session_id, row.state)).collect())
}
