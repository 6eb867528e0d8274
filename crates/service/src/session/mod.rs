//! Sessions of signed-in people: the holder, opening, tokens, and the end.

mod end;
mod issue;
mod machine;

use proofup_api::{ErrorCode, MfaState, Role, Scope, SecretText};
use proofup_store::users::User;
use proofup_store::{Connection, tokens, users};

pub(crate) use end::{end_all, end_one, end_sign_ins, end_without_second_step};
pub(crate) use issue::{issue, issue_again, issue_to_device, open};
pub(crate) use machine::{Administering, PREFIX as MACHINE_PREFIX, is_of_a_machine, machine};

use crate::ServiceError;
use crate::context::{Caller, Context};
use crate::runtime::keys::Domain;

/// A session ends for good after ninety days.
pub(crate) const LIVES_MS: i64 = 90 * 86_400_000;
/// A registration ends after an hour, whether it is owed or the person's own wish.
pub(crate) const REGISTRATION_LIVES_MS: i64 = 3_600_000;

/// The holder of an access token, and its scope.
#[derive(Debug, Clone)]
pub(crate) struct Bearer {
    pub(crate) session_id: String,
    pub(crate) user_id: String,
    pub(crate) scope: Scope,
    /// What they may do beyond looking after themselves; nothing while no second step is enforced.
    pub(crate) roles: Vec<Role>,
    /// A full session that is in the wizard by its person's own wish.
    pub(crate) registers_anew: bool,
    /// When they last did a second step in this session.
    pub(crate) second_step_at: Option<i64>,
    /// Where this request came from.
    pub(crate) caller: Caller,
}

/// The holder of this access token now.
pub(crate) async fn bearer(
    context: &Context,
    token: &SecretText,
    caller: Caller,
) -> Result<Option<Bearer>, ServiceError> {
    let hash = context.keys.mac(Domain::Token, token.expose().as_bytes())?;
    let found = tokens::bearer(&mut context.store.read().await?, &hash, context.now()).await?;
    Ok(found.map(|found| Bearer {
        roles: roles(&found),
        session_id: found.session_id,
        user_id: found.user_id,
        scope: found.scope,
        registers_anew: found.registers_anew,
        second_step_at: found.second_step_at,
        caller,
    }))
}

/// The person of a session.
pub(crate) async fn person(db: &mut Connection, bearer: &Bearer) -> Result<User, ServiceError> {
    users::by_id(db, &bearer.user_id).await?.ok_or_else(|| ServiceError::refused(ErrorCode::InvalidToken))
}

/// The roles that a session has: those of its person, and only once their second step is enforced.
fn roles(bearer: &tokens::Bearer) -> Vec<Role> {
    let reaches = bearer.scope == Scope::SecurityInfo && bearer.mfa_state == MfaState::Enforced;
    if reaches { bearer.roles.clone() } else { Vec::new() }
}

/// Why no tokens were given: `error` of RFC 6749, section 5.2.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum TokenRefusal {
    /// `invalid_request`: the missing part.
    Request(&'static str),
    /// `invalid_client`
    Client,
    /// `invalid_grant`
    Grant,
}
