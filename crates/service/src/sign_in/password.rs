//! The first step: name and password.

use proofup_api::{
    AuthenticationMode, ChallengeError, ChallengeOutcome, ChallengeRequest, DenialReason, Params, RememberDevice,
    Scope, SignInResult,
};

use super::grant::{authorization_code, is_remembered};
use super::guesses::{Subject, address_limit, take_place};
use super::log::{LogEntry, log, record};
use super::{CLIENT_ID, ChallengeAnswer, denied, owed, refused};
use crate::ServiceError;
use crate::error::param;
use crate::keys::Domain;
use crate::people::UserPrincipalName;
use crate::settings::Settings;
use crate::standing::Standing;
use crate::store::auth_sessions::{self, AuthSession};
use crate::store::users::{self, User};
use crate::store::{Transaction, attempt_counters, bypasses};
use crate::world::{Caller, World};

/// How long a person has for the second step.
const SIGN_IN_LIVES_MS: i64 = 600_000;

/// Checks name and password, and says what is owed beyond them.
pub(super) async fn check(
    world: &World,
    caller: &Caller,
    request: ChallengeRequest,
) -> Result<ChallengeAnswer, ServiceError> {
    let began_at = world.now();
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
    let settings = Settings::load(&mut world.store.read().await?).await?;
    let name = upn.as_ref().map_or(name.as_str(), UserPrincipalName::as_str);
    let guess = match Guess::take(world, caller, &settings, name).await? {
        Ok(guess) => guess,
        Err(seconds) => {
            let user = find(world, upn.as_ref()).await?.0;
            let entry = denial(began_at, DenialReason::LockedOut, user.as_ref(), upn.as_ref());
            record(world, &settings.log, caller, entry).await?;
            return Ok(denied(DenialReason::LockedOut, param("retryAfterSeconds", seconds)));
        }
    };
    let (user, stored) = find(world, upn.as_ref()).await?;
    let right = world.hashing.verify(password, stored.clone()).await?;
    let Some(user) = user.filter(|_| right) else {
        guess.failed(world).await?;
        let user = find(world, upn.as_ref()).await?.0;
        // The log calls every attempt by its name; only the right password hears of a block, and nobody of a missing person.
        let blocked = user.as_ref().is_some_and(|user| user.is_blocked(began_at));
        let reason = match &user {
            None => DenialReason::UserNotFound,
            Some(_) if blocked => DenialReason::UserBlocked,
            Some(_) => DenialReason::InvalidCredentials,
        };
        let entry = denial(began_at, reason, user.as_ref(), upn.as_ref());
        record(world, &settings.log, caller, entry).await?;
        return Ok(denied(DenialReason::InvalidCredentials, Params::new()));
    };
    guess.succeeded(world).await?;
    if let Some(outdated) = stored.filter(|stored| world.hashing.is_outdated(stored)) {
        let anew = world.hashing.hash(password).await?;
        let mut transaction = world.store.begin().await?;
        users::replace_password_hash(&mut transaction, &user.id, &outdated, &anew).await?;
        transaction.commit().await?;
    }
    if user.is_blocked(world.now()) {
        let entry = denial(began_at, DenialReason::UserBlocked, Some(&user), upn.as_ref());
        record(world, &settings.log, caller, entry).await?;
        return Ok(denied(DenialReason::UserBlocked, Params::new()));
    }
    let standing = Standing::load(&mut world.store.read().await?, user).await?;
    go_on(world, caller, began_at, standing, &request, code_challenge).await
}

/// The password was right: through, or on to the second step.
async fn go_on(
    world: &World,
    caller: &Caller,
    began_at: i64,
    standing: Standing,
    request: &ChallengeRequest,
    code_challenge: String,
) -> Result<ChallengeAnswer, ServiceError> {
    let user = &standing.user;
    let mut db = world.store.read().await?;
    let way_in = if standing.registration().required {
        Some((AuthenticationMode::Password, SignInResult::RegistrationPrompted, Scope::Registration, None))
    } else if !standing.owes_second_step() {
        Some((AuthenticationMode::Password, SignInResult::NotRequired, Scope::SecurityInfo, None))
    } else {
        let device = match &request.device_token {
            Some(token) => is_remembered(world, &mut db, &user.id, &standing.settings, token).await?,
            None => None,
        };
        device.map(|device| {
            let (mode, result) = (AuthenticationMode::RememberedDevice, SignInResult::SkippedRememberedDevice);
            (mode, result, Scope::SecurityInfo, Some(device))
        })
    };
    drop(db);
    let mut transaction = world.store.begin().await?;
    // Any sign-in ends a bypass; of many at once, one comes in by it.
    let bypassed = bypasses::end(&mut transaction, &user.id, world.now()).await?;
    let bypass = (AuthenticationMode::Password, SignInResult::SkippedOneTimeBypass, Scope::SecurityInfo, None);
    let Some((mode, result, scope, device)) = way_in.or_else(|| bypassed.then_some(bypass)) else {
        return second_step_owed(world, transaction, &standing, code_challenge).await;
    };
    let granted = authorization_code(world, &mut transaction, &user.id, scope, &code_challenge, None).await?;
    let entry = LogEntry::own(began_at, mode, result)
        .of(&user.id, &user.upn)
        .with_device(device.as_ref().map(|device| device.id.as_str()))
        .with_detail(device.as_ref().map(|device| device.display_name.clone()));
    log(world, &mut transaction, &standing.settings.log, caller, entry).await?;
    transaction.commit().await?;
    Ok(ChallengeAnswer::Granted(granted))
}

async fn second_step_owed(
    world: &World,
    mut transaction: Transaction,
    standing: &Standing,
    code_challenge: String,
) -> Result<ChallengeAnswer, ServiceError> {
    let token = world.random.token()?;
    let now = world.now();
    let session = AuthSession {
        hash: world.keys.mac(Domain::Token, token.expose().as_bytes())?,
        user_id: standing.user.id.clone(),
        code_challenge,
        stepped_up_session: None,
        started_method: None,
        wrong_codes: 0,
        created_at: now,
        expires_at: now + SIGN_IN_LIVES_MS,
        finished_at: None,
    };
    auth_sessions::insert(&mut transaction, &session).await?;
    transaction.commit().await?;
    let methods = standing.hints();
    let remember = standing.settings.remember_device;
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

/// A person and their password's hash. Whether or not the name exists, the same statements run.
async fn find(world: &World, upn: Option<&UserPrincipalName>) -> Result<(Option<User>, Option<String>), ServiceError> {
    let mut db = world.store.read().await?;
    let user = users::by_upn(&mut db, upn.map_or("", UserPrincipalName::as_str)).await?;
    let stored = users::password_hash(&mut db, user.as_ref().map_or("", |user| &user.id)).await?;
    Ok((user, stored))
}

fn denial<'a>(
    began_at: i64,
    reason: DenialReason,
    user: Option<&'a User>,
    upn: Option<&'a UserPrincipalName>,
) -> LogEntry<'a> {
    let entry = LogEntry::denied(began_at, AuthenticationMode::Password, reason);
    // What was typed is kept only if it has the shape of a name: people paste passwords into the wrong box.
    LogEntry { user_id: user.map(|user| user.id.as_str()), user_name: upn.map(UserPrincipalName::as_str), ..entry }
}

/// A password guess that has its place under the name and under the address.
struct Guess<'a> {
    name_key: String,
    address_key: Option<String>,
    settings: &'a Settings,
}

impl<'a> Guess<'a> {
    async fn take(
        world: &World,
        caller: &Caller,
        settings: &'a Settings,
        name: &str,
    ) -> Result<Result<Self, i64>, ServiceError> {
        let name_key = Subject::PasswordOf(name).key(world)?;
        let address_key =
            caller.address.as_deref().map(|address| Subject::PasswordFrom(address).key(world)).transpose()?;
        let now = world.now();
        let mut transaction = world.store.begin().await?;
        if let Some(key) = &address_key
            && let Err(seconds) = take_place(&mut transaction, key, address_limit(settings), now).await?
        {
            return Ok(Err(seconds));
        }
        let place = take_place(&mut transaction, &name_key, settings.lockout(), now).await?;
        // The place under the address is taken all the same: it was an attempt from there.
        transaction.commit().await?;
        Ok(place.map(|_| Self { name_key, address_key, settings }))
    }

    async fn failed(&self, world: &World) -> Result<(), ServiceError> {
        let mut transaction = world.store.begin().await?;
        let now = world.now();
        if let Some(key) = &self.address_key {
            attempt_counters::lock_if_used_up(&mut transaction, key, address_limit(self.settings), now).await?;
        }
        attempt_counters::lock_if_used_up(&mut transaction, &self.name_key, self.settings.lockout(), now).await?;
        transaction.commit().await
    }

    async fn succeeded(&self, world: &World) -> Result<(), ServiceError> {
        let mut transaction = world.store.begin().await?;
        if let Some(key) = &self.address_key {
            // Given back, not forgotten: a guesser must not reset the count with an account of their own.
            attempt_counters::give_back(&mut transaction, key).await?;
        }
        attempt_counters::clear(&mut transaction, &self.name_key).await?;
        transaction.commit().await
    }
}
