//! What each story needs: methods, devices, app passwords.

use data_encoding::{BASE32_NOPAD, BASE64URL_NOPAD};
use ed25519_dalek::SigningKey;
use proofup_api::{AccountChangeKind, MethodType, MfaState, PhoneType};
use proofup_store::Connection;
use proofup_store::account_changes::{self, AccountChangeRow};
use proofup_store::app_passwords::AppPasswordRow;
use proofup_store::authenticators::{self, Authenticator};
use proofup_store::hardware_oath_devices::{self, HardwareOathDevice};
use proofup_store::hardware_oaths::{self, HardwareOath};
use proofup_store::phones::{self, Phone};
use proofup_store::software_oaths::{self, SoftwareOath};
use proofup_store::trusted_devices::{self, TrustedDeviceRow};
use proofup_store::users::{self, User};

use super::facts::{APP_CODE, APPROVED, BENS, DAY, MINUTE, TEXTED, TOKEN_CODE, carlas_last_use, carlas_name};
use crate::ServiceError;
use crate::app_passwords::{LIMIT, store_generated};
use crate::audit::changes::Changed;
use crate::context::{Caller, Context, id_of_the_past};
use crate::demo::people::{DemoPerson, DemoStory, device};
use crate::demo::tokens::tokens;
use crate::telephony::numbers::{PhoneNumber, masked};

/// Gives a person what their story needs.
pub(super) async fn furnish(
    context: &Context,
    db: &mut Connection,
    user: &User,
    person: &DemoPerson,
) -> Result<(), ServiceError> {
    let with_mobile = !matches!(person.story, DemoStory::NotRegistered | DemoStory::ReregistrationRequired);
    if with_mobile {
        add_phone(context, db, user, PhoneType::Mobile, person.mobile, false).await?;
        users::set_preferred_method(db, &user.id, Some(MethodType::Sms)).await?;
    }
    if let Some(alternate) = person.alternate {
        add_phone(context, db, user, PhoneType::AlternateMobile, alternate, false).await?;
    }
    if let Some(office) = person.office {
        // Who is called on every phone set it by herself; the others' was set by the organisation.
        let read_only = person.story != DemoStory::Called;
        add_phone(context, db, user, PhoneType::Office, office, read_only).await?;
    }
    if let Some(seed) = person.authenticator_seed {
        add_authenticator(context, db, user, seed).await?;
    }
    match person.story {
        DemoStory::Registered => {
            for used in BENS {
                add_app_password(context, db, user, used.name, used.age, Some((used.minutes, used.from()))).await?;
            }
            add_trusted_device(context, db, user, "BEN-LAPTOP").await
        }
        DemoStory::AppPasswordLimit => {
            for number in 0..LIMIT {
                // The last one was made 49 days ago, and used 39 days ago.
                let age = 400 - i64::from(number) * 9;
                let last = carlas_last_use(number).map(|minutes| (minutes, "IMAP, 192.0.2.33".to_owned()));
                add_app_password(context, db, user, &carlas_name(number), age, last).await?;
            }
            Ok(())
        }
        DemoStory::Called => Ok(users::set_preferred_method(db, &user.id, Some(MethodType::VoiceMobile)).await?),
        DemoStory::ReregistrationRequired => {
            Ok(users::set_mfa_state(db, &user.id, MfaState::Enforced, true, context.now()).await?)
        }
        DemoStory::Notifications => {
            add_device(context, db, user).await?;
            Ok(users::set_preferred_method(db, &user.id, Some(MethodType::Push)).await?)
        }
        DemoStory::NotRegistered | DemoStory::Administrator => Ok(()),
    }
}

async fn add_phone(
    context: &Context,
    db: &mut Connection,
    user: &User,
    phone_type: PhoneType,
    number: &str,
    read_only: bool,
) -> Result<(), ServiceError> {
    let number = PhoneNumber::parse(number, phone_type)
        .map_err(|fault| ServiceError::Configuration(format!("{}: {fault}", masked(number))))?;
    let phone = Phone {
        id: context.random.id(),
        user_id: user.id.clone(),
        phone_type,
        number: number.as_str().to_owned(),
        read_only,
        created_at: context.now() - 200 * DAY,
        last_used_at: (phone_type == PhoneType::Mobile).then(|| context.now() - TEXTED),
        provisional_for: None,
    };
    phones::insert(db, &phone).await?;
    let kind = match phone_type {
        PhoneType::Mobile => AccountChangeKind::AuthenticationPhoneAdded,
        PhoneType::AlternateMobile => AccountChangeKind::AlternatePhoneAdded,
        PhoneType::Office => AccountChangeKind::OfficePhoneAdded,
    };
    let added = if read_only { Changed::by_administrator(&user.id, kind) } else { Changed::by_person(&user.id, kind) };
    tell(context, db, added.named(&masked(&phone.number)), phone.created_at).await
}

/// What was set up stands in the activity, at the time at which it was.
async fn tell(context: &Context, db: &mut Connection, changed: Changed<'_>, time: i64) -> Result<(), ServiceError> {
    let caller = Caller { address: Some("192.0.2.14".to_owned()), ..Caller::command_line(context) };
    let row = AccountChangeRow { id: id_of_the_past(time), ..changed.row(context, &caller, time) };
    Ok(account_changes::append(db, &row).await?)
}

async fn add_authenticator(
    context: &Context,
    db: &mut Connection,
    user: &User,
    seed: &str,
) -> Result<(), ServiceError> {
    let bytes = BASE32_NOPAD.decode(seed.as_bytes()).map_err(|_| ServiceError::Crypto("read a seed"))?;
    let id = context.random.id();
    let now = context.now();
    let oath = SoftwareOath {
        seed: context.keys.seal_seed(context.random, &id, &bytes)?,
        id,
        user_id: user.id.clone(),
        session_id: String::new(),
        display_name: "Pixel 9".to_owned(),
        last_step: -1,
        drift: 0,
        wrong_codes: 0,
        created_at: now - 200 * DAY,
        set_up_expires_at: now - 200 * DAY,
        activated_at: Some(now - 200 * DAY),
        last_used_at: Some(now - APP_CODE),
        provisional_for: None,
        device_id: None,
    };
    software_oaths::insert(db, &oath).await?;
    let added = Changed::by_person(&user.id, AccountChangeKind::AuthenticatorAppAdded).named(&oath.display_name);
    tell(context, db, added, oath.created_at).await
}

/// The organisation's hardware tokens; one is on its owner's account already.
pub(super) async fn add_tokens(context: &Context, without_spare: bool) -> Result<(), ServiceError> {
    let now = context.now();
    for token in tokens().iter().filter(|token| token.owner.is_some() || !without_spare) {
        let bytes = BASE32_NOPAD.decode(token.seed.as_bytes()).map_err(|_| ServiceError::Crypto("read a seed"))?;
        let id = context.random.id();
        let device = HardwareOathDevice {
            seed: context.keys.seal_seed(context.random, &id, &bytes)?,
            device_id: id,
            serial_number: token.serial_number.to_owned(),
            manufacturer: "Contoso".to_owned(),
            model: token.model.to_owned(),
            assigned_to: None,
            algorithm: token.algorithm.name().to_owned(),
            digits: 6,
            period: i64::try_from(token.period).ok(),
            last_step: -1,
            drift: 0,
            synced_drift: 0,
            far_step: -1,
            valid_from: None,
            valid_until: None,
            failed_at: None,
            created_at: now - 220 * DAY,
        };
        let mut db = context.store.begin().await?;
        hardware_oath_devices::insert(&mut db, &device).await?;
        if let Some(owner) = token.owner
            && let Some(user) = users::by_upn(&mut db, owner).await?
        {
            let held = HardwareOath {
                id: context.random.id(),
                user_id: user.id,
                display_name: "Key ring".to_owned(),
                activated_at: now - 210 * DAY,
                last_used_at: Some(now - TOKEN_CODE),
                provisional_for: None,
                device,
            };
            hardware_oaths::insert(&mut db, &held).await?;
            let added =
                Changed::by_person(&held.user_id, AccountChangeKind::HardwareTokenAdded).named(&held.display_name);
            tell(context, &mut db, added, held.activated_at).await?;
        }
        db.commit().await?;
    }
    Ok(())
}

/// The demo phone, registered for notifications.
async fn add_device(context: &Context, db: &mut Connection, user: &User) -> Result<(), ServiceError> {
    let device = device();
    let then = context.now() - 30 * DAY;
    let row = Authenticator {
        id: device.id.to_owned(),
        user_id: user.id.clone(),
        session_id: String::new(),
        display_name: "Demo phone".to_owned(),
        platform: "Proofup".to_owned(),
        activation_expires_at: then,
        activated_at: Some(then),
        public_key: Some(BASE64URL_NOPAD.encode(SigningKey::from_bytes(&device.key).verifying_key().as_bytes())),
        verified_at: Some(then),
        replaces: None,
        created_at: then,
        last_used_at: Some(context.now() - APPROVED),
        provisional_for: None,
    };
    authenticators::insert(db, &row, &context.random.id()).await?;
    let added = Changed::by_person(&user.id, AccountChangeKind::AuthenticatorDeviceAdded).named(&row.display_name);
    tell(context, db, added, then).await
}

/// `age` in days; the last use in minutes ago, with what used it.
async fn add_app_password(
    context: &Context,
    db: &mut Connection,
    user: &User,
    name: &str,
    age: i64,
    last: Option<(i64, String)>,
) -> Result<(), ServiceError> {
    let row = AppPasswordRow {
        id: context.random.id(),
        user_id: user.id.clone(),
        display_name: name.to_owned(),
        protocols: String::new(),
        created_at: context.now() - age * DAY,
        expires_at: None,
        last_used_at: last.as_ref().map(|(minutes, _)| context.now() - minutes * MINUTE),
        last_used_from: last.map(|(_, from)| from),
        ..AppPasswordRow::default()
    };
    store_generated(context, db, &row).await?;
    let created = Changed::by_person(&user.id, AccountChangeKind::AppPasswordCreated).named(&row.display_name);
    tell(context, db, created, row.created_at).await
}

async fn add_trusted_device(
    context: &Context,
    db: &mut Connection,
    user: &User,
    name: &str,
) -> Result<(), ServiceError> {
    let row = TrustedDeviceRow {
        id: context.random.id(),
        user_id: user.id.clone(),
        display_name: name.to_owned(),
        created_at: context.now() - TEXTED,
        expires_at: context.now() - TEXTED + 14 * DAY,
    };
    // The token of this device was never given to anybody.
    trusted_devices::insert(db, &row, &context.random.id()).await?;
    let added = Changed::by_person(&user.id, AccountChangeKind::TrustedDeviceAdded).named(&row.display_name);
    tell(context, db, added, row.created_at).await
}
