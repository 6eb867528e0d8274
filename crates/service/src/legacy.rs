//! Old clients, which know only a name and a password: one check behind every door that they come through.
//!
//! An app password is found by one indexed lookup. What has not its shape is compared with the person's own password,
//! which counts only as long as no second step is enforced. Nothing here is cached, so what was deleted is refused by
//! the next check on every node.

use proofup_api::{AuthenticationMode, DenialReason, MfaState, SecretText, SignInResult};

use crate::ServiceError;
use crate::app_passwords::Shaped;
use crate::keys::Domain;
use crate::people::UserPrincipalName;
use crate::settings::Settings;
use crate::sign_in::{LogEntry, Subject, record, take_place};
use crate::store::app_passwords::{self, AppPasswordRow};
use crate::store::attempt_counters;
use crate::store::users::{self, User};
use crate::world::{Caller, World};

/// The last use is written at most once a minute: mail clients come back every few seconds.
const NOTED_EVERY_MS: i64 = 60_000;

/// What a client sent, and through which door.
pub(crate) struct Attempt<'a> {
    pub(crate) user_name: &'a str,
    pub(crate) secret: &'a SecretText,
    /// `imap`, `smtp`, `http`: the word that app passwords are limited to.
    pub(crate) protocol: &'a str,
    /// User agent or device id, as far as known.
    pub(crate) device: Option<&'a str>,
}

/// Whether the client may come in. That the service could not find out is an error and never a refusal: a client that
/// is told "wrong password" forgets a right one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Verdict {
    /// Come in.
    Allowed,
    /// Wrong, unknown, deleted, expired, out of scope, or the wrong kind of password: one answer for all.
    Refused,
    /// The person is blocked, or the guesses are used up.
    Blocked,
}

/// Checks name and secret, and logs the outcome.
pub(crate) async fn check(world: &World, caller: &Caller, attempt: Attempt<'_>) -> Result<Verdict, ServiceError> {
    let began_at = world.now();
    let upn = UserPrincipalName::parse(attempt.user_name);
    let shaped = Shaped::parse(attempt.secret.expose());
    let mut db = world.store.read().await?;
    let user = users::by_upn(&mut db, upn.as_ref().map_or("", UserPrincipalName::as_str)).await?;
    let found = match &shaped {
        Some(secret) => {
            let mac = world.keys.mac(Domain::AppPassword, secret.canonical().as_bytes())?;
            app_passwords::by_mac(&mut db, &mac).await?
        }
        None => None,
    };
    let settings = Settings::load(&mut db).await?;
    drop(db);
    let door = Door { world, settings, caller, attempt: &attempt, began_at, upn: upn.as_ref() };
    match (user, found) {
        (Some(user), Some(row)) if row.user_id == user.id => door.app_password(&user, &row).await,
        // Somebody else's app password, or one that was deleted: never a guess at anybody's own password.
        (user, Some(_)) => door.refuse(user.as_ref(), DenialReason::AppPasswordInvalid).await,
        // An unknown name costs as much as a person who is registered: nothing to time.
        (user, None) if shaped.is_some() && user.as_ref().is_none_or(|user| user.mfa_state == MfaState::Enforced) => {
            door.refuse(user.as_ref(), DenialReason::AppPasswordInvalid).await
        }
        (user, None) => door.own_password(user).await,
    }
}

struct Door<'a> {
    world: &'a World,
    settings: Settings,
    caller: &'a Caller,
    attempt: &'a Attempt<'a>,
    began_at: i64,
    upn: Option<&'a UserPrincipalName>,
}

impl Door<'_> {
    async fn app_password(&self, user: &User, row: &AppPasswordRow) -> Result<Verdict, ServiceError> {
        let now = self.world.now();
        if user.is_blocked(self.world.now()) {
            self.log(self.denied(Some(user), AuthenticationMode::AppPassword, DenialReason::UserBlocked)).await?;
            return Ok(Verdict::Blocked);
        }
        let in_time = row.expires_at.is_none_or(|time| time > now);
        let in_scope = row.protocols.is_empty()
            || row.protocols.split_whitespace().any(|protocol| protocol == self.attempt.protocol);
        if !(in_time && in_scope) {
            return self.refuse(Some(user), DenialReason::AppPasswordInvalid).await;
        }
        let entry = LogEntry {
            app_password_id: Some(&row.id),
            ..self.entry(AuthenticationMode::AppPassword, SignInResult::SkippedAppPassword)
        };
        let entry = entry.of(&user.id, &user.upn).with_detail(Some(row.display_name.clone()));
        self.log(entry).await?;
        self.note_use(row, now).await?;
        Ok(Verdict::Allowed)
    }

    /// Not part of the log's transaction: an answer does not depend on it.
    async fn note_use(&self, row: &AppPasswordRow, now: i64) -> Result<(), ServiceError> {
        let fresh = row.last_used_at.is_some_and(|time| time > now - NOTED_EVERY_MS);
        let from = self.last_used_from();
        if fresh && row.last_used_from.as_deref() == Some(&from) {
            return Ok(());
        }
        let mut transaction = self.world.store.begin().await?;
        app_passwords::note_use(&mut transaction, &row.id, &from, now, now - NOTED_EVERY_MS).await?;
        transaction.commit().await
    }

    /// `IMAP, 192.0.2.14`
    fn last_used_from(&self) -> String {
        let parts = [Some(application(self.attempt.protocol)), self.caller.address.clone()];
        parts.into_iter().flatten().collect::<Vec<_>>().join(", ")
    }

    async fn own_password(&self, user: Option<User>) -> Result<Verdict, ServiceError> {
        let name = self.upn.map_or(self.attempt.user_name, UserPrincipalName::as_str);
        let address = self.caller.address.as_deref().unwrap_or_default();
        let key = Subject::LegacyPassword(name, address).key(self.world)?;
        let limit = self.settings.lockout();
        let mut transaction = self.world.store.begin().await?;
        let place = take_place(&mut transaction, &key, limit, self.began_at).await?;
        transaction.commit().await?;
        if place.is_err() {
            let entry = self.denied(user.as_ref(), AuthenticationMode::Password, DenialReason::LockedOut);
            self.log(entry).await?;
            return Ok(Verdict::Blocked);
        }
        let id = user.as_ref().map_or("", |user| &user.id);
        let stored = users::password_hash(&mut self.world.store.read().await?, id).await?;
        let right = self.world.hashing.verify(self.attempt.secret, stored).await?;
        let mut transaction = self.world.store.begin().await?;
        let Some(known) = user.as_ref().filter(|_| right) else {
            attempt_counters::lock_if_used_up(&mut transaction, &key, limit, self.world.now()).await?;
            transaction.commit().await?;
            let entry = self.denied(user.as_ref(), AuthenticationMode::Password, DenialReason::InvalidCredentials);
            self.log(entry).await?;
            return Ok(Verdict::Refused);
        };
        attempt_counters::give_back(&mut transaction, &key).await?;
        transaction.commit().await?;
        if known.is_blocked(self.world.now()) {
            self.log(self.denied(user.as_ref(), AuthenticationMode::Password, DenialReason::UserBlocked)).await?;
            return Ok(Verdict::Blocked);
        }
        if known.mfa_state == MfaState::Enforced {
            let reason = DenialReason::AppPasswordRequired;
            self.log(self.denied(user.as_ref(), AuthenticationMode::Password, reason)).await?;
            return Ok(Verdict::Refused);
        }
        let entry = self.entry(AuthenticationMode::Password, SignInResult::NotRequired);
        self.log(entry.of(&known.id, &known.upn)).await?;
        Ok(Verdict::Allowed)
    }

    async fn refuse(&self, user: Option<&User>, reason: DenialReason) -> Result<Verdict, ServiceError> {
        self.log(self.denied(user, AuthenticationMode::AppPassword, reason)).await?;
        Ok(Verdict::Refused)
    }

    fn entry(&self, mode: AuthenticationMode, result: SignInResult) -> LogEntry<'_> {
        LogEntry {
            protocol: self.attempt.protocol,
            client_device: self.attempt.device,
            repeats: true,
            ..LogEntry::own(self.began_at, mode, result)
        }
    }

    fn denied<'a>(&'a self, user: Option<&'a User>, mode: AuthenticationMode, reason: DenialReason) -> LogEntry<'a> {
        let reason = match reason {
            DenialReason::InvalidCredentials | DenialReason::AppPasswordInvalid if user.is_none() => {
                DenialReason::UserNotFound
            }
            known => known,
        };
        LogEntry {
            denial_reason: Some(reason),
            user_id: user.map(|user| user.id.as_str()),
            user_name: self.upn.map(UserPrincipalName::as_str),
            ..self.entry(mode, SignInResult::Denied)
        }
    }

    async fn log(&self, entry: LogEntry<'_>) -> Result<(), ServiceError> {
        let application = application(self.attempt.protocol);
        let entry = LogEntry { application: &application, ..entry };
        record(self.world, &self.settings.log, self.caller, entry).await
    }
}

/// How *Recent activity* names what asked.
fn application(protocol: &str) -> String {
    protocol.to_ascii_uppercase()
}
