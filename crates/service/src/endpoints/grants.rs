//! The token endpoint: an authorization code becomes a session, a refresh token the next pair, an assertion a device's
//! session.

use proofup_api::{GrantType, SecretText, TokenAnswer, TokenRequest};
use proofup_store::{Connection, authorization_codes, tokens};
use subtle::ConstantTimeEq as _;

use crate::context::Context;
use crate::methods::push;
use crate::runtime::keys::{Domain, pkce_s256};
use crate::session::TokenRefusal;
use crate::sign_in::CLIENT_ID;
use crate::{ServiceError, session};

/// How long a refresh token that was used gives the same successor: its first answer may have been lost.
const ANSWERED_AGAIN_MS: i64 = 30_000;

type Granted = Result<Result<TokenAnswer, TokenRefusal>, ServiceError>;

/// Answers a token request.
pub(crate) async fn grant(context: &Context, audiences: &[String], request: TokenRequest) -> Granted {
    if request.client_id != CLIENT_ID {
        return Ok(Err(TokenRefusal::Client));
    }
    if let (GrantType::JwtBearer, Some(assertion)) = (request.grant_type, &request.assertion) {
        return push::grant(context, audiences, assertion).await;
    }
    match (request.grant_type, request.code, request.code_verifier, request.refresh_token) {
        (GrantType::AuthorizationCode, Some(code), Some(verifier), None) => {
            context.store.again_if_crossed(|| exchange(context, &code, &verifier)).await
        }
        (GrantType::RefreshToken, None, None, Some(token)) => {
            context.store.again_if_crossed(|| refresh(context, &token)).await
        }
        (GrantType::AuthorizationCode, ..) => {
            Ok(Err(TokenRefusal::Request("code and code_verifier are needed, and nothing else")))
        }
        (GrantType::JwtBearer, ..) => Ok(Err(TokenRefusal::Request("assertion is needed"))),
        (GrantType::RefreshToken, ..) => Ok(Err(TokenRefusal::Request("refresh_token is needed, and nothing else"))),
    }
}

/// Opens the session that an authorization code stands for.
async fn exchange(context: &Context, code: &SecretText, verifier: &SecretText) -> Granted {
    let hash = context.keys.mac(Domain::Token, code.expose().as_bytes())?;
    let now = context.now();
    let session_id = context.random.id();
    let Some(stored) = authorization_codes::find(&mut context.store.read().await?, &hash).await? else {
        return Ok(Err(TokenRefusal::Grant));
    };
    // A revocation locks the person too, and ends either the code or its session.
    let (mut transaction, _) = context.store.hold(&stored.user_id).await?;
    if !authorization_codes::use_up(&mut transaction, &hash, &session_id, now).await? {
        // RFC 6749, section 4.1.2: a code that is used twice was stolen, so what it opened is closed.
        let used = authorization_codes::find(&mut transaction, &hash).await?;
        if let Some(opened) = used.and_then(|used| used.session_id) {
            session::end_one(&mut transaction, &stored.user_id, &opened, now).await?;
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
    let answer = session::open(context, &mut transaction, &session_id, &stored).await?;
    transaction.commit().await?;
    Ok(answer.ok_or(TokenRefusal::Grant))
}

/// Gives the next pair for a refresh token, which is used up by it.
async fn refresh(context: &Context, token: &SecretText) -> Granted {
    let hash = context.keys.mac(Domain::Token, token.expose().as_bytes())?;
    let now = context.now();
    let Some(found) = tokens::refresh(&mut context.store.read().await?, &hash).await? else {
        return Ok(Err(TokenRefusal::Grant));
    };
    let (mut transaction, _) = context.store.hold(&found.user_id).await?;
    let session_id = &found.session_id;
    let successor = successor(context, token)?;
    let answer = if tokens::use_refresh(&mut transaction, &hash, now).await? {
        tokens::forget_expired_access(&mut transaction, session_id, now).await?;
        session::issue(context, &mut transaction, session_id, successor).await?
    } else if answer_was_lost(context, &mut transaction, &hash, &successor).await? {
        session::issue_again(context, &mut transaction, session_id, successor).await?
    } else {
        // Two hold this token, and nobody can tell who is the thief (RFC 9700, section 4.14.2).
        session::end_one(&mut transaction, &found.user_id, session_id, now).await?;
        None
    };
    transaction.commit().await?;
    Ok(answer.ok_or(TokenRefusal::Grant))
}

/// The refresh token that follows on another one. It is made from it under the server's key, so that it can be made again
/// though its hash alone is stored.
fn successor(context: &Context, token: &SecretText) -> Result<SecretText, ServiceError> {
    context.keys.mac(Domain::Successor, token.expose().as_bytes()).map(SecretText::new)
}

/// Whether a token that comes back was used just now, and nobody has used what it was exchanged for.
async fn answer_was_lost(
    context: &Context,
    db: &mut Connection,
    hash: &str,
    successor: &SecretText,
) -> Result<bool, ServiceError> {
    let used_at = tokens::refresh(&mut *db, hash).await?.and_then(|token| token.used_at);
    if used_at.is_none_or(|time| context.now() - time > ANSWERED_AGAIN_MS) {
        return Ok(false);
    }
    let next = context.keys.mac(Domain::Token, successor.expose().as_bytes())?;
    Ok(tokens::refresh(db, &next).await?.is_some_and(|token| token.used_at.is_none()))
}

/// Ends the session of a token of either kind (RFC 7009). An unknown token is no error.
pub(crate) async fn revoke(context: &Context, token: &SecretText) -> Result<(), ServiceError> {
    let hash = context.keys.mac(Domain::Token, token.expose().as_bytes())?;
    let found = tokens::session_of(&mut context.store.read().await?, &hash).await?;
    if let Some((session_id, user_id)) = found {
        let (mut transaction, _) = context.store.hold(&user_id).await?;
        session::end_one(&mut transaction, &user_id, &session_id, context.now()).await?;
        transaction.commit().await?;
    }
    Ok(())
}
