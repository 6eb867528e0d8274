//! Locks of a person, for administrators: all subjects that have to wait, for every way to sign in.

use std::collections::HashMap;

use proofup_store::Connection;
use proofup_store::throttles::{self, Waiting};
use proofup_store::users::User;

use super::subject::about_key;
use crate::ServiceError;
use crate::context::Context;

/// One lock: what waits, from where, and until when.
pub(crate) type Lock = Waiting;

/// Everything of a person that waits now.
pub(crate) async fn locks_of(context: &Context, db: &mut Connection, user: &User) -> Result<Vec<Lock>, ServiceError> {
    let now = context.now();
    let mut locks = throttles::waiting(db, &about_key(context, &user.upn)?, now).await?;
    locks.extend(throttles::waiting(db, &about_key(context, &user.id)?, now).await?);
    locks.sort_by_key(|lock| std::cmp::Reverse(lock.wait_until));
    Ok(locks)
}

/// Ends them all.
pub(crate) async fn open_locks(context: &Context, db: &mut Connection, user: &User) -> Result<(), ServiceError> {
    throttles::open(db, &about_key(context, &user.upn)?).await?;
    Ok(throttles::open(db, &about_key(context, &user.id)?).await?)
}

/// Until when people are locked.
pub(crate) struct LockedPeople(HashMap<String, i64>);

/// All locked people, by one statement.
pub(crate) async fn locked_people(context: &Context, db: &mut Connection) -> Result<LockedPeople, ServiceError> {
    Ok(LockedPeople(throttles::all_waiting(db, context.now()).await?.into_iter().collect()))
}

impl LockedPeople {
    /// Whether nobody is.
    pub(crate) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Until when this person is, if at all.
    pub(crate) fn until(&self, context: &Context, user: &User) -> Result<Option<i64>, ServiceError> {
        if self.0.is_empty() {
            return Ok(None);
        }
        let of = |text: &str| Ok::<_, ServiceError>(self.0.get(&about_key(context, text)?).copied());
        Ok(of(&user.upn)?.max(of(&user.id)?))
    }
}
