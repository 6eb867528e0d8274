//! The first step: name and password.

use proofup_api::{
    AuthenticationMode, ChallengeError, ChallengeOutcome, ChallengeRequest, DenialReason, Params, RememberDevice,
    Scope, SignInResult,
};
use proofup_store::auth_sessions::{self, AuthSession};
use proofup_store::trusted_devices::{self, TrustedDeviceRow};
use proofup_store::users::{self, User};
use proofup_store::{Transaction, bypasses};

use super::grant::{authorization_code, is_remembered};
use super::{CLIENT_ID, ChallengeAnswer, denied, owed, refused};
use crate::ServiceError;
use crate::audit::record::{LogEntry, log, record, record_refusal};
use crate::context::{Caller, Context};
use crate::methods::enrollment::{Enrollment, SecondStep, second_step};
use crate::passwords::Claim;
use crate::people::names::{UserPrincipalName, kept_name};
use crate::runtime::keys::Domain;
use crate::runtime::wait::Wait;
use crate::settings::Settings;
use crate::throttle::{Attempt, Client, Outcome, Place, Subject};

/// How long a person has for the second step.
const SIGN_IN_LIVES_MS: i64 = 600_000;

/// Checks name and password, and says what is owed beyond them.
pub(super) async fn check(
    context: &Context,
    caller: &Caller,
    request: ChallengeRequest,
) -> Result<ChallengeAnswer, ServiceError> {
    let began_at = context.now();
    if request.client_id.as_deref() != Some(CLIENT_ID) {
        return Ok(refused(ChallengeOutcome::InvalidClient, "unknown client_id"));
    }
    let (Some(name), Some(password)) = (&request.username, &request.password) else {
        return Ok(refused(ChallengeOutcome::InvalidRequest, "username and password, or auth_session, are needed"));
    };
    let Some(code_challenge) = pkce_challenge(&request) else {
        return Ok(refused(ChallengeOutcome::InvalidRequest, "PKCE with code_challenge_method S256 is needed"));
    };
    let upn = UserPrincipalName::parse(name);
    let name = upn.as_ref().map_or(name.as_str(), UserPrincipalName::as_str);
    // Whether or not the name exists, the same statements run.
    let mut db = context.store.read().await?;
    let settings = Settings::load(&mut db).await?;
    let user = users::by_upn(&mut db, upn.as_ref().map_or("", UserPrincipalName::as_str)).await?;
    let user_id = user.as_ref().map_or("", |user| &user.id);
    let stored = users::password_check(&mut db, user_id).await?;
    let device = match &request.device_token {
        Some(token) => is_remembered(context, &mut db, user_id, &settings, token).await?,
        None => None,
    };
    let network = caller.network();
    let subjects =
        Subject::of_password(Client::App, name, place(&settings, device.as_ref(), caller, network.as_deref()));
    let attempt = Attempt::open(context, &mut db, &settings, &subjects).await?;
    drop(db);
    let attempt = match attempt {
        Ok(attempt) => attempt,
        Err(wait) => {
            let entry = denial(began_at, DenialReason::LockedOut, user.as_ref(), upn.as_ref());
            return throttled(context, &settings, caller, entry, wait).await;
        }
    };
    let lane = attempt.lane();
    let claim = Claim { password, stored: stored.clone(), lot: context.lot_of(name)?, lane: lane.clone() };
    let right = context.hashing.verify(claim).await?;
    let Some(user) = user.as_ref().filter(|_| right) else {
        let mut transaction = context.store.begin().await?;
        if let Err(wait) = attempt.close(context, &mut transaction, Outcome::Wrong).await? {
            transaction.commit().await?;
            let entry = denial(began_at, DenialReason::LockedOut, user.as_ref(), upn.as_ref());
            return throttled(context, &settings, caller, entry, wait).await;
        }
        // The log calls every attempt by its name; only the right password hears of a block, and nobody of a missing person.
        let reason = match &user {
            None => DenialReason::UserNotFound,
            Some(user) if user.is_blocked(began_at) => DenialReason::UserBlocked,
            Some(_) => DenialReason::InvalidCredentials,
        };
        let entry = denial(began_at, reason, user.as_ref(), upn.as_ref());
        log(context, &mut transaction, &settings.log, caller, entry).await?;
        transaction.commit().await?;
        return Ok(denied(DenialReason::InvalidCredentials, Params::new()));
    };
    if let Err(wait) = attempt.succeeded(context).await? {
        let entry = denial(began_at, DenialReason::LockedOut, Some(user), upn.as_ref());
        return throttled(context, &settings, caller, entry, wait).await;
    }
    let mut verified = stored.unwrap_or_default();
    if context.hashing.is_outdated(&verified) {
        let anew = context.hashing.hash(password, &lane).await?;
        let mut transaction = context.store.begin().await?;
        let replaced = users::replace_password_hash(&mut transaction, &user.id, &verified, &anew).await?;
        transaction.commit().await?;
        if replaced {
            verified = anew;
        }
    }
    if user.is_blocked(context.now()) {
        let entry = denial(began_at, DenialReason::UserBlocked, Some(user), upn.as_ref());
        record(context, &settings.log, caller, entry).await?;
        return Ok(denied(DenialReason::UserBlocked, Params::new()));
    }
    let enrollment = Enrollment::load(&mut context.store.read().await?, user.clone()).await?;
    let right = RightPassword { context, caller, began_at, verified: &verified, device, code_challenge };
    context.store.again_if_crossed(|| right.go_on(&enrollment)).await
}

/// The origin of the attempt. Attempts from the person's own devices and the organisation's networks are counted apart.
fn place<'a>(
    settings: &Settings,
    device: Option<&'a TrustedDeviceRow>,
    caller: &Caller,
    network: Option<&'a str>,
) -> Place<'a> {
    match (device, network) {
        (Some(device), _) => Place::Device(&device.id),
        (None, Some(network)) if settings.trusts(caller.address.as_deref()) => Place::Trusted(network),
        (None, Some(network)) => Place::Network(network),
        (None, None) => Place::Unknown,
    }
}

/// Too many were wrong before this one: nothing is said of it.
async fn throttled(
    context: &Context,
    settings: &Settings,
    caller: &Caller,
    entry: LogEntry<'_>,
    wait: Wait,
) -> Result<ChallengeAnswer, ServiceError> {
    record_refusal(context, &settings.log, caller, entry.throttled(wait)).await?;
    Ok(denied(DenialReason::LockedOut, wait.params()))
}

/// A password that was right: through, or on to the second step.
struct RightPassword<'a> {
    context: &'a Context,
    caller: &'a Caller,
    began_at: i64,
    /// The hash that it was checked against.
    verified: &'a str,
    device: Option<TrustedDeviceRow>,
    code_challenge: String,
}

impl RightPassword<'_> {
    async fn go_on(&self, read_before: &Enrollment) -> Result<ChallengeAnswer, ServiceError> {
        let (context, id) = (self.context, &read_before.user.id);
        let (mut transaction, present) = context.store.hold(id).await?;
        // Rows that were read before the lock count only if nothing has changed since.
        let read_now;
        let (enrollment, device) = match present {
            Some(present) if present.changes == read_before.user.changes => (read_before, self.device.as_ref()),
            Some(present) if users::password_check(&mut transaction, id).await?.as_deref() == Some(self.verified) => {
                read_now = Enrollment::load(&mut transaction, present).await?;
                let devices = trusted_devices::of_user(&mut transaction, id, context.now()).await?;
                let device = self.device.as_ref().filter(|device| devices.iter().any(|still| still.id == device.id));
                (&read_now, device)
            }
            _ => return self.deny(transaction, &read_before.user, DenialReason::InvalidCredentials).await,
        };
        if enrollment.user.is_blocked(context.now()) {
            return self.deny(transaction, &enrollment.user, DenialReason::UserBlocked).await;
        }
        self.go_on_from(transaction, enrollment, device).await
    }

    async fn go_on_from(
        &self,
        mut transaction: Transaction,
        enrollment: &Enrollment,
        device: Option<&TrustedDeviceRow>,
    ) -> Result<ChallengeAnswer, ServiceError> {
        let (context, user) = (self.context, &enrollment.user);
        let by_password = AuthenticationMode::Password;
        let way_in = if enrollment.registration().required {
            Some((by_password, SignInResult::RegistrationPrompted, Scope::Registration, None))
        } else {
            match second_step(user, &enrollment.settings, self.caller.address.as_deref(), device.is_some()) {
                SecondStep::NotRequired => Some((by_password, SignInResult::NotRequired, Scope::SecurityInfo, None)),
                SecondStep::SkippedTrustedNetwork => {
                    Some((by_password, SignInResult::SkippedTrustedNetwork, Scope::SecurityInfo, None))
                }
                SecondStep::SkippedRememberedDevice => {
                    let (mode, result) = (AuthenticationMode::RememberedDevice, SignInResult::SkippedRememberedDevice);
                    Some((mode, result, Scope::SecurityInfo, device))
                }
                SecondStep::Owed => None,
            }
        };
        // Any sign-in ends a bypass; of many at once, one comes in by it.
        let bypassed = bypasses::end(&mut transaction, &user.id, context.now()).await?;
        let bypass = (by_password, SignInResult::SkippedOneTimeBypass, Scope::SecurityInfo, None);
        let Some((mode, result, scope, device)) = way_in.or_else(|| bypassed.then_some(bypass)) else {
            return second_step_owed(context, transaction, enrollment, self.code_challenge.clone()).await;
        };
        let granted =
            authorization_code(context, &mut transaction, &user.id, scope, &self.code_challenge, None).await?;
        let entry = LogEntry::own(self.began_at, mode, result)
            .of(&user.id, &user.upn)
            .with_device(device.map(|device| device.id.as_str()))
            .with_detail(device.map(|device| device.display_name.clone()));
        log(context, &mut transaction, &enrollment.settings.log, self.caller, entry).await?;
        transaction.commit().await?;
        Ok(ChallengeAnswer::Granted(granted))
    }

    /// The password was changed, or the person blocked, while it was checked.
    async fn deny(
        &self,
        mut transaction: Transaction,
        user: &User,
        reason: DenialReason,
    ) -> Result<ChallengeAnswer, ServiceError> {
        let kept = Settings::load(&mut transaction).await?.log;
        let entry = LogEntry::denied(self.began_at, AuthenticationMode::Password, reason).of(&user.id, &user.upn);
        log(self.context, &mut transaction, &kept, self.caller, entry).await?;
        transaction.commit().await?;
        Ok(denied(reason, Params::new()))
    }
}

async fn second_step_owed(
    context: &Context,
    mut transaction: Transaction,
    enrollment: &Enrollment,
    code_challenge: String,
) -> Result<ChallengeAnswer, ServiceError> {
    let token = context.random.token()?;
    let now = context.now();
    let session = AuthSession {
        hash: context.keys.mac(Domain::Token, token.expose().as_bytes())?,
        user_id: enrollment.user.id.clone(),
        code_challenge,
        stepped_up_session: None,
        started_method: None,
        wrong_codes: 0,
        created_at: now,
        expires_at: now + SIGN_IN_LIVES_MS,
        finished_at: None,
        denial_reason: None,
        front_end: None,
        answered: 0,
    };
    auth_sessions::insert(&mut transaction, &session).await?;
    transaction.commit().await?;
    let methods = enrollment.hints();
    let remember = enrollment.settings.remember_device;
    Ok(ChallengeAnswer::Owed(Box::new(ChallengeError {
        auth_session: Some(token),
        preferred: methods.first().map(|method| method.id.clone()),
        methods,
        remember_device: Some(RememberDevice { allowed: remember.allowed, days: remember.days }),
        ..owed(ChallengeOutcome::InsufficientAuthorization)
    })))
}

/// The challenge, if it is one of S256: 32 bytes in base64url (RFC 7636, section 4.2).
fn pkce_challenge(request: &ChallengeRequest) -> Option<String> {
    let challenge = request.code_challenge.as_ref()?;
    let bytes = data_encoding::BASE64URL_NOPAD.decode(challenge.as_bytes()).ok()?;
    (request.code_challenge_method.as_deref() == Some("S256") && bytes.len() == 32).then(|| challenge.clone())
}

fn denial<'a>(
    began_at: i64,
    reason: DenialReason,
    user: Option<&'a User>,
    upn: Option<&'a UserPrincipalName>,
) -> LogEntry<'a> {
    let entry = LogEntry::denied(began_at, AuthenticationMode::Password, reason);
    let user_name = kept_name(upn, user);
    LogEntry { user_id: user.map(|user| user.id.as_str()), user_name, ..entry }
}
