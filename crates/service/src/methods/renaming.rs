//! Another name for an authenticator app, an authenticator device or a hardware token. How the person signs in stays as it
//! is, so no fresh second step is asked for.

use proofup_api::{AccountChangeKind, AuthenticatorMethod, ErrorCode, HardwareOathMethod, Rename, SoftwareOathMethod};
use proofup_store::authenticators::{self, Authenticator};
use proofup_store::hardware_oaths::{self, HardwareOath};
use proofup_store::software_oaths::{self, SoftwareOath};

use super::view::{authenticator_method, hardware_oath_method, software_oath_method};
use super::{Change, begin_change, is_open_to};
use crate::ServiceError;
use crate::audit::changes;
use crate::context::Context;
use crate::runtime::display_name::DisplayName;
use crate::session::Bearer;
use crate::throttle::allow_rename;

/// Each new name is written down for as long as the account's activity is kept, so there are only so many in an hour.
async fn begin(context: &Context, bearer: &Bearer) -> Result<Change, ServiceError> {
    let mut change = begin_change(context, bearer).await?;
    let allowed = allow_rename(context, &mut change.transaction, &bearer.user_id).await?;
    allowed.map_err(ServiceError::throttled).map(|()| change)
}

/// Renames an app that makes codes.
pub(crate) async fn app(
    context: &Context,
    bearer: &Bearer,
    id: &str,
    body: &Rename,
) -> Result<SoftwareOathMethod, ServiceError> {
    let name = DisplayName::of_device(&body.display_name)?;
    let mut change = begin(context, bearer).await?;
    let scope = change.scope;
    let db = &mut change.transaction;
    let app = software_oaths::of_user(db, &bearer.user_id)
        .await?
        .into_iter()
        .filter(|app| app.id == id && app.device_id.is_none() && app.activated_at.is_some())
        .find(|app| is_open_to(app.provisional_for.as_deref(), scope, &bearer.session_id))
        .ok_or_else(|| ServiceError::refused(ErrorCode::NotFound))?;
    software_oaths::rename(db, id, name.as_str()).await?;
    if app.provisional_for.is_none() {
        let kind = AccountChangeKind::AuthenticatorAppRenamed;
        changes::record_rename(context, db, bearer, kind, &app.display_name, name.as_str()).await?;
    }
    change.transaction.commit().await?;
    Ok(software_oath_method(&SoftwareOath { display_name: name.into_string(), ..app }))
}

/// Renames a device that gets notifications, and its codes with it.
pub(crate) async fn device(
    context: &Context,
    bearer: &Bearer,
    id: &str,
    body: &Rename,
) -> Result<AuthenticatorMethod, ServiceError> {
    let name = DisplayName::of_device(&body.display_name)?;
    let mut change = begin(context, bearer).await?;
    let scope = change.scope;
    let db = &mut change.transaction;
    let device = authenticators::of_user(db, &bearer.user_id)
        .await?
        .into_iter()
        .filter(|device| device.id == id && device.verified_at.is_some())
        .find(|device| is_open_to(device.provisional_for.as_deref(), scope, &bearer.session_id))
        .ok_or_else(|| ServiceError::refused(ErrorCode::NotFound))?;
    authenticators::rename(db, id, name.as_str()).await?;
    software_oaths::rename_of_device(db, id, name.as_str()).await?;
    if device.provisional_for.is_none() {
        let kind = AccountChangeKind::AuthenticatorDeviceRenamed;
        changes::record_rename(context, db, bearer, kind, &device.display_name, name.as_str()).await?;
    }
    change.transaction.commit().await?;
    Ok(authenticator_method(&Authenticator { display_name: name.into_string(), ..device }))
}

/// Renames a hardware token.
pub(crate) async fn token(
    context: &Context,
    bearer: &Bearer,
    id: &str,
    body: &Rename,
) -> Result<HardwareOathMethod, ServiceError> {
    let name = DisplayName::of_device(&body.display_name)?;
    let mut change = begin(context, bearer).await?;
    let scope = change.scope;
    let db = &mut change.transaction;
    let token = hardware_oaths::of_user(db, &bearer.user_id)
        .await?
        .into_iter()
        .filter(|token| token.id == id)
        .find(|token| is_open_to(token.provisional_for.as_deref(), scope, &bearer.session_id))
        .ok_or_else(|| ServiceError::refused(ErrorCode::NotFound))?;
    hardware_oaths::rename(db, id, name.as_str()).await?;
    if token.provisional_for.is_none() {
        let kind = AccountChangeKind::HardwareTokenRenamed;
        changes::record_rename(context, db, bearer, kind, &token.display_name, name.as_str()).await?;
    }
    change.transaction.commit().await?;
    Ok(hardware_oath_method(&HardwareOath { display_name: name.into_string(), ..token }))
}
