//! Administration: what one person does to others and to the organisation. The interface and the command line do the
//! same things, and each is written down with who, whom, what, why and when.

mod actions;
pub(crate) mod blocks;
pub(crate) mod bypass;
pub(crate) mod people;
pub(crate) mod resets;
pub(crate) mod settings;

use proofup_api::ErrorCode;

pub(crate) use actions::{Actor, list};

use crate::ServiceError;
use crate::store::users::{self, User};
use crate::store::{Connection, Transaction};
use crate::world::World;

/// The longest reason that is kept.
const LONGEST_REASON: usize = 500;

/// Why, in the administrator's words.
#[derive(Debug, Clone)]
pub(crate) struct Reason(String);

impl Reason {
    /// Reads what was typed; what is empty or no plain text is refused.
    pub(crate) fn parse(text: &str) -> Result<Self, ServiceError> {
        let text = proofup_text::name(text);
        if text.is_empty() || text.chars().count() > LONGEST_REASON || text.chars().any(char::is_control) {
            return Err(ServiceError::refused_with(ErrorCode::InvalidRequest, "field", "reason"));
        }
        Ok(Self(text))
    }

    pub(crate) fn as_str(&self) -> &str {
        &self.0
    }
}

/// The transaction of an order about a person, and the person as they are now that their row is held: what was read before
/// decides nothing. Orders about administrators wait for each other, so that of two who go one stays.
async fn begin_order(world: &World, about: &User) -> Result<(Transaction, User), ServiceError> {
    let mut transaction = world.store.begin().await?;
    if about.administrator {
        users::hold_administration(&mut transaction).await?;
    }
    users::note_change(&mut transaction, &about.id).await?;
    let user = users::by_id(&mut transaction, &about.id).await?;
    Ok((transaction, user.ok_or_else(|| ServiceError::refused(ErrorCode::NotFound))?))
}

/// Whether nobody administers, or comes to it by registering, but this person.
pub(crate) async fn is_last_administrator(
    world: &World,
    db: &mut Connection,
    user: &User,
) -> Result<bool, ServiceError> {
    Ok(user.administrator && users::other_administrators(db, &user.id, world.now()).await? == 0)
}

/// Refuses what would leave the organisation without an administrator.
async fn keep_an_administrator(world: &World, db: &mut Connection, user: &User) -> Result<(), ServiceError> {
    if is_last_administrator(world, db, user).await? {
        return Err(ServiceError::refused(ErrorCode::LastAdministrator));
    }
    Ok(())
}
