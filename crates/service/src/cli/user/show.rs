//! `user list` and `user show`

use super::say;
use crate::ServiceError;
use crate::administration::people::state_word;
use crate::clock::timestamp;
use crate::phone_numbers::masked;
use crate::standing::Standing;
use crate::store::users::{self, User};
use crate::store::{app_passwords, blocks, bypasses, trusted_devices};
use crate::throttle;
use crate::world::World;

pub(super) async fn list(world: &World) -> Result<(), ServiceError> {
    let mut db = world.store.read().await?;
    let everybody = users::all(&mut db).await?;
    let locked = throttle::locked_people(world, &mut db).await?;
    for user in everybody {
        let role = if user.administrator { "administrator" } else { "" };
        let blocked = match (user.is_blocked(world.now()), locked.until(world, &user)?) {
            (true, _) => "blocked",
            (false, Some(_)) => "locked",
            (false, None) => "",
        };
        let line = format!("{}\t{}\t{}\t{role}\t{blocked}", user.upn, user.display_name, state_word(user.mfa_state));
        say(line.trim_end());
    }
    Ok(())
}

pub(super) async fn show(world: &World, user: &User) -> Result<(), ServiceError> {
    let mut db = world.store.read().await?;
    let standing = Standing::load(&mut db, user.clone()).await?;
    say(&format!("{} ({})", standing.user.upn, standing.user.display_name));
    say(&format!("state: {}", state_word(standing.user.mfa_state)));
    if user.is_blocked(world.now()) {
        let newest = blocks::of_user(&mut db, &user.id).await?.into_iter().next();
        let why = newest.map(|block| format!(": {} ({})", block.reason, block.cause)).unwrap_or_default();
        say(&format!("blocked until {}{why}", timestamp(user.blocked_until)));
    }
    if let Some(bypass) = bypasses::open(&mut db, &user.id, world.now()).await? {
        let (until, why) = (timestamp(bypass.expires_at), bypass.reason);
        say(&format!("one-time bypass by {} until {until}: {why}", bypass.created_by));
    }
    for lock in throttle::locks_of(world, &mut db, user).await? {
        let from = lock.network.map(|network| format!(" from {network}")).unwrap_or_default();
        let (kind, count, until) = (lock.kind, lock.failures, timestamp(lock.wait_until));
        say(&format!("locked until {until}: {kind}{from}, {count} wrong in a row"));
    }
    for reason in standing.registration().reasons {
        say(&format!("registration owed: {reason}"));
    }
    for phone in &standing.phones {
        say(&format!("phone: {}", masked(&phone.number)));
    }
    for oath in &standing.oaths {
        say(&format!("authenticator app: {}", oath.display_name));
    }
    for token in &standing.tokens {
        say(&format!("hardware token: {} ({})", token.device.serial_number, token.display_name));
    }
    for device in &standing.devices {
        say(&format!("authenticator device: {}", device.display_name));
    }
    say(&format!("app passwords: {}", app_passwords::count(&mut db, &user.id).await?));
    let devices = trusted_devices::of_user(&mut db, &user.id, world.now()).await?;
    say(&format!("remembered devices: {}", devices.len()));
    Ok(())
}
