//! A report of fraud: somebody else signs in with a person's password, and the person says so.

use proofup_api::BlockCause;

use crate::ServiceError;
use crate::administration::{Actor, Reason, blocks};
use crate::settings::Settings;
use crate::store::Connection;
use crate::store::trusted_devices;
use crate::store::users::User;
use crate::world::{Caller, World};

/// Forgets the remembered devices, and blocks the person where the organisation wants that.
pub(crate) async fn take_report(
    world: &World,
    db: &mut Connection,
    settings: &Settings,
    user: &User,
    caller: &Caller,
) -> Result<(), ServiceError> {
    trusted_devices::delete_all(&mut *db, &user.id).await?;
    let blocks = settings.block_users_who_report_fraud;
    if blocks {
        let actor = Actor::person(&user.upn, caller);
        let reason = Reason::parse("fraud was reported on the phone")?;
        blocks::begin(world, db, &actor, user, settings, BlockCause::FraudReport, &reason).await?;
    }
    tracing::warn!(user_id = user.id, blocked = blocks, "fraud was reported on the phone");
    Ok(())
}
