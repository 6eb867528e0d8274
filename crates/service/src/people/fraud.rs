//! A report of fraud: somebody else signs in with a person's password, and the person says so.

use proofup_api::{BlockCause, DenialReason};
use proofup_store::Connection;
use proofup_store::trusted_devices;
use proofup_store::users::User;

use crate::audit::admin_actions::{Actor, Reason};
use crate::context::{Caller, Context};
use crate::people::administrators::is_last_administrator;
use crate::people::blocks;
use crate::settings::Settings;
use crate::{ServiceError, session};

/// Ends all sign-ins under way, with every method, deletes the trusted devices, and blocks the person if the organisation
/// wants that. Call it in the transaction of the report, after the person's row is locked.
pub(crate) async fn take_report(
    context: &Context,
    db: &mut Connection,
    settings: &Settings,
    user: &User,
    caller: &Caller,
) -> Result<(), ServiceError> {
    session::end_sign_ins(context, &mut *db, &user.id, Some(DenialReason::FraudReported)).await?;
    trusted_devices::delete_all(&mut *db, &user.id).await?;
    // A report that blocked the last administrator would be the attack itself.
    let blocks = settings.block_users_who_report_fraud && !is_last_administrator(context, &mut *db, user).await?;
    if blocks {
        let actor = Actor::person(&user.upn, caller);
        let reason = Reason::parse("fraud was reported on the phone")?;
        let ends_at = blocks::end_after(context.now(), settings.block_days);
        blocks::begin(context, db, &actor, user, ends_at, BlockCause::FraudReport, &reason).await?;
    }
    tracing::warn!(user_id = user.id, blocked = blocks, "fraud was reported on the phone");
    Ok(())
}
