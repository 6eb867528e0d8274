//! Limits on guessing: who is counted, and how a guess takes its place before it is looked at.

use crate::ServiceError;
use crate::keys::Domain;
use crate::people::UserPrincipalName;
use crate::settings::Settings;
use crate::store::Connection;
use crate::store::attempt_counters::{self, Limit, Place};
use crate::world::World;

/// What guesses are counted under.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Subject<'a> {
    /// Passwords for a name, whether or not anybody has it.
    PasswordOf(&'a str),
    /// Passwords from an address.
    PasswordFrom(&'a str),
    /// Passwords for a name from one address by old clients. Kept apart, so that a phone with an old password never
    /// locks its owner out of the app.
    LegacyPassword(&'a str, &'a str),
    /// Codes from a person's apps.
    OathOf(&'a str),
    /// Codes sent to a person.
    SmsOf(&'a str),
    /// Notifications to a person that were not approved.
    PushTo(&'a str),
    /// Texts asked for by a person.
    TextsBy(&'a str),
    /// Texts to a number.
    TextsTo(&'a str),
    /// The same, over an hour.
    TextsInAnHourBy(&'a str),
    /// The same, over an hour.
    TextsInAnHourTo(&'a str),
    /// Calls asked for by a person that nobody passed.
    CallsBy(&'a str),
    /// Calls to a number.
    CallsTo(&'a str),
    /// Calls asked for by a person, over an hour.
    CallsInAnHourBy(&'a str),
    /// Calls to a number, over an hour.
    CallsInAnHourTo(&'a str),
}

impl Subject<'_> {
    /// The row it is counted in: hashed, because a name box also receives passwords by mistake.
    pub(crate) fn key(self, world: &World) -> Result<String, ServiceError> {
        let (kind, text) = match self {
            Self::PasswordOf(name) => ("password-of", name.to_owned()),
            Self::PasswordFrom(address) => ("password-from", address.to_owned()),
            Self::LegacyPassword(name, address) => ("legacy-password", format!("{name}\0{address}")),
            Self::OathOf(user) => ("oath-of", user.to_owned()),
            Self::SmsOf(user) => ("sms-of", user.to_owned()),
            Self::PushTo(user) => ("push-to", user.to_owned()),
            Self::TextsBy(user) => ("texts-by", user.to_owned()),
            Self::TextsTo(number) => ("texts-to", number.to_owned()),
            Self::TextsInAnHourBy(user) => ("texts-in-an-hour-by", user.to_owned()),
            Self::TextsInAnHourTo(number) => ("texts-in-an-hour-to", number.to_owned()),
            Self::CallsBy(user) => ("calls-by", user.to_owned()),
            Self::CallsTo(number) => ("calls-to", number.to_owned()),
            Self::CallsInAnHourBy(user) => ("calls-in-an-hour-by", user.to_owned()),
            Self::CallsInAnHourTo(number) => ("calls-in-an-hour-to", number.to_owned()),
        };
        world.keys.mac(Domain::Subject, format!("{kind}\0{text}").as_bytes()).map(|mac| format!("{kind}:{mac}"))
    }
}

/// Passwords from one address: many people may share it.
pub(crate) fn address_limit(settings: &Settings) -> Limit {
    let limit = settings.lockout();
    Limit { attempts: limit.attempts * 10, ..limit }
}

/// Seconds until a time, at least one.
pub(crate) fn seconds_until(time: i64, now: i64) -> i64 {
    ((time - now + 999) / 1000).max(1)
}

/// Takes a place for a guess and says which of the limit it is, or in how many seconds there will be one.
pub(crate) async fn take_place(
    db: &mut Connection,
    key: &str,
    limit: Limit,
    now: i64,
) -> Result<Result<i64, i64>, ServiceError> {
    Ok(match attempt_counters::take(db, key, limit, now).await? {
        Place::Taken(place) => Ok(place),
        Place::NoneUntil(time) => Err(seconds_until(time, now)),
    })
}

/// Opens a person again who was locked by wrong passwords or codes.
pub(crate) async fn forget_guesses(
    world: &World,
    db: &mut Connection,
    upn: &UserPrincipalName,
    user_id: &str,
) -> Result<(), ServiceError> {
    for subject in [Subject::PasswordOf(upn.as_str()), Subject::OathOf(user_id), Subject::SmsOf(user_id)] {
        attempt_counters::clear(&mut *db, &subject.key(world)?).await?;
    }
    Ok(())
}
