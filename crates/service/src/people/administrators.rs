//! Orders about people, and the rule that somebody administers.

use proofup_api::ErrorCode;
use proofup_store::users::{self, User};
use proofup_store::{Connection, Transaction};

use crate::ServiceError;
use crate::audit::admin_actions::Actor;
use crate::context::Context;

/// The transaction of an order about a person, and the person as they are now that their row is held: what was read before
/// decides nothing. Orders about administrators wait for each other, so that of two who go one stays.
pub(crate) async fn begin_order(
    context: &Context,
    actor: &Actor,
    about: &User,
) -> Result<(Transaction, User), ServiceError> {
    let mut transaction = context.store.begin().await?;
    if about.administrator {
        users::hold_administration(&mut transaction).await?;
    }
    users::note_change(&mut transaction, &about.id).await?;
    let user = users::by_id(&mut transaction, &about.id).await?;
    let user = user.ok_or_else(|| ServiceError::refused(ErrorCode::NotFound))?;
    actor.check_subject(&user)?;
    Ok((transaction, user))
}

/// Whether this person is the only one who administers or will once they register.
pub(crate) async fn is_last_administrator(
    context: &Context,
    db: &mut Connection,
    user: &User,
) -> Result<bool, ServiceError> {
    Ok(user.administrator && users::other_administrators(db, &user.id, context.now()).await? == 0)
}

/// Refuses an order that leaves the organisation without an administrator.
pub(crate) async fn keep_an_administrator(
    context: &Context,
    db: &mut Connection,
    user: &User,
) -> Result<(), ServiceError> {
    if is_last_administrator(context, db, user).await? {
        return Err(ServiceError::refused(ErrorCode::LastAdministrator));
    }
    Ok(())
}
