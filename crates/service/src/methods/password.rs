//! The person's own password, changed with the old one at hand.

use proofup_api::{AccountChangeKind, ChangePassword, ErrorCode};
use proofup_store::{app_passwords, trusted_devices, users};

use super::begin_change;
use crate::audit::changes::{self, Changed};
use crate::context::Context;
use crate::methods::freshness;
use crate::passwords::{Claim, rules};
use crate::people::names;
use crate::session::{Bearer, person};
use crate::settings::Settings;
use crate::throttle::{Attempt, Outcome, Subject};
use crate::{ServiceError, session};

/// Changes it. Remembered devices and other sessions end with the old one, and app passwords too unless they are kept.
pub(crate) async fn change(context: &Context, bearer: &Bearer, body: &ChangePassword) -> Result<(), ServiceError> {
    let mut db = context.store.read().await?;
    let user = person(&mut db, bearer).await?;
    names::refuse_password_of_directory(&user)?;
    names::check_password(&mut db, &body.new_password, &user.upn, &user.display_name).await?;
    if proofup_text::password(body.new_password.expose()) == proofup_text::password(body.current_password.expose()) {
        return Err(rules::refused("same"));
    }
    freshness::require_fresh(context, &mut db, bearer).await?;
    // Counted with the session, so that nobody else uses its attempts up. To have many sessions takes the password.
    let settings = Settings::load(&mut db).await?;
    let subject = Subject::PasswordInSession { user: &user.id, session: &bearer.session_id };
    let attempt = Attempt::open(context, &mut db, &settings, &[subject]).await?.map_err(ServiceError::throttled)?;
    let stored = users::password_check(&mut db, &user.id).await?;
    drop(db);
    let lane = attempt.lane();
    let password = &body.current_password;
    let claim = Claim { password, stored: stored.clone(), lot: context.lot_of(&user.upn)?, lane: lane.clone() };
    if !context.hashing.verify(claim).await? {
        let mut transaction = context.store.begin_for(&user.id).await?;
        let told = attempt.close(context, &mut transaction, Outcome::Wrong).await?;
        transaction.commit().await?;
        told.map_err(ServiceError::throttled)?;
        return Err(ServiceError::refused(ErrorCode::WrongPassword));
    }
    let verified = stored.unwrap_or_default();
    let hash = context.hashing.hash(&body.new_password, &lane).await?;
    let mut change = begin_change(context, bearer).await?;
    let db = &mut change.transaction;
    attempt.close(context, db, Outcome::Right).await?.map_err(ServiceError::throttled)?;
    // Somebody was faster: the password that was checked is the present one no more.
    if !users::replace_password_hash(db, &user.id, &verified, &hash).await? {
        return Err(ServiceError::refused(ErrorCode::WrongPassword));
    }
    changes::record(context, db, bearer, AccountChangeKind::PasswordChanged, None).await?;
    if body.delete_app_passwords {
        let count = app_passwords::delete_all(db, &user.id).await?;
        if count > 0 {
            Changed::by_person(&user.id, AccountChangeKind::AppPasswordsDeleted)
                .counted(count)
                .record(context, db, &bearer.caller)
                .await?;
        }
    }
    trusted_devices::delete_all(db, &user.id).await?;
    session::end_all(context, db, &user.id, Some(&bearer.session_id), None).await?;
    change.transaction.commit().await?;
    Ok(())
}
