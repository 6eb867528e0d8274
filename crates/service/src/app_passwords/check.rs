//! Old clients, which know only a name and a password: one check behind every address that front ends ask at.
//!
//! An app password is found by one indexed lookup. Everything else is compared with the person's own password, which counts
//! only where no second step is owed. For every name the work, the answer and the counting are the same. Nothing here is
//! cached, so what was deleted is refused by the next check on every node.

mod ms_chap;

use proofup_api::{AuthenticationMode, DenialReason, SecretText, SignInResult};
use proofup_store::app_passwords::{self, AppPasswordRow, Use};
use proofup_store::users::User;
use proofup_store::{Transaction, Wanted};

use crate::ServiceError;
use crate::app_passwords::Shaped;
use crate::app_passwords::limits::{Attempted, allow};
use crate::audit::record::{LogEntry, client_name, log, record, record_refusal};
use crate::context::{Caller, Context};
use crate::methods::enrollment::{SecondStep, second_step};
use crate::passwords::Claim;
use crate::people::names::{UserPrincipalName, kept_name};
use crate::runtime::client_network::network_of;
use crate::runtime::keys::Domain;
use crate::runtime::wait::Wait;
use crate::settings::Settings;
use crate::throttle::{Attempt, Client, Outcome, Place, Subject};

pub(crate) use ms_chap::check_ms_chap;

/// The last use is written at most once a minute: mail clients come back every few seconds.
const NOTED_EVERY_MS: i64 = 60_000;

/// What a client sent, and through which front end.
pub(crate) struct Login<'a> {
    pub(crate) user_name: &'a str,
    pub(crate) secret: &'a SecretText,
    /// `imap`, `smtp`, `http`: the word that app passwords are limited to.
    pub(crate) protocol: &'a str,
    /// User agent or device id, as far as known.
    pub(crate) device: Option<&'a str>,
    /// The front end's name.
    pub(crate) front_end: &'a str,
    /// Whether the caller's address is the client's, and not the front end's own.
    pub(crate) address_is_told: bool,
    /// Where the client can do a second step: how.
    pub(crate) second_step: Option<SecondStepHere<'a>>,
}

/// How a client does the second step.
#[derive(Debug, Clone, Copy)]
pub(crate) struct SecondStepHere<'a> {
    /// The secret read as a password with a code behind it, in the order in which the readings are tried.
    pub(crate) with_code: &'a [WithCode],
    /// The client shows what it is asked.
    pub(crate) can_be_asked: bool,
}

/// A password and the code that was typed behind it.
#[derive(Debug, Clone)]
pub(crate) struct WithCode {
    pub(crate) password: SecretText,
    pub(crate) code: SecretText,
}

/// Whether the client may come in. That the service could not find out is an error and never a refusal: a client that
/// is told "wrong password" forgets a right one.
#[derive(Debug, Clone)]
pub(crate) enum Verdict {
    /// Come in, under this name.
    Allowed(String),
    /// Wrong, unknown, deleted, expired, out of scope, or the wrong kind of password: one answer for all.
    Refused,
    /// The person is blocked. Only the right secret is told so.
    Blocked,
    /// Too many were wrong before this one.
    Throttled(Wait),
    /// The person's own password was right, and a second step is owed that this client can do. Nothing is logged yet.
    OwesSecondStep(Box<RightPassword>),
}

/// A password that was right, and is not enough.
#[derive(Debug, Clone)]
pub(crate) struct RightPassword {
    pub(crate) user: User,
    /// The hash that it was checked against.
    pub(crate) verified: String,
    /// The code that was typed behind it.
    pub(crate) code: Option<SecretText>,
}

/// Checks name and secret, and logs the outcome.
pub(crate) async fn check(context: &Context, caller: &Caller, login: Login<'_>) -> Result<Verdict, ServiceError> {
    let began_at = context.now();
    let upn = UserPrincipalName::parse(login.user_name);
    let shaped = Shaped::parse(login.secret.expose());
    let mac = match &shaped {
        Some(secret) => context.keys.mac(Domain::AppPassword, secret.canonical().as_bytes())?,
        None => String::new(),
    };
    let upn_text = upn.as_ref().map_or("", UserPrincipalName::as_str).to_owned();
    let found = context.store.credentials(Wanted { upn: upn_text, mac, ms_chap: false }).await?;
    let (settings, user, stored) = (Settings::of_rows(&found.settings)?, found.user, found.password_check);
    let check = Check { context, settings, caller, login: &login, began_at, upn: upn.as_ref(), user: user.as_ref() };
    match (&user, found.app_password) {
        (Some(user), Some(row)) if row.user_id == user.id => check.app_password(user, &row).await,
        // Somebody else's app password: who sends it holds a hundred bits, and guesses nothing.
        (_, Some(_)) => check.refuse(AuthenticationMode::AppPassword, DenialReason::AppPasswordInvalid).await,
        (_, None) => {
            let network = check.address().and_then(network_of);
            let place = match &network {
                Some(network) if check.settings.trusts(check.address()) => Place::Trusted(network),
                Some(network) => Place::Network(network),
                None => Place::FrontEnd(login.front_end),
            };
            let subjects = Subject::of_password(Client::Old, check.name(), place);
            let attempt = Attempt::open(context, &mut context.store.read().await?, &check.settings, &subjects).await?;
            check.own_password(attempt, stored, shaped.is_some()).await
        }
    }
}

/// One check and what it stands on.
struct Check<'a> {
    context: &'a Context,
    settings: Settings,
    caller: &'a Caller,
    login: &'a Login<'a>,
    began_at: i64,
    upn: Option<&'a UserPrincipalName>,
    user: Option<&'a User>,
}

impl Check<'_> {
    /// The name as it is kept, or as it was typed where it is none.
    fn name(&self) -> &str {
        self.upn.map_or(self.login.user_name, UserPrincipalName::as_str)
    }

    /// The client's address, if the front end told it.
    fn address(&self) -> Option<&str> {
        self.caller.address.as_deref().filter(|_| self.login.address_is_told)
    }

    async fn app_password(&self, user: &User, row: &AppPasswordRow) -> Result<Verdict, ServiceError> {
        let now = self.context.now();
        let mode = AuthenticationMode::AppPassword;
        if user.is_blocked(now) {
            self.log(self.denied(mode, DenialReason::UserBlocked)).await?;
            return Ok(Verdict::Blocked);
        }
        let used = Attempted { now, protocol: self.login.protocol, address: self.address() };
        if !allow(row, used) {
            // The row names the app password, so that its owner learns that its limits refused it.
            let entry =
                LogEntry { app_password_id: Some(&row.id), ..self.denied(mode, DenialReason::AppPasswordInvalid) };
            self.log(entry.with_detail(Some(row.display_name.clone()))).await?;
            return Ok(Verdict::Refused);
        }
        let entry = LogEntry { app_password_id: Some(&row.id), ..self.entry(mode, SignInResult::SkippedAppPassword) };
        let entry = entry.of(&user.id, &user.upn).with_detail(Some(row.display_name.clone()));
        self.log(entry).await?;
        self.note_use(row, now).await?;
        Ok(Verdict::Allowed(user.upn.clone()))
    }

    /// Not part of the log's transaction: an answer does not depend on it.
    async fn note_use(&self, row: &AppPasswordRow, now: i64) -> Result<(), ServiceError> {
        let fresh = row.last_used_at.is_some_and(|time| time > now - NOTED_EVERY_MS);
        let from = self.last_used_from();
        let same_front_end = row.last_used_front_end.as_deref() == Some(self.login.front_end);
        if fresh && row.last_used_from.as_deref() == Some(&from) && same_front_end {
            return Ok(());
        }
        let mut transaction = self.context.store.begin().await?;
        let client = self.login.device.map(client_name);
        let by = Use {
            from: &from,
            protocol: self.login.protocol,
            front_end: self.login.front_end,
            client: client.as_deref(),
        };
        app_passwords::note_use(&mut transaction, &row.id, by, now, now - NOTED_EVERY_MS).await?;
        Ok(transaction.commit().await?)
    }

    /// `IMAP, 192.0.2.14`
    fn last_used_from(&self) -> String {
        let parts = [Some(application(self.login.protocol)), self.caller.address.clone()];
        parts.into_iter().flatten().collect::<Vec<_>>().join(", ")
    }

    /// What is no app password of anybody. It may have the shape of one: people's own passwords may too.
    async fn own_password(
        &self,
        attempt: Result<Attempt, Wait>,
        stored: Option<String>,
        is_shaped: bool,
    ) -> Result<Verdict, ServiceError> {
        let (mode, wrong) = if is_shaped {
            (AuthenticationMode::AppPassword, DenialReason::AppPasswordInvalid)
        } else {
            (AuthenticationMode::Password, DenialReason::InvalidCredentials)
        };
        let attempt = match attempt {
            Ok(attempt) => attempt.with_fingerprint(self.fingerprint(stored.as_deref())?),
            Err(wait) => return self.throttled(mode, wait).await,
        };
        // A program sends what it knows again and again. To look at it once is enough.
        if attempt.is_repeated(self.began_at) {
            if let Some(wait) = attempt.wait_of_strangers() {
                return self.throttled(mode, wait).await;
            }
            self.log_repeated(self.denied(mode, wrong)).await?;
            return Ok(Verdict::Refused);
        }
        let mut right = self.is_right(self.login.secret, stored.clone(), &attempt).await?;
        let mut code = None;
        for reading in self.login.second_step.map_or(&[][..], |here| here.with_code) {
            if right {
                break;
            }
            right = self.is_right(&reading.password, stored.clone(), &attempt).await?;
            code = Some(&reading.code).filter(|_| right);
        }
        let Some((user, stored)) = self.user.zip(stored).filter(|_| right) else {
            let mut transaction = self.context.store.begin().await?;
            let told = attempt.close(self.context, &mut transaction, Outcome::Wrong).await?;
            if let Err(wait) = told {
                transaction.commit().await?;
                return self.throttled(mode, wait).await;
            }
            self.log_in(transaction, self.denied(mode, wrong)).await?;
            return Ok(Verdict::Refused);
        };
        if let Err(wait) = attempt.succeeded(self.context).await? {
            return self.throttled(mode, wait).await;
        }
        self.right_password(RightPassword { user: user.clone(), verified: stored, code: code.cloned() }).await
    }

    async fn is_right(
        &self,
        password: &SecretText,
        stored: Option<String>,
        attempt: &Attempt,
    ) -> Result<bool, ServiceError> {
        let lot = self.context.lot_of(self.name())?;
        self.context.hashing.verify(Claim { password, stored, lot, lane: attempt.lane() }).await
    }

    /// The person's own password was right. Whether it is enough is decided as for every way in.
    async fn right_password(&self, right: RightPassword) -> Result<Verdict, ServiceError> {
        let user = &right.user;
        let mode = AuthenticationMode::Password;
        if user.is_blocked(self.context.now()) {
            self.log(self.denied(mode, DenialReason::UserBlocked)).await?;
            return Ok(Verdict::Blocked);
        }
        let result = match second_step(user, &self.settings, self.address(), false) {
            SecondStep::NotRequired => SignInResult::NotRequired,
            // A person with an app password needs it in every network.
            SecondStep::SkippedTrustedNetwork if !self.has_app_password(user).await? => {
                SignInResult::SkippedTrustedNetwork
            }
            SecondStep::SkippedTrustedNetwork | SecondStep::SkippedRememberedDevice | SecondStep::Owed => {
                if self.login.second_step.is_some_and(|here| here.can_be_asked || right.code.is_some()) {
                    return Ok(Verdict::OwesSecondStep(Box::new(right)));
                }
                return self.refuse(mode, DenialReason::AppPasswordRequired).await;
            }
        };
        self.log(self.entry(mode, result).of(&user.id, &user.upn)).await?;
        Ok(Verdict::Allowed(user.upn.clone()))
    }

    async fn has_app_password(&self, user: &User) -> Result<bool, ServiceError> {
        Ok(app_passwords::count(&mut self.context.store.read().await?, &user.id).await? > 0)
    }

    /// What a wrong secret is known by when it comes again. Another password of the person makes it another one.
    fn fingerprint(&self, stored: Option<&str>) -> Result<String, ServiceError> {
        let text = format!("wrong\0{}\0{}", stored.unwrap_or_default(), self.login.secret.expose());
        self.context.keys.mac(Domain::Subject, zeroize::Zeroizing::new(text).as_bytes())
    }

    async fn refuse(&self, mode: AuthenticationMode, reason: DenialReason) -> Result<Verdict, ServiceError> {
        self.log(self.denied(mode, reason)).await?;
        Ok(Verdict::Refused)
    }

    async fn throttled(&self, mode: AuthenticationMode, wait: Wait) -> Result<Verdict, ServiceError> {
        self.log_repeated(self.denied(mode, DenialReason::LockedOut).throttled(wait)).await?;
        Ok(Verdict::Throttled(wait))
    }

    fn entry(&self, mode: AuthenticationMode, result: SignInResult) -> LogEntry<'_> {
        LogEntry {
            protocol: self.login.protocol,
            client_device: self.login.device,
            front_end: Some(self.login.front_end),
            repeats: true,
            ..LogEntry::own(self.began_at, mode, result)
        }
    }

    fn denied(&self, mode: AuthenticationMode, reason: DenialReason) -> LogEntry<'_> {
        let reason = match reason {
            DenialReason::InvalidCredentials | DenialReason::AppPasswordInvalid if self.user.is_none() => {
                DenialReason::UserNotFound
            }
            known => known,
        };
        LogEntry {
            denial_reason: Some(reason),
            user_id: self.user.map(|user| user.id.as_str()),
            user_name: kept_name(self.upn, self.user),
            ..self.entry(mode, SignInResult::Denied)
        }
    }

    async fn log(&self, entry: LogEntry<'_>) -> Result<(), ServiceError> {
        let application = application(self.login.protocol);
        let entry = LogEntry { application: &application, ..entry };
        record(self.context, &self.settings.log, self.caller, entry).await
    }

    /// The same, in the transaction that counted the attempt.
    async fn log_in(&self, mut transaction: Transaction, entry: LogEntry<'_>) -> Result<(), ServiceError> {
        let application = application(self.login.protocol);
        let entry = LogEntry { application: &application, ..entry };
        log(self.context, &mut transaction, &self.settings.log, self.caller, entry).await?;
        Ok(transaction.commit().await?)
    }

    /// The same of what may come very often.
    async fn log_repeated(&self, entry: LogEntry<'_>) -> Result<(), ServiceError> {
        let application = application(self.login.protocol);
        let entry = LogEntry { application: &application, ..entry };
        record_refusal(self.context, &self.settings.log, self.caller, entry).await
    }
}

/// How *Recent activity* names what asked.
pub(crate) fn application(protocol: &str) -> String {
    protocol.to_ascii_uppercase()
}
