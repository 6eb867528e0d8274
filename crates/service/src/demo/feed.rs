//! What a running service wrote down since a moment: its sign-in log, changes to accounts, and orders of administrators.

use std::collections::BTreeMap;

use proofup_store::account_changes::{self, AccountChangeRow};
use proofup_store::admin_actions::{self, AdminActionRow};
use proofup_store::sign_ins::{Filter, SignInRow, page};
use proofup_store::users;

use crate::{Running, ServiceError};

/// The rows that are read at most of each table.
const MOST: i64 = 60;

/// A row of one of the tables.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FeedRow {
    /// The id of the row; it sorts by time.
    pub id: String,
    /// Milliseconds since 1970.
    pub created_at: i64,
    /// What it tells.
    pub told: Told,
    /// The user name of the person whom it is about.
    pub person: Option<String>,
    /// The columns that have a value, by name.
    pub columns: Vec<(&'static str, String)>,
}

/// What a row tells, by its codes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Told {
    /// A sign-in, or what was refused.
    SignIn {
        /// The code of the result.
        result: &'static str,
        /// The code of the reason, if it was denied.
        reason: Option<&'static str>,
        /// The code of the method.
        mode: &'static str,
    },
    /// A change to an account.
    Change(&'static str),
    /// An order of an administrator.
    Action(&'static str),
}

/// Reads the rows since a moment, the oldest first.
///
/// # Errors
/// The database cannot be used.
pub async fn feed(running: &Running, since: i64) -> Result<Vec<FeedRow>, ServiceError> {
    let mut db = running.store().read().await?;
    let filter = Filter { from: Some(since), ..Filter::default() };
    let sign_ins = page(&mut db, &filter, None, MOST).await?;
    let changes = account_changes::page(&mut db, since, MOST).await?;
    let actions = admin_actions::page(&mut db, None, None, None, MOST).await?;
    let names: BTreeMap<_, _> = users::all(&mut db).await?.into_iter().map(|user| (user.id, user.upn)).collect();
    drop(db);
    let mut rows: Vec<_> = sign_ins.into_iter().map(of_sign_in).collect();
    rows.extend(changes.into_iter().map(|change| of_change(change, &names)));
    rows.extend(actions.into_iter().filter(|action| action.created_at >= since).map(of_action));
    rows.sort_by(|one, other| one.id.cmp(&other.id));
    Ok(rows)
}

fn of_sign_in(row: SignInRow) -> FeedRow {
    let stored = row.stored;
    let columns = filled([
        ("user_name", stored.user_name.clone()),
        ("authentication_mode", Some(stored.authentication_mode)),
        ("result", Some(stored.result)),
        ("denial_reason", stored.denial_reason),
        ("detail", stored.detail),
        ("phone_number", stored.phone_number),
        ("application", Some(stored.application)),
        ("protocol", Some(stored.protocol)),
        ("client_address", stored.client_address),
        ("front_end", stored.front_end),
        ("server_name", Some(stored.server_name)),
        ("correlation_id", Some(stored.correlation_id)),
    ]);
    FeedRow {
        id: stored.id,
        created_at: stored.created_at,
        told: Told::SignIn {
            result: row.result.as_str(),
            reason: row.denial_reason.map(|reason| reason.as_str()),
            mode: row.mode.as_str(),
        },
        person: stored.user_name,
        columns,
    }
}

fn of_change(row: AccountChangeRow, names: &BTreeMap<String, String>) -> FeedRow {
    let person = names.get(&row.user_id).cloned();
    let columns = filled([
        ("user", person.clone()),
        ("change", Some(row.change.as_str().to_owned())),
        ("changed_by", Some(row.changed_by.as_str().to_owned())),
        ("name", row.name),
        ("client_address", row.client_address),
        ("correlation_id", Some(row.correlation_id)),
    ]);
    FeedRow { id: row.id, created_at: row.created_at, told: Told::Change(row.change.as_str()), person, columns }
}

fn of_action(row: AdminActionRow) -> FeedRow {
    let columns = filled([
        ("actor", Some(row.actor)),
        ("action", Some(row.action.as_str().to_owned())),
        ("subject", row.subject.clone()),
        ("value_before", row.value_before),
        ("value_after", row.value_after),
        ("reason", row.reason),
        ("client_address", row.client_address),
        ("correlation_id", Some(row.correlation_id)),
    ]);
    let told = Told::Action(row.action.as_str());
    FeedRow { id: row.id, created_at: row.created_at, told, person: row.subject, columns }
}

fn filled<const N: usize>(columns: [(&'static str, Option<String>); N]) -> Vec<(&'static str, String)> {
    columns.into_iter().filter_map(|(name, value)| Some((name, value.filter(|value| !value.is_empty())?))).collect()
}
