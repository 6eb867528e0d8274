//! Tokens of programs: made, listed and revoked by administrators.

use proofup_api::{
    AccessToken, AdminAction, CreateAccessToken, CreatedAccessToken, ErrorCode, MachineScope, SecretText,
};
use proofup_store::machine_tokens::{self, MachineToken, NewSecret};
use proofup_store::users;

use crate::ServiceError;
use crate::audit::admin_actions::Actor;
use crate::context::Context;
use crate::runtime::clock::timestamp;
use crate::runtime::display_name::DisplayName;
use crate::runtime::keys::{Domain, PEPPER_NUMBER};
use crate::session::MACHINE_PREFIX;

const LONGEST_DAYS: u32 = 365;
const DAY_MS: i64 = 86_400_000;

/// All of them, by name.
pub(crate) async fn list(context: &Context) -> Result<Vec<AccessToken>, ServiceError> {
    let tokens = machine_tokens::all(&mut context.store.read().await?, context.now()).await?;
    Ok(tokens.into_iter().map(listed).collect())
}

/// Makes one. Its secret is in this answer alone; a keyed hash is stored.
pub(crate) async fn create(
    context: &Context,
    actor: &Actor,
    body: &CreateAccessToken,
) -> Result<CreatedAccessToken, ServiceError> {
    let invalid = |field: &str| ServiceError::refused_with(ErrorCode::InvalidRequest, "field", field);
    let name = DisplayName::of_device(&body.display_name)?;
    // In the order of the declaration, each once.
    let scopes: Vec<_> = MachineScope::ALL.iter().copied().filter(|scope| body.scopes.contains(scope)).collect();
    if scopes.is_empty() {
        return Err(invalid("scopes"));
    }
    if !(1..=LONGEST_DAYS).contains(&body.expires_in_days) {
        return Err(invalid("expiresInDays"));
    }
    let secret = SecretText::new(format!("{MACHINE_PREFIX}{}", context.random.token()?.expose()));
    let mac = context.keys.mac(Domain::MachineToken, secret.expose().as_bytes())?;
    let now = context.now();
    let mut transaction = context.store.begin().await?;
    // Waits while another change takes the role of the maker away.
    users::hold_administration(&mut transaction).await?;
    let maker = users::by_upn(&mut transaction, &actor.name).await?;
    let token = MachineToken {
        id: context.random.id(),
        display_name: name.as_str().to_owned(),
        scopes,
        created_by: actor.name.clone(),
        maker_id: maker.map(|maker| maker.id),
        created_at: now,
        expires_at: now + i64::from(body.expires_in_days) * DAY_MS,
        last_used_at: None,
        last_used_from: None,
        usable: true,
    };
    let stored = NewSecret { mac: &mac, key_number: PEPPER_NUMBER };
    if !machine_tokens::insert(&mut transaction, &token, &name.key(), stored).await? {
        return Err(ServiceError::refused(ErrorCode::AccessTokenNameTaken));
    }
    let scopes: Vec<_> = token.scopes.iter().map(|scope| scope.as_str()).collect();
    let detail = Some(format!("{}: {}, until {}", token.display_name, scopes.join(" "), timestamp(token.expires_at)));
    actor.record(context, &mut transaction, AdminAction::AccessTokenCreated, None, detail, None).await?;
    transaction.commit().await?;
    Ok(CreatedAccessToken { access_token: listed(token), secret })
}

/// Revokes one: it is refused from the next call on.
pub(crate) async fn revoke(context: &Context, actor: &Actor, id: &str) -> Result<(), ServiceError> {
    let mut transaction = context.store.begin().await?;
    let name = machine_tokens::delete(&mut transaction, id).await?;
    let name = name.ok_or_else(|| ServiceError::refused(ErrorCode::NotFound))?;
    actor.record(context, &mut transaction, AdminAction::AccessTokenRevoked, None, Some(name), None).await?;
    transaction.commit().await?;
    Ok(())
}

fn listed(token: MachineToken) -> AccessToken {
    AccessToken {
        id: token.id,
        display_name: token.display_name,
        scopes: token.scopes,
        created_by: token.created_by,
        created_date_time: timestamp(token.created_at),
        expires_date_time: timestamp(token.expires_at),
        last_used_date_time: token.last_used_at.map(timestamp),
        last_used_from: token.last_used_from.filter(|from| !from.is_empty()),
        usable: token.usable,
    }
}
