//! Fills an empty database with Contoso.

use data_encoding::{BASE32_NOPAD, BASE64URL_NOPAD};
use ed25519_dalek::SigningKey;
use proofup_api::{AuthenticationMode, DenialReason, MethodType, MfaState, PhoneType, SecretText, SignInResult};

use super::people::{DemoPerson, DemoStory, device, people};
use super::tokens::tokens;
use crate::app_passwords::{LIMIT, store_generated};
use crate::people::{NewPerson, UserPrincipalName, add, password_hash};
use crate::phone_numbers::{PhoneNumber, masked};
use crate::settings::Settings;
use crate::sign_in_log::append;
use crate::store::Connection;
use crate::store::app_passwords::AppPasswordRow;
use crate::store::authenticators::{self, Authenticator};
use crate::store::hardware_oath_devices::{self, HardwareOathDevice};
use crate::store::hardware_oaths::{self, HardwareOath};
use crate::store::phones::{self, Phone};
use crate::store::sign_ins::StoredSignIn;
use crate::store::software_oaths::{self, SoftwareOath};
use crate::store::trusted_devices::{self, TrustedDeviceRow};
use crate::store::users::{self, User};
use crate::world::World;
use crate::{ServiceConfig, ServiceError};

const MINUTE: i64 = 60_000;
const DAY: i64 = 1440 * MINUTE;

/// Contoso's decisions.
const SETTINGS: &[(&str, &str)] = &[
    ("organization", "Contoso"),
    ("callToPhone", "true"),
    ("textMessageToPhone", "true"),
    ("notificationThroughMobileApp", "true"),
    ("codeFromMobileApp", "true"),
    ("appPasswordsAllowed", "true"),
    ("rememberDeviceAllowed", "true"),
    ("rememberDeviceDays", "14"),
    ("callExtensionPrompt", "true"),
    ("callerId", "+1 4255550100"),
];

/// Where Carla's forty are; the numbers behind make them forty.
const PLACES: [&str; 10] = [
    "Laptop",
    "Desktop",
    "Phone",
    "Tablet",
    "Scanner",
    "Calendar display",
    "Home PC",
    "Meeting room",
    "Printer",
    "Backup",
];

/// Fills the database of a service with the made-up organisation; false, and nothing is done, if anybody is in it
/// already. Call it before the service is started.
///
/// # Errors
/// The database cannot be used.
pub async fn seed(config: &ServiceConfig) -> Result<bool, ServiceError> {
    let world = config.world().await?;
    let outcome = fill(&world).await;
    world.store.close().await;
    outcome
}

async fn fill(world: &World) -> Result<bool, ServiceError> {
    if !users::all(&mut world.store.read().await?).await?.is_empty() {
        return Ok(false);
    }
    let mut transaction = world.store.begin().await?;
    for (key, value) in SETTINGS {
        Settings::set(&mut transaction, key, value).await?;
    }
    transaction.commit().await?;
    for person in people() {
        let mfa_state = match person.story {
            DemoStory::NotRegistered => MfaState::Enabled,
            _ => MfaState::Enforced,
        };
        let upn = UserPrincipalName::parse(person.upn)
            .ok_or_else(|| ServiceError::Configuration(format!("{} is no name", person.upn)))?;
        let password = SecretText::new(person.password);
        let password_hash = Some(password_hash(world, &password, person.upn, person.display_name).await?);
        let new = NewPerson {
            upn: &upn,
            display_name: person.display_name,
            password_hash,
            administrator: person.story == DemoStory::Administrator,
            mfa_state,
        };
        let mut transaction = world.store.begin().await?;
        if let Some(user) = add(world, &mut transaction, new).await? {
            furnish(world, &mut transaction, &user, &person).await?;
        }
        transaction.commit().await?;
    }
    add_tokens(world).await?;
    Ok(true)
}

/// What each story needs.
async fn furnish(world: &World, db: &mut Connection, user: &User, person: &DemoPerson) -> Result<(), ServiceError> {
    let with_mobile = !matches!(person.story, DemoStory::NotRegistered | DemoStory::ReregistrationRequired);
    if with_mobile {
        add_phone(world, db, user, PhoneType::Mobile, person.mobile, false).await?;
        users::set_preferred_method(db, &user.id, Some(MethodType::Sms)).await?;
    }
    if let Some(alternate) = person.alternate {
        add_phone(world, db, user, PhoneType::AlternateMobile, alternate, false).await?;
    }
    if let Some(office) = person.office {
        // Who is called on every phone set it by herself; the others' was set by the organisation.
        let read_only = person.story != DemoStory::Called;
        add_phone(world, db, user, PhoneType::Office, office, read_only).await?;
    }
    if let Some(seed) = person.authenticator_seed {
        add_authenticator(world, db, user, seed).await?;
    }
    match person.story {
        DemoStory::Registered => {
            for (name, age, last) in [
                ("Laptop", 190, Some((2, "IMAP, 192.0.2.14"))),
                ("Phone", 96, Some((25, "SMTP, 198.51.100.7"))),
                ("Old desktop", 410, Some((118 * 1440, "IMAP, 192.0.2.80"))),
            ] {
                add_app_password(world, db, user, name, age, last).await?;
            }
            add_trusted_device(world, db, user, "BEN-LAPTOP").await?;
            add_sign_ins(world, db, user, person).await
        }
        DemoStory::AppPasswordLimit => {
            for number in 0..LIMIT {
                let name = format!(
                    "{} {}",
                    PLACES[usize::from(number) % PLACES.len()],
                    usize::from(number) / PLACES.len() + 1
                );
                let age = 400 - i64::from(number) * 9;
                // Every fourth was made and never used.
                let last = (number % 4 != 3).then(|| (i64::from(number + 1) * 1440 * 3, "IMAP, 192.0.2.33"));
                add_app_password(world, db, user, &name, age, last).await?;
            }
            Ok(())
        }
        DemoStory::Called => users::set_preferred_method(db, &user.id, Some(MethodType::VoiceMobile)).await,
        DemoStory::ReregistrationRequired => users::set_mfa_state(db, &user.id, MfaState::Enforced, true).await,
        DemoStory::Notifications => {
            add_device(world, db, user).await?;
            users::set_preferred_method(db, &user.id, Some(MethodType::Push)).await
        }
        DemoStory::NotRegistered | DemoStory::Administrator => Ok(()),
    }
}

async fn add_phone(
    world: &World,
    db: &mut Connection,
    user: &User,
    phone_type: PhoneType,
    number: &str,
    read_only: bool,
) -> Result<(), ServiceError> {
    let number = PhoneNumber::parse(number, phone_type)
        .map_err(|fault| ServiceError::Configuration(format!("{}: {fault}", masked(number))))?;
    let phone = Phone {
        id: world.random.id(),
        user_id: user.id.clone(),
        phone_type,
        number: number.as_str().to_owned(),
        read_only,
        created_at: world.now() - 200 * DAY,
        last_used_at: (phone_type == PhoneType::Mobile).then(|| world.now() - DAY),
        provisional_for: None,
    };
    phones::insert(db, &phone).await.map(drop)
}

async fn add_authenticator(world: &World, db: &mut Connection, user: &User, seed: &str) -> Result<(), ServiceError> {
    let bytes = BASE32_NOPAD.decode(seed.as_bytes()).map_err(|_| ServiceError::Crypto("read a seed"))?;
    let id = world.random.id();
    let now = world.now();
    let oath = SoftwareOath {
        seed: world.keys.seal_seed(world.random, &id, &bytes)?,
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
        last_used_at: Some(now - 3 * DAY),
        provisional_for: None,
        device_id: None,
    };
    software_oaths::insert(db, &oath).await
}

/// The organisation's hardware tokens; one is on its owner's account already.
async fn add_tokens(world: &World) -> Result<(), ServiceError> {
    let now = world.now();
    for token in tokens() {
        let bytes = BASE32_NOPAD.decode(token.seed.as_bytes()).map_err(|_| ServiceError::Crypto("read a seed"))?;
        let id = world.random.id();
        let device = HardwareOathDevice {
            seed: world.keys.seal_seed(world.random, &id, &bytes)?,
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
        let mut db = world.store.begin().await?;
        hardware_oath_devices::insert(&mut db, &device).await?;
        if let Some(owner) = token.owner
            && let Some(user) = users::by_upn(&mut db, owner).await?
        {
            let held = HardwareOath {
                id: world.random.id(),
                user_id: user.id,
                display_name: "Key ring".to_owned(),
                activated_at: now - 210 * DAY,
                last_used_at: Some(now - 6 * DAY),
                provisional_for: None,
                device,
            };
            hardware_oaths::insert(&mut db, &held).await?;
        }
        db.commit().await?;
    }
    Ok(())
}

/// The demo phone, registered for notifications.
async fn add_device(world: &World, db: &mut Connection, user: &User) -> Result<(), ServiceError> {
    let device = device();
    let then = world.now() - 30 * DAY;
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
        last_used_at: Some(world.now() - DAY),
        provisional_for: None,
    };
    authenticators::insert(db, &row, &world.random.id()).await
}

/// `age` in days; the last use in minutes ago, with what used it.
async fn add_app_password(
    world: &World,
    db: &mut Connection,
    user: &User,
    name: &str,
    age: i64,
    last: Option<(i64, &str)>,
) -> Result<(), ServiceError> {
    let row = AppPasswordRow {
        id: world.random.id(),
        user_id: user.id.clone(),
        display_name: name.to_owned(),
        protocols: String::new(),
        created_at: world.now() - age * DAY,
        expires_at: None,
        last_used_at: last.map(|(minutes, _)| world.now() - minutes * MINUTE),
        last_used_from: last.map(|(_, from)| from.to_owned()),
    };
    store_generated(world, db, &row).await.map(drop)
}

async fn add_trusted_device(world: &World, db: &mut Connection, user: &User, name: &str) -> Result<(), ServiceError> {
    let row = TrustedDeviceRow {
        id: world.random.id(),
        user_id: user.id.clone(),
        display_name: name.to_owned(),
        created_at: world.now() - 4 * DAY,
        expires_at: world.now() + 10 * DAY,
    };
    // The token of this device was never given to anybody.
    trusted_devices::insert(db, &row, &world.random.id()).await
}

async fn add_sign_ins(
    world: &World,
    db: &mut Connection,
    user: &User,
    person: &DemoPerson,
) -> Result<(), ServiceError> {
    use AuthenticationMode as Mode;
    let phone = masked(person.mobile);
    for (minutes, mode, result, reason, detail, application) in [
        (4 * 1440, Mode::TextMessage, SignInResult::Completed, None, phone.as_str(), "Proofup"),
        (3 * 1440, Mode::SoftwareOath, SignInResult::Completed, None, "Pixel 9", "Proofup"),
        (1500, Mode::Password, SignInResult::Denied, Some(DenialReason::AppPasswordRequired), "", "IMAP"),
        (2, Mode::AppPassword, SignInResult::SkippedAppPassword, None, "Laptop", "IMAP"),
    ] {
        let created_at = world.now() - minutes * MINUTE;
        let detail = (!detail.is_empty()).then(|| detail.to_owned());
        let (phone_number, detail) = if mode.uses_phone() { (detail, None) } else { (None, detail) };
        let row = StoredSignIn {
            id: world.time_ordered_id(created_at),
            user_id: Some(user.id.clone()),
            user_name: Some(user.upn.clone()),
            phone_number,
            created_at,
            duration_ms: 35,
            authentication_mode: mode.as_str().to_owned(),
            detail,
            result: result.as_str().to_owned(),
            denial_reason: reason.map(|reason| reason.as_str().to_owned()),
            application: application.to_owned(),
            protocol: if application == "IMAP" { "imap" } else { "web" }.to_owned(),
            client_address: Some("192.0.2.14".to_owned()),
            server_name: world.server_name.clone(),
            correlation_id: world.random.id(),
            seal_after: created_at,
            ..StoredSignIn::default()
        };
        append(world, db, row).await?;
    }
    Ok(())
}
