//! Fills an empty database with Contoso.

use data_encoding::{BASE32_NOPAD, BASE64URL_NOPAD};
use ed25519_dalek::SigningKey;
use proofup_api::{
    AccountChangeKind, AuthenticationMode, DenialReason, MethodType, MfaState, PhoneType, SecretText, SignInResult,
};
use proofup_store::Connection;
use proofup_store::app_passwords::AppPasswordRow;
use proofup_store::authenticators::{self, Authenticator};
use proofup_store::hardware_oath_devices::{self, HardwareOathDevice};
use proofup_store::hardware_oaths::{self, HardwareOath};
use proofup_store::phones::{self, Phone};
use proofup_store::settings;
use proofup_store::sign_ins::StoredSignIn;
use proofup_store::software_oaths::{self, SoftwareOath};
use proofup_store::trusted_devices::{self, TrustedDeviceRow};
use proofup_store::users::{self, User};

use super::people::{DemoPerson, DemoStory, device, people};
use super::tokens::tokens;
use crate::app_passwords::{LIMIT, store_generated};
use crate::audit::changes::Changed;
use crate::audit::sign_in_log::append;
use crate::context::{Caller, Context};
use crate::people::names::{NewPerson, UserPrincipalName, add, password_hash};
use crate::settings::Settings;
use crate::telephony::numbers::{PhoneNumber, masked};
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

/// When everybody last signed in by text message, which is when Ben's laptop was remembered.
const TEXTED: i64 = 4 * DAY;
/// When Ben last typed a code of his app.
const APP_CODE: i64 = 3 * DAY;
/// When Carla last typed a code of her token.
const TOKEN_CODE: i64 = 6 * DAY;
/// When Finn last approved a sign-in.
const APPROVED: i64 = DAY;

/// An app password of Ben's that is in use.
struct UsedAppPassword {
    name: &'static str,
    /// In days.
    age: i64,
    /// Since its last use.
    minutes: i64,
    application: &'static str,
    address: &'static str,
}

impl UsedAppPassword {
    fn from(&self) -> String {
        format!("{}, {}", self.application, self.address)
    }
}

const BENS: [UsedAppPassword; 3] = [
    UsedAppPassword { name: "Laptop", age: 190, minutes: 2, application: "IMAP", address: "192.0.2.14" },
    UsedAppPassword { name: "Phone", age: 96, minutes: 25, application: "SMTP", address: "198.51.100.7" },
    UsedAppPassword { name: "Old desktop", age: 410, minutes: 118 * 1440, application: "IMAP", address: "192.0.2.80" },
];

fn carlas_name(number: u16) -> String {
    let number = usize::from(number);
    format!("{} {}", PLACES[number % PLACES.len()], number / PLACES.len() + 1)
}

/// Minutes since the last use, of those that were used: every fourth was made and never used.
fn carlas_last_use(number: u16) -> Option<i64> {
    (number % 4 != 3).then(|| i64::from(number + 1) * 1440)
}

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

/// How much of its past the organisation brings along.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum DemoPast {
    /// What Ben did lately, and nothing else: a log that tests can count.
    Ben,
    /// Every use of a method has its row in the activity of its owner.
    Everybody,
}

/// Fills the database of a service with the made-up organisation; false, and nothing is done, if anybody is in it
/// already. Call it before the service is started.
///
/// # Errors
/// The database cannot be used.
pub async fn seed(config: &ServiceConfig) -> Result<bool, ServiceError> {
    seed_past(config, DemoPast::Ben).await
}

/// The same, with a row in the activity of its owner for every use of a method, for demonstrations.
///
/// # Errors
/// The database cannot be used.
pub async fn seed_with_past(config: &ServiceConfig) -> Result<bool, ServiceError> {
    seed_past(config, DemoPast::Everybody).await
}

async fn seed_past(config: &ServiceConfig, past: DemoPast) -> Result<bool, ServiceError> {
    let context = config.context().await?;
    let outcome = fill(&context, past).await;
    context.store.close().await;
    outcome
}

async fn fill(context: &Context, past: DemoPast) -> Result<bool, ServiceError> {
    if !users::all(&mut context.store.read().await?).await?.is_empty() {
        return Ok(false);
    }
    let mut transaction = context.store.begin().await?;
    for (key, value) in SETTINGS {
        settings::set(&mut transaction, key, &Settings::kept_form(key, value)?).await?;
    }
    transaction.commit().await?;
    let mut uses = Vec::new();
    for person in people() {
        let mfa_state = match person.story {
            DemoStory::NotRegistered => MfaState::Enabled,
            _ => MfaState::Enforced,
        };
        let upn = UserPrincipalName::parse(person.upn)
            .ok_or_else(|| ServiceError::Configuration(format!("{} is no name", person.upn)))?;
        let password = SecretText::new(person.password);
        let password_hash = Some(password_hash(context, &password, person.upn, person.display_name).await?);
        let new = NewPerson {
            upn: &upn,
            display_name: person.display_name,
            password_hash,
            administrator: person.story == DemoStory::Administrator,
            mfa_state,
        };
        let mut transaction = context.store.begin().await?;
        if let Some(user) = add(context, &mut transaction, new).await? {
            furnish(context, &mut transaction, &user, &person).await?;
            uses.extend(uses_of(&person, past).into_iter().map(|used| row(context, &user, used)));
        }
        transaction.commit().await?;
    }
    add_tokens(context).await?;
    log(context, uses).await?;
    Ok(true)
}

/// What each story needs.
async fn furnish(context: &Context, db: &mut Connection, user: &User, person: &DemoPerson) -> Result<(), ServiceError> {
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
    changed.record_at(context, db, &caller, time).await
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
async fn add_tokens(context: &Context) -> Result<(), ServiceError> {
    let now = context.now();
    for token in tokens() {
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

/// One line of the activity, as it is told below.
struct Use {
    minutes: i64,
    mode: AuthenticationMode,
    result: SignInResult,
    reason: Option<DenialReason>,
    detail: Option<String>,
    application: &'static str,
    address: &'static str,
}

impl Use {
    fn completed(age: i64, mode: AuthenticationMode, detail: impl Into<String>) -> Self {
        Self {
            minutes: age / MINUTE,
            mode,
            result: SignInResult::Completed,
            reason: None,
            detail: Some(detail.into()),
            application: "Proofup",
            address: "192.0.2.14",
        }
    }

    fn app_password(minutes: i64, name: impl Into<String>, application: &'static str, address: &'static str) -> Self {
        let used = Self::completed(minutes * MINUTE, AuthenticationMode::AppPassword, name);
        Self { result: SignInResult::SkippedAppPassword, application, address, ..used }
    }
}

/// What a person did, at the same moments that their methods and app passwords tell.
fn uses_of(person: &DemoPerson, past: DemoPast) -> Vec<Use> {
    use AuthenticationMode as Mode;
    let is_ben = person.story == DemoStory::Registered;
    let mut uses = Vec::new();
    if past == DemoPast::Ben && !is_ben {
        return uses;
    }
    if !matches!(person.story, DemoStory::NotRegistered | DemoStory::ReregistrationRequired) {
        uses.push(Use::completed(TEXTED, Mode::TextMessage, masked(person.mobile)));
    }
    match person.story {
        DemoStory::Registered => {
            uses.push(Use::completed(APP_CODE, Mode::SoftwareOath, "Pixel 9"));
            uses.push(Use {
                result: SignInResult::Denied,
                reason: Some(DenialReason::AppPasswordRequired),
                detail: None,
                application: "IMAP",
                ..Use::completed(1500 * MINUTE, Mode::Password, "")
            });
            let told = BENS.iter().filter(|used| past == DemoPast::Everybody || used.name == "Laptop");
            uses.extend(told.map(|used| Use::app_password(used.minutes, used.name, used.application, used.address)));
        }
        DemoStory::AppPasswordLimit => {
            uses.push(Use::completed(TOKEN_CODE, Mode::HardwareOath, "Key ring"));
            uses.extend((0..LIMIT).filter_map(|number| {
                let minutes = carlas_last_use(number)?;
                Some(Use::app_password(minutes, carlas_name(number), "IMAP", "192.0.2.33"))
            }));
        }
        DemoStory::Notifications => uses.push(Use::completed(APPROVED, Mode::PushNotification, "Demo phone")),
        _ => {}
    }
    uses
}

fn row(context: &Context, user: &User, used: Use) -> StoredSignIn {
    let created_at = context.now() - used.minutes * MINUTE;
    let (phone_number, detail) = if used.mode.uses_phone() { (used.detail, None) } else { (None, used.detail) };
    StoredSignIn {
        id: context.time_ordered_id(created_at),
        user_id: Some(user.id.clone()),
        user_name: Some(user.upn.clone()),
        phone_number,
        created_at,
        duration_ms: 35,
        authentication_mode: used.mode.as_str().to_owned(),
        detail,
        result: used.result.as_str().to_owned(),
        denial_reason: used.reason.map(|reason| reason.as_str().to_owned()),
        application: used.application.to_owned(),
        protocol: match used.application {
            "IMAP" => "imap",
            "SMTP" => "smtp",
            _ => "web",
        }
        .to_owned(),
        client_address: Some(used.address.to_owned()),
        server_name: context.server_name.clone(),
        correlation_id: context.random.id(),
        seal_after: created_at,
        ..StoredSignIn::default()
    }
}

/// The log is in chronological order, for all people together.
async fn log(context: &Context, mut rows: Vec<StoredSignIn>) -> Result<(), ServiceError> {
    rows.sort_by_key(|row| row.created_at);
    let mut transaction = context.store.begin().await?;
    for row in rows {
        append(context, &mut transaction, row).await?;
    }
    Ok(transaction.commit().await?)
}

#[cfg(test)]
mod tests {
    use super::{APP_CODE, BENS, DAY, DemoPast, LIMIT, MINUTE, TEXTED, carlas_last_use, people, uses_of};

    #[test]
    fn nothing_was_used_before_it_was_made() {
        for used in &BENS {
            assert!(used.minutes * MINUTE < used.age * DAY, "{}", used.name);
        }
        for number in 0..LIMIT {
            let made = (400 - i64::from(number) * 9) * DAY;
            assert!(carlas_last_use(number).is_none_or(|minutes| minutes * MINUTE < made), "{number}");
        }
    }

    #[test]
    fn every_use_is_in_the_activity() {
        for person in people() {
            let told: Vec<_> = uses_of(&person, DemoPast::Everybody).iter().map(|used| used.minutes * MINUTE).collect();
            match person.upn {
                "ann@contoso.example" | "dan@contoso.example" => assert!(told.is_empty(), "{}", person.upn),
                _ => assert!(told.contains(&TEXTED), "the phone of {}", person.upn),
            }
            if person.authenticator_seed.is_some() {
                assert!(told.contains(&APP_CODE) && BENS.iter().all(|used| told.contains(&(used.minutes * MINUTE))));
            }
        }
    }
}
