//! What the check of an old client's name and secret starts from: the settings, the person, and the app password.
//!
//! On PostgreSQL each read of its own is a connection that others wait for and six round trips, two of which only ask whether the
//! connection still lives. So one task answers all requests that wait with three statements, and a fourth where somebody speaks MS-CHAPv2. It reads after the requests came,
//! so that what was changed before is seen. SQLite is called, and each request reads for itself.

use std::sync::{Arc, LazyLock};

use sqlx::{AnyPool, FromRow};
use tokio::sync::{mpsc, oneshot};

use crate::app_passwords::{AppPasswordRow, app_password_columns};
use crate::columns::placeholders;
use crate::connection::Connection;
use crate::users::{self, User, password_check_column, user_columns};
use crate::{StoreError, settings};

/// The greatest number of requests that share statements, as a power of two.
const MOST: usize = 64;

/// A name and a secret to look for. An empty text finds nothing, with the same work.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wanted {
    /// A user principal name in its kept form.
    pub upn: String,
    /// The keyed hash of an app password.
    pub mac: String,
    /// Whether the person's app passwords for MS-CHAPv2 are wanted too.
    pub ms_chap: bool,
}

/// What there is of it.
#[expect(missing_debug_implementations, reason = "it holds the hash of a password")]
pub struct Credentials {
    /// Everything that was set.
    pub settings: Arc<[(String, String)]>,
    pub user: Option<User>,
    pub password_check: Option<String>,
    /// Of any person.
    pub app_password: Option<AppPasswordRow>,
    /// The person's app passwords for MS-CHAPv2, if they are wanted.
    pub ms_chap: Vec<WithNtHashes>,
}

/// An app password that works with MS-CHAPv2.
#[derive(Clone, FromRow)]
#[expect(missing_debug_implementations, reason = "it holds hashes of a password")]
pub struct WithNtHashes {
    #[sqlx(flatten)]
    pub row: AppPasswordRow,
    /// Encrypted.
    pub nt_hashes: String,
}

type Answer = oneshot::Sender<Result<Credentials, StoreError>>;

/// Where requests wait.
#[derive(Debug, Clone)]
pub(super) struct Reader(mpsc::Sender<(Wanted, Answer)>);

impl Reader {
    /// Starts the task. It ends with the last clone.
    pub(super) fn new(pool: AnyPool, place: Arc<str>) -> Self {
        let (sender, receiver) = mpsc::channel(MOST);
        tokio::spawn(read_all(pool, place, receiver));
        Self(sender)
    }

    pub(super) async fn read(&self, wanted: Wanted) -> Result<Credentials, StoreError> {
        let (answer, read) = oneshot::channel();
        self.0.send((wanted, answer)).await.map_err(|_| StoreError::ReadLost)?;
        read.await.unwrap_or(Err(StoreError::ReadLost))
    }
}

async fn read_all(pool: AnyPool, place: Arc<str>, mut receiver: mpsc::Receiver<(Wanted, Answer)>) {
    let mut waiting = Vec::with_capacity(MOST);
    while receiver.recv_many(&mut waiting, MOST).await > 0 {
        let (wanted, answers): (Vec<_>, Vec<Answer>) = waiting.drain(..).unzip();
        match read(&pool, &place, &wanted).await {
            Ok(found) => {
                for (answer, found) in answers.into_iter().zip(found) {
                    // A request that ended meanwhile gets no answer.
                    let _ = answer.send(Ok(found));
                }
            }
            Err(cause) => {
                let mut cause = Some(cause);
                for answer in answers {
                    let _ = answer.send(Err(cause.take().unwrap_or(StoreError::ReadLost)));
                }
            }
        }
    }
}

async fn read(pool: &AnyPool, place: &Arc<str>, wanted: &[Wanted]) -> Result<Vec<Credentials>, StoreError> {
    let unreachable = |source| StoreError::Unreachable { place: place.to_string(), source };
    let mut db = Connection::Server(pool.acquire().await.map_err(unreachable)?);
    find(&mut db, wanted).await
}

/// Looks for all of these, 64 at most, and answers in their order.
pub(super) async fn find(db: &mut Connection, wanted: &[Wanted]) -> Result<Vec<Credentials>, StoreError> {
    let settings: Arc<[_]> = settings::all(db).await?.into();
    let Statements { people, secrets, ms_chap } = &STATEMENTS[wanted.len().next_power_of_two().ilog2() as usize];
    let mut of_people = sqlx::query_as::<_, Person>(people.as_str());
    let mut of_secrets = sqlx::query_as::<_, AppPassword>(secrets.as_str());
    for one in padded(wanted) {
        of_people = of_people.bind(&one.upn);
        of_secrets = of_secrets.bind(&one.mac);
    }
    let people = of_people.fetch_all(&mut *db).await?;
    let people = people.into_iter().map(|found| Ok((User::try_from(found.row)?, found.password_check)));
    let people = people.collect::<Result<Vec<_>, StoreError>>()?;
    let secrets = of_secrets.fetch_all(&mut *db).await?;
    let mut with_nt_hashes = Vec::new();
    if wanted.iter().any(|one| one.ms_chap) {
        let mut of_ms_chap = sqlx::query_as::<_, WithNtHashes>(ms_chap.as_str());
        for one in padded(wanted) {
            of_ms_chap = of_ms_chap.bind(if one.ms_chap { one.upn.as_str() } else { "" });
        }
        with_nt_hashes = of_ms_chap.fetch_all(&mut *db).await?;
    }
    let found = wanted.iter().map(|one| {
        let (user, password_check) = people.iter().find(|(user, _)| user.upn == one.upn).cloned().unzip();
        let is_theirs = |found: &&WithNtHashes| user.as_ref().is_some_and(|user| user.id == found.row.user_id);
        let ms_chap = with_nt_hashes.iter().filter(is_theirs).filter(|_| one.ms_chap).cloned().collect();
        Credentials {
            settings: Arc::clone(&settings),
            ms_chap,
            user,
            password_check: password_check.flatten(),
            app_password: secrets.iter().find(|found| found.mac == one.mac).map(|found| found.row.clone()),
        }
    });
    Ok(found.collect())
}

#[derive(FromRow)]
struct Person {
    #[sqlx(flatten)]
    row: users::Row,
    password_check: Option<String>,
}

#[derive(FromRow)]
struct AppPassword {
    #[sqlx(flatten)]
    row: AppPasswordRow,
    mac: String,
}

/// Statements for 1, 2, 4 and so on up to [`MOST`] requests, so that few are prepared.
static STATEMENTS: LazyLock<[Statements; MOST.ilog2() as usize + 1]> =
    LazyLock::new(|| std::array::from_fn(|power| Statements::of(1 << power)));

/// The statements for a number of requests.
struct Statements {
    people: String,
    secrets: String,
    ms_chap: String,
}

impl Statements {
    fn of(requests: usize) -> Self {
        let places = placeholders(requests);
        let columns = app_password_columns!();
        Self {
            people: format!(
                "SELECT {}, {} AS password_check FROM users u WHERE u.upn IN ({places})",
                user_columns!(),
                password_check_column!()
            ),
            secrets: format!("SELECT {columns}, mac FROM app_passwords WHERE mac IN ({places})"),
            ms_chap: format!(
                "SELECT {columns}, nt_hashes FROM app_passwords
                 WHERE nt_hashes IS NOT NULL AND user_id IN (SELECT id FROM users WHERE upn IN ({places}))"
            ),
        }
    }
}

/// As many as a statement has places: the last one comes again.
fn padded(wanted: &[Wanted]) -> impl Iterator<Item = &Wanted> {
    let more = wanted.len().next_power_of_two() - wanted.len();
    wanted.iter().chain(wanted.last().into_iter().cycle().take(more))
}

#[cfg(test)]
mod tests {
    use super::{Statements, Wanted, padded};

    #[test]
    fn a_statement_has_a_place_for_each_request_and_the_last_one_fills_the_others() {
        let wanted: Vec<_> =
            (0..5).map(|n| Wanted { upn: format!("{n}"), mac: String::new(), ms_chap: false }).collect();
        let upns: Vec<_> = padded(&wanted).map(|one| one.upn.as_str()).collect();
        assert_eq!(upns, ["0", "1", "2", "3", "4", "4", "4", "4"]);
        assert_eq!(padded(&wanted[..1]).count(), 1);
        let Statements { people, secrets, .. } = Statements::of(2);
        assert!(people.ends_with("u.upn IN ($1, $2)") && secrets.ends_with("mac IN ($1, $2)"));
    }
}
