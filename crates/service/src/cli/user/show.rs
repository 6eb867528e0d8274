//! `user list` and `user show`

use proofup_api::Role;
use proofup_store::users::{self, User};
use proofup_store::{app_passwords, blocks, bypasses, recipients, trusted_devices};

use super::say;
use crate::ServiceError;
use crate::context::Context;
use crate::methods::enrollment::Enrollment;
use crate::runtime::clock::timestamp;
use crate::telephony::numbers::masked;
use crate::throttle;

pub(super) async fn list(context: &Context) -> Result<(), ServiceError> {
    let mut db = context.store.read().await?;
    let everybody = users::all(&mut db).await?;
    let locked = throttle::locked_people(context, &mut db).await?;
    for user in everybody {
        let roles = names_of_roles(&user);
        let blocked = match (user.is_blocked(context.now()), locked.until(context, &user)?) {
            (true, _) => "blocked",
            (false, Some(_)) => "locked",
            (false, None) => "",
        };
        let line = format!("{}\t{}\t{}\t{roles}\t{blocked}", user.upn, user.display_name, user.mfa_state.as_str());
        say(line.trim_end());
    }
    Ok(())
}

pub(super) async fn show(context: &Context, user: &User) -> Result<(), ServiceError> {
    let mut db = context.store.read().await?;
    let enrollment = Enrollment::load(&mut db, user.clone()).await?;
    say(&format!("{} ({})", enrollment.user.upn, enrollment.user.display_name));
    if let Some(person) = recipients::find(&mut db, &user.id).await? {
        if let Some(mail) = person.mail {
            say(&format!("mail: {mail}"));
        }
        if let Some(answer) = person.mail_refused_answer {
            say(&format!("mail is refused: {answer}"));
        }
    }
    say(&format!("state: {}", enrollment.user.mfa_state.as_str()));
    let roles = names_of_roles(user);
    if !roles.is_empty() {
        say(&format!("roles: {roles}"));
    }
    if user.is_blocked(context.now()) {
        let newest = blocks::of_user(&mut db, &user.id).await?.into_iter().next();
        let why = newest.map(|block| format!(": {} ({})", block.reason, block.cause)).unwrap_or_default();
        say(&format!("blocked until {}{why}", timestamp(user.blocked_until)));
    }
    if let Some(bypass) = bypasses::open(&mut db, &user.id, context.now()).await? {
        let (until, why) = (timestamp(bypass.expires_at), bypass.reason);
        say(&format!("one-time bypass by {} until {until}: {why}", bypass.created_by));
    }
    for lock in throttle::locks_of(context, &mut db, user).await? {
        let from = lock.network.map(|network| format!(" from {network}")).unwrap_or_default();
        let (kind, count, until) = (lock.kind, lock.failures, timestamp(lock.wait_until));
        say(&format!("locked until {until}: {kind}{from}, {count} wrong in a row"));
    }
    for reason in enrollment.registration().reasons {
        say(&format!("registration owed: {reason}"));
    }
    for phone in &enrollment.phones {
        say(&format!("phone: {}", masked(&phone.number)));
    }
    for oath in &enrollment.oaths {
        say(&format!("authenticator app: {}", oath.display_name));
    }
    for token in &enrollment.tokens {
        say(&format!("hardware token: {} ({})", token.device.serial_number, token.display_name));
    }
    for device in &enrollment.devices {
        say(&format!("authenticator device: {}", device.display_name));
    }
    say(&format!("app passwords: {}", app_passwords::count(&mut db, &user.id).await?));
    let devices = trusted_devices::of_user(&mut db, &user.id, context.now()).await?;
    say(&format!("remembered devices: {}", devices.len()));
    Ok(())
}

fn names_of_roles(user: &User) -> String {
    user.roles().into_iter().map(Role::as_str).collect::<Vec<_>>().join(", ")
}
