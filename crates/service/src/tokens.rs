//! Tokens: an authorization code becomes a session, a refresh token the next pair, and a bearer a person.

use proofup_api::{GrantType, MfaState, Scope, SecretText, TokenAnswer, TokenRequest};
use subtle::ConstantTimeEq as _;

use crate::ServiceError;
use crate::authenticator;
use crate::keys::{Domain, pkce_s256};
use crate::sign_in::CLIENT_ID;
use crate::store::sessions::{self, NewSession};
use crate::store::{Connection, authorization_codes, tokens, users};
use crate::world::World;

const ACCESS_LIVES_SECONDS: u32 = 600;
/// A session ends for good after ninety days, a registration after an hour.
pub(crate) const SESSION_LIVES_MS: i64 = 90 * 86_400_000;
const REGISTRATION_LIVES_MS: i64 = 3_600_000;

/// Who holds an access token, and how far it reaches.
#[derive(Debug, Clone)]
pub(crate) struct Bearer {
    pub(crate) session_id: String,
    pub(crate) user_id: String,
    pub(crate) scope: Scope,
    /// An administrator whose second step is enforced.
    pub(crate) administers: bool,
    /// When they last did a second step in this session.
    pub(crate) second_step_at: Option<i64>,
}

/// Why no tokens were given: `error` of RFC 6749, section 5.2.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum TokenRefusal {
    /// `invalid_request`: what it lacks.
    Request(&'static str),
    /// `invalid_client`
    Client,
    /// `invalid_grant`
    Grant,
}

/// Answers a token request.
pub(crate) async fn grant(
    world: &World,
    issuer: &str,
    request: TokenRequest,
) -> Result<Result<TokenAnswer, TokenRefusal>, ServiceError> {
    if request.client_id != CLIENT_ID {
        return Ok(Err(TokenRefusal::Client));
    }
    if let (GrantType::JwtBearer, Some(assertion)) = (request.grant_type, &request.assertion) {
        return authenticator::grant(world, issuer, assertion).await;
    }
    match (request.grant_type, request.code, request.code_verifier, request.refresh_token) {
        (GrantType::AuthorizationCode, Some(code), Some(verifier), None) => exchange(world, &code, &verifier).await,
        (GrantType::RefreshToken, None, None, Some(token)) => refresh(world, &token).await,
        (GrantType::AuthorizationCode, ..) => {
            Ok(Err(TokenRefusal::Request("code and code_verifier are needed, and nothing else")))
        }
        (GrantType::JwtBearer, ..) => Ok(Err(TokenRefusal::Request("assertion is needed"))),
        (GrantType::RefreshToken, ..) => Ok(Err(TokenRefusal::Request("refresh_token is needed, and nothing else"))),
    }
}

/// Opens the session that an authorization code stands for.
async fn exchange(
    world: &World,
    code: &SecretText,
    verifier: &SecretText,
) -> Result<Result<TokenAnswer, TokenRefusal>, ServiceError> {
    let hash = world.keys.mac(Domain::Token, code.expose().as_bytes())?;
    let now = world.now();
    let session_id = world.random.id();
    let mut transaction = world.store.begin().await?;
    let first_use = authorization_codes::use_up(&mut transaction, &hash, &session_id, now).await?;
    let Some(stored) = authorization_codes::find(&mut transaction, &hash).await? else {
        return Ok(Err(TokenRefusal::Grant));
    };
    if !first_use {
        // RFC 6749, section 4.1.2: a code that is used twice was stolen, so what it opened is closed.
        if let Some(opened) = &stored.session_id {
            sessions::end(&mut transaction, opened, now).await?;
        }
        transaction.commit().await?;
        return Ok(Err(TokenRefusal::Grant));
    }
    let challenge = pkce_s256(verifier.expose());
    if !bool::from(challenge.as_bytes().ct_eq(stored.code_challenge.as_bytes())) {
        // Committed: the code is used up by a wrong verifier as well.
        transaction.commit().await?;
        return Ok(Err(TokenRefusal::Grant));
    }
    let lives = if stored.scope == Scope::Registration { REGISTRATION_LIVES_MS } else { SESSION_LIVES_MS };
    let session = NewSession {
        id: &session_id,
        user_id: &stored.user_id,
        scope: stored.scope,
        created_at: now,
        expires_at: now + lives,
        second_step_at: stored.second_step_at,
        device_id: None,
    };
    sessions::insert(&mut transaction, session).await?;
    let answer = issue(world, &mut transaction, &session_id).await?;
    transaction.commit().await?;
    Ok(answer.ok_or(TokenRefusal::Grant))
}

/// Gives the next pair for a refresh token, which is used up by it.
async fn refresh(world: &World, token: &SecretText) -> Result<Result<TokenAnswer, TokenRefusal>, ServiceError> {
    let hash = world.keys.mac(Domain::Token, token.expose().as_bytes())?;
    let now = world.now();
    let mut transaction = world.store.begin().await?;
    let first_use = tokens::use_refresh(&mut transaction, &hash, now).await?;
    let Some(stored) = tokens::refresh(&mut transaction, &hash).await? else {
        return Ok(Err(TokenRefusal::Grant));
    };
    if !first_use {
        // Two hold this token, and nobody can tell who is the thief (RFC 9700, section 4.14.2).
        sessions::end(&mut transaction, &stored.session_id, now).await?;
        transaction.commit().await?;
        return Ok(Err(TokenRefusal::Grant));
    }
    tokens::forget_expired_access(&mut transaction, &stored.session_id, now).await?;
    let answer = issue(world, &mut transaction, &stored.session_id).await?;
    transaction.commit().await?;
    Ok(answer.ok_or(TokenRefusal::Grant))
}

/// A new pair for a session; `None` if the session is over or its person blocked.
async fn issue(world: &World, db: &mut Connection, session_id: &str) -> Result<Option<TokenAnswer>, ServiceError> {
    let now = world.now();
    let refresh = world.random.token()?;
    let refresh_hash = world.keys.mac(Domain::Token, refresh.expose().as_bytes())?;
    tokens::insert_refresh(&mut *db, &refresh_hash, session_id, now).await?;
    let answer = issue_access(world, db, session_id).await?;
    Ok(answer.map(|answer| TokenAnswer { refresh_token: Some(refresh), ..answer }))
}

/// A session of ten minutes for a device. It gets no refresh token: its key is what it comes back with.
pub(crate) async fn issue_to_device(
    world: &World,
    db: &mut Connection,
    user_id: &str,
    device_id: &str,
) -> Result<Option<TokenAnswer>, ServiceError> {
    let (now, session_id) = (world.now(), world.random.id());
    let session = NewSession {
        id: &session_id,
        user_id,
        scope: Scope::Authenticator,
        created_at: now,
        expires_at: now + i64::from(ACCESS_LIVES_SECONDS) * 1000,
        second_step_at: None,
        device_id: Some(device_id),
    };
    sessions::insert(&mut *db, session).await?;
    issue_access(world, db, &session_id).await
}

/// An access token for a session; `None` if the session is over or its person blocked.
async fn issue_access(
    world: &World,
    db: &mut Connection,
    session_id: &str,
) -> Result<Option<TokenAnswer>, ServiceError> {
    let now = world.now();
    let access = world.random.token()?;
    let access_hash = world.keys.mac(Domain::Token, access.expose().as_bytes())?;
    let access_expires_at = now + i64::from(ACCESS_LIVES_SECONDS) * 1000;
    tokens::insert_access(&mut *db, &access_hash, session_id, access_expires_at).await?;
    let Some(bearer) = tokens::bearer(db, &access_hash, now).await? else {
        return Ok(None);
    };
    let scope = match (bearer.scope, administers(&bearer)) {
        (Scope::SecurityInfo, true) => format!("{} {}", Scope::SecurityInfo, Scope::Admin),
        (scope, _) => scope.to_string(),
    };
    Ok(Some(TokenAnswer {
        access_token: access,
        token_type: "Bearer".to_owned(),
        expires_in: ACCESS_LIVES_SECONDS,
        refresh_token: None,
        scope,
    }))
}

/// Ends the session of a token of either kind (RFC 7009). An unknown token is no error.
pub(crate) async fn revoke(world: &World, token: &SecretText) -> Result<(), ServiceError> {
    let hash = world.keys.mac(Domain::Token, token.expose().as_bytes())?;
    let session = tokens::session_of(&mut world.store.read().await?, &hash).await?;
    if let Some(session_id) = session {
        let mut transaction = world.store.begin().await?;
        sessions::end(&mut transaction, &session_id, world.now()).await?;
        transaction.commit().await?;
    }
    Ok(())
}

/// Who holds this access token now.
pub(crate) async fn bearer(world: &World, token: &SecretText) -> Result<Option<Bearer>, ServiceError> {
    let hash = world.keys.mac(Domain::Token, token.expose().as_bytes())?;
    let found = tokens::bearer(&mut world.store.read().await?, &hash, world.now()).await?;
    Ok(found.map(|found| Bearer {
        administers: administers(&found),
        session_id: found.session_id,
        user_id: found.user_id,
        scope: found.scope,
        second_step_at: found.second_step_at,
    }))
}

/// Whether a session reaches administration: an administrator's, and only once their second step is enforced.
fn administers(bearer: &tokens::Bearer) -> bool {
    bearer.scope == Scope::SecurityInfo && bearer.administrator && bearer.mfa_state == MfaState::Enforced
}

/// Ends every session of a person.
pub(crate) async fn end_sessions(world: &World, db: &mut Connection, user_id: &str) -> Result<(), ServiceError> {
    users::note_change(&mut *db, user_id).await?;
    sessions::end_all_but(db, user_id, None, world.now()).await
}
