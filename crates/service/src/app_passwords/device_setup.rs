//! A device is set up with an app password: the organisation's servers, and an Apple profile that a device fetches once.

use data_encoding::BASE64URL_NOPAD;
use proofup_api::{DeviceSetup, ErrorCode, ProfileLink, SecretText};
use proofup_store::app_passwords::{self, AppPasswordRow};
use proofup_store::{used_assertions, users};
use zeroize::Zeroizing;

use super::apple_profile::{ProfileFacts, profile};
use super::{Shaped, own};
use crate::ServiceError;
use crate::context::Context;
use crate::runtime::keys::Domain;
use crate::session::{Bearer, person};
use crate::settings::Settings;

const LINK_LIVES_SECONDS: u32 = 600;
/// The row that a link is sealed for.
const SEALED_FOR: &str = "apple-profile";

/// The organisation's servers, for this person.
pub(crate) async fn servers(context: &Context, bearer: &Bearer) -> Result<DeviceSetup, ServiceError> {
    let mut db = context.store.read().await?;
    let settings = Settings::load(&mut db).await?;
    let user = person(&mut db, bearer).await?;
    Ok(of_settings(&settings, user.upn))
}

fn of_settings(settings: &Settings, user_name: String) -> DeviceSetup {
    let present = |text: &String| Some(text.clone()).filter(|text| !text.is_empty());
    DeviceSetup {
        user_name,
        incoming: settings.incoming_mail(),
        outgoing: settings.outgoing_mail(),
        calendar_server: present(&settings.devices.calendar),
        vpn_server: present(&settings.devices.vpn),
        wifi_network: present(&settings.devices.wifi),
    }
}

/// A link from which a device fetches its profile, once and within ten minutes. It carries the app password, encrypted with
/// the service's key, so the service stores nothing, and every node answers it.
pub(crate) async fn profile_link(
    context: &Context,
    bearer: &Bearer,
    id: &str,
    password: &SecretText,
) -> Result<ProfileLink, ServiceError> {
    let mut db = context.store.read().await?;
    let row = own(&mut db, bearer, id).await?;
    let of_this_row = match Shaped::parse(password.expose()) {
        Some(secret) => {
            let mac = context.keys.mac(Domain::AppPassword, secret.canonical().as_bytes())?;
            app_passwords::by_mac(&mut db, &mac).await?.is_some_and(|found| found.id == row.id)
        }
        None => false,
    };
    if !of_this_row {
        return Err(ServiceError::refused(ErrorCode::NotFound));
    }
    let expires_at = context.now() + i64::from(LINK_LIVES_SECONDS) * 1000;
    let nonce = context.random.id();
    let text = Zeroizing::new(format!("{expires_at}\n{nonce}\n{}", password.expose()));
    let sealed = context.keys.seal_seed(context.random, SEALED_FOR, text.as_bytes())?;
    let token = BASE64URL_NOPAD.encode(sealed.as_bytes());
    Ok(ProfileLink { path: SecretText::new(format!("/profiles/{token}")), expires_in_seconds: LINK_LIVES_SECONDS })
}

/// The profile behind a link, which is used up by this; `None` if the link was used, is too old, or none.
pub(crate) async fn open_profile(context: &Context, token: &str) -> Result<Option<Vec<u8>>, ServiceError> {
    let Some((expires_at, password)) = open_link(context, token) else { return Ok(None) };
    let Some(secret) = Shaped::parse(password.expose()).filter(|_| expires_at > context.now()) else {
        return Ok(None);
    };
    let mac = context.keys.mac(Domain::AppPassword, secret.canonical().as_bytes())?;
    let hash = context.keys.mac(Domain::Token, token.as_bytes())?;
    let mut transaction = context.store.begin().await?;
    let Some(row) = app_passwords::by_mac(&mut transaction, &mac).await? else { return Ok(None) };
    let Some(user) = users::by_id(&mut transaction, &row.user_id).await? else { return Ok(None) };
    if !used_assertions::use_up(&mut transaction, &hash, expires_at).await? {
        return Ok(None);
    }
    let settings = Settings::load(&mut transaction).await?;
    transaction.commit().await?;
    let facts = ProfileFacts {
        organization: &settings.organization,
        setup: &of_settings(&settings, user.upn.clone()),
        full_name: &user.display_name,
        password: &password,
        protocols: &row.protocols,
        ends: row.expires_at,
        person: &user.id,
        unique: &|| context.random.id(),
    };
    let plain = profile(&facts);
    signed(context, &row, &plain).map(Some)
}

fn open_link(context: &Context, token: &str) -> Option<(i64, SecretText)> {
    let sealed = BASE64URL_NOPAD.decode(token.as_bytes()).ok()?;
    let opened = context.keys.open_seed(SEALED_FOR, std::str::from_utf8(&sealed).ok()?).ok()?;
    let mut lines = std::str::from_utf8(&opened).ok()?.splitn(3, '\n');
    let (expires_at, _nonce, password) = (lines.next()?.parse().ok()?, lines.next()?, lines.next()?);
    Some((expires_at, SecretText::new(password)))
}

/// Signed where the service has a certificate. A device shows an unsigned one as *Not Signed* and takes it.
fn signed(context: &Context, row: &AppPasswordRow, plain: &str) -> Result<Vec<u8>, ServiceError> {
    let Some(signer) = &context.signer else { return Ok(plain.as_bytes().to_vec()) };
    match signer.sign(plain.as_bytes(), context.now()) {
        Ok(signed) => Ok(signed),
        Err(error) => {
            tracing::warn!(%error, app_password = row.id, "the profile is not signed");
            Ok(plain.as_bytes().to_vec())
        }
    }
}
