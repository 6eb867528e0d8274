//! Tokens of a session: an access token for ten minutes, and a refresh token for the next one.

use proofup_api::{Scope, SecretText, TokenAnswer};
use proofup_store::authorization_codes::AuthorizationCode;
use proofup_store::sessions::{self, NewSession};
use proofup_store::{Connection, tokens};

use super::{LIVES_MS, REGISTRATION_LIVES_MS, roles};
use crate::ServiceError;
use crate::context::Context;
use crate::runtime::keys::Domain;

const ACCESS_LIVES_SECONDS: u32 = 600;

/// Opens the session of an authorization code.
pub(crate) async fn open(
    context: &Context,
    db: &mut Connection,
    session_id: &str,
    code: &AuthorizationCode,
) -> Result<Option<TokenAnswer>, ServiceError> {
    let now = context.now();
    let lives = if code.scope == Scope::Registration { REGISTRATION_LIVES_MS } else { LIVES_MS };
    let session = NewSession {
        id: session_id,
        user_id: &code.user_id,
        scope: code.scope,
        created_at: now,
        expires_at: now + lives,
        second_step_at: code.second_step_at,
        device_id: None,
    };
    sessions::insert(&mut *db, session).await?;
    issue(context, db, session_id, context.random.token()?).await
}

/// A new pair for a session, of which the refresh token is given; `None` if the session is over or its person blocked.
pub(crate) async fn issue(
    context: &Context,
    db: &mut Connection,
    session_id: &str,
    refresh: SecretText,
) -> Result<Option<TokenAnswer>, ServiceError> {
    let hash = context.keys.mac(Domain::Token, refresh.expose().as_bytes())?;
    tokens::insert_refresh(&mut *db, &hash, session_id, context.now()).await?;
    issue_again(context, db, session_id, refresh).await
}

/// The same, with a refresh token that was given before.
pub(crate) async fn issue_again(
    context: &Context,
    db: &mut Connection,
    session_id: &str,
    refresh: SecretText,
) -> Result<Option<TokenAnswer>, ServiceError> {
    let answer = issue_access(context, db, session_id).await?;
    Ok(answer.map(|answer| TokenAnswer { refresh_token: Some(refresh), ..answer }))
}

/// A session of ten minutes for a device. It gets no refresh token: the device comes back with its key.
pub(crate) async fn issue_to_device(
    context: &Context,
    db: &mut Connection,
    user_id: &str,
    device_id: &str,
) -> Result<Option<TokenAnswer>, ServiceError> {
    let (now, session_id) = (context.now(), context.random.id());
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
    issue_access(context, db, &session_id).await
}

/// An access token for a session; `None` if the session is over or its person blocked.
async fn issue_access(
    context: &Context,
    db: &mut Connection,
    session_id: &str,
) -> Result<Option<TokenAnswer>, ServiceError> {
    let now = context.now();
    let access = context.random.token()?;
    let access_hash = context.keys.mac(Domain::Token, access.expose().as_bytes())?;
    let access_expires_at = now + i64::from(ACCESS_LIVES_SECONDS) * 1000;
    tokens::insert_access(&mut *db, &access_hash, session_id, access_expires_at).await?;
    let Some(bearer) = tokens::bearer(db, &access_hash, now).await? else {
        return Ok(None);
    };
    let scope = match (bearer.scope, roles(&bearer).is_empty()) {
        (Scope::SecurityInfo, false) => format!("{} {}", Scope::SecurityInfo, Scope::Admin),
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
