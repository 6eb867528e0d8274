//! The person's own password, changed with the old one at hand.

use proofup_api::{ChangePassword, ErrorCode};

use super::{begin_change, person};
use crate::settings::Settings;
use crate::sign_in::{Subject, take_place};
use crate::store::{app_passwords, attempt_counters, sessions, trusted_devices, users};
use crate::tokens::Bearer;
use crate::world::World;
use crate::{ServiceError, step_up};

const SHORTEST: usize = 8;
const LONGEST: usize = 256;

/// Changes it. Remembered devices and other sessions end with the old one, and app passwords too unless they are kept.
pub(crate) async fn change(world: &World, bearer: &Bearer, body: &ChangePassword) -> Result<(), ServiceError> {
    if let Some(reason) = fault(body) {
        return Err(ServiceError::refused_with(ErrorCode::PasswordInvalid, "reason", reason));
    }
    let mut db = world.store.read().await?;
    step_up::require_fresh(world, &mut db, bearer).await?;
    let user = person(&mut db, bearer).await?;
    // Guesses count with those at sign-in: an open session is no way around the limit.
    let limit = Settings::load(&mut db).await?.lockout();
    let guess = Subject::PasswordOf(&user.upn).key(world)?;
    let stored = users::password_hash(&mut db, &user.id).await?;
    drop(db);
    let mut transaction = world.store.begin().await?;
    if let Err(seconds) = take_place(&mut transaction, &guess, limit, world.now()).await? {
        return Err(ServiceError::refused_with(ErrorCode::RateLimited, "retryAfterSeconds", seconds));
    }
    transaction.commit().await?;
    if !world.hashing.verify(&body.current_password, stored).await? {
        let mut transaction = world.store.begin().await?;
        attempt_counters::lock_if_used_up(&mut transaction, &guess, limit, world.now()).await?;
        transaction.commit().await?;
        return Err(ServiceError::refused(ErrorCode::WrongPassword));
    }
    let hash = world.hashing.hash(&body.new_password).await?;
    let mut change = begin_change(world, bearer).await?;
    let db = &mut change.transaction;
    users::set_password_hash(db, &user.id, &hash).await?;
    if body.delete_app_passwords {
        app_passwords::delete_all(db, &user.id).await?;
    }
    trusted_devices::delete_all(db, &user.id).await?;
    sessions::end_all_but(db, &user.id, Some(&bearer.session_id), world.now()).await?;
    attempt_counters::clear(db, &guess).await?;
    change.transaction.commit().await?;
    Ok(())
}

fn fault(body: &ChangePassword) -> Option<&'static str> {
    let new = body.new_password.expose();
    let length = new.chars().count();
    if length < SHORTEST {
        Some("too_short")
    } else if length > LONGEST {
        Some("too_long")
    } else if new == body.current_password.expose() {
        Some("same")
    } else {
        None
    }
}
