//! The end of a sign-in: an authorization code, and a remembered device if it was asked for.

use proofup_api::{AccountChangeKind, ChallengeGranted, Scope, SecretText};
use proofup_store::Connection;
use proofup_store::authorization_codes::{self, AuthorizationCode};
use proofup_store::trusted_devices::{self, TrustedDeviceRow};

use crate::ServiceError;
use crate::audit::changes::Changed;
use crate::context::{Caller, Context};
use crate::runtime::display_name::DisplayName;
use crate::runtime::keys::Domain;
use crate::settings::Settings;

/// An authorization code is exchanged at once (RFC 6749, section 4.1.2 allows ten minutes).
const CODE_LIVES_MS: i64 = 60_000;
const DAY_MS: i64 = 86_400_000;

/// Makes an authorization code.
pub(super) async fn authorization_code(
    context: &Context,
    db: &mut Connection,
    user_id: &str,
    scope: Scope,
    code_challenge: &str,
    second_step_at: Option<i64>,
) -> Result<ChallengeGranted, ServiceError> {
    let code = context.random.token()?;
    let hash = context.keys.mac(Domain::Token, code.expose().as_bytes())?;
    let row = AuthorizationCode {
        user_id: user_id.to_owned(),
        scope,
        code_challenge: code_challenge.to_owned(),
        expires_at: context.now() + CODE_LIVES_MS,
        session_id: None,
        second_step_at,
    };
    authorization_codes::insert(db, &hash, &row).await?;
    Ok(ChallengeGranted {
        authorization_code: Some(code),
        device_token: None,
        auth_time: second_step_at.map(|time| time / 1000),
    })
}

/// Remembers the device if the person asked for it and the organisation allows it.
pub(super) async fn remember_device(
    context: &Context,
    db: &mut Connection,
    caller: &Caller,
    user_id: &str,
    settings: &Settings,
    name: Option<&str>,
) -> Result<Option<SecretText>, ServiceError> {
    if !settings.remember_device.allowed {
        return Ok(None);
    }
    let token = context.random.token()?;
    let hash = context.keys.mac(Domain::Token, token.expose().as_bytes())?;
    let now = context.now();
    let row = TrustedDeviceRow {
        id: context.random.id(),
        user_id: user_id.to_owned(),
        display_name: device_name(name),
        created_at: now,
        expires_at: now + i64::from(settings.remember_device.days) * DAY_MS,
    };
    trusted_devices::insert(db, &row, &hash).await?;
    let added = Changed::by_person(user_id, AccountChangeKind::TrustedDeviceAdded).named(&row.display_name);
    added.record(context, db, caller).await?;
    Ok(Some(token))
}

/// Whether this token belongs to a device that is remembered still: by its own date and by today's day count.
pub(super) async fn is_remembered(
    context: &Context,
    db: &mut Connection,
    user_id: &str,
    settings: &Settings,
    token: &SecretText,
) -> Result<Option<TrustedDeviceRow>, ServiceError> {
    if !settings.remember_device.allowed {
        return Ok(None);
    }
    let hash = context.keys.mac(Domain::Token, token.expose().as_bytes())?;
    let now = context.now();
    let device = trusted_devices::find(db, user_id, &hash, now).await?;
    Ok(device.filter(|device| device.created_at + i64::from(settings.remember_device.days) * DAY_MS > now))
}

/// The name of the computer, cut to a length that a list can show.
fn device_name(name: Option<&str>) -> String {
    DisplayName::tidied(name.unwrap_or_default(), "Proofup").into_string()
}
