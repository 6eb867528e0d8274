//! What a change of settings would do, and to how many people: counted before it is made.

use proofup_api::{MethodKind, SettingsEffect, SettingsEffectKind as Effect, SettingsPatch, VerificationMethods};
use proofup_store::Connection;
use proofup_store::settings_effects::{self as counts, Touched};

use super::settings::changed;
use crate::ServiceError;
use crate::context::Context;
use crate::settings::{Demands, Settings};

const DAY_MS: i64 = 86_400_000;

/// The effects of a change. What touches nobody is left out.
pub(crate) async fn preview(context: &Context, patch: SettingsPatch) -> Result<Vec<SettingsEffect>, ServiceError> {
    let now = context.now();
    context.store.read_much(move |mut db| async move { effects(&mut db, now, &patch).await }).await
}

async fn effects(db: &mut Connection, now: i64, patch: &SettingsPatch) -> Result<Vec<SettingsEffect>, ServiceError> {
    let before = Settings::load(db).await?;
    let after = changed(before.clone(), patch)?;
    let mut found = Found(Vec::new());
    methods(db, before.methods, after.methods, &mut found).await?;
    if let Some(key) = demanded(before.demands, after.demands) {
        let without = counts::everybody(db).await? - counts::who_can_verify(db, after.methods).await?;
        found.add(key, Effect::AskedToRegister, Touched { people: without, things: 0 });
    }
    if before.app_passwords_allowed && !after.app_passwords_allowed {
        found.add("appPasswordsAllowed", Effect::AppPasswordsStay, counts::app_passwords(db).await?);
    }
    devices(db, now, &before, &after, &mut found).await?;
    if kept_days(&after) < kept_days(&before) {
        let rows = counts::sign_ins_from_before(db, now - kept_days(&after) * DAY_MS).await?;
        found.add("logRetentionDays", Effect::LogRowsDeleted, Touched { people: 0, things: rows });
    }
    Ok(found.0)
}

/// How long the sign-in log is kept; 0 is for ever.
fn kept_days(settings: &Settings) -> i64 {
    match settings.log.retention_days {
        0 => i64::MAX,
        days => i64::from(days),
    }
}

struct Found(Vec<SettingsEffect>);

impl Found {
    fn add(&mut self, key: &str, effect: Effect, Touched { people, things }: Touched) {
        if people > 0 || things > 0 {
            self.0.push(SettingsEffect { key: key.to_owned(), effect, people, things });
        }
    }
}

/// Methods that stop to work, and who has no other one.
async fn methods(
    db: &mut Connection,
    before: VerificationMethods,
    after: VerificationMethods,
    found: &mut Found,
) -> Result<(), ServiceError> {
    let options = [
        ("callToPhone", before.call_to_phone, after.call_to_phone, MethodKind::Phone, false),
        ("textMessageToPhone", before.text_message_to_phone, after.text_message_to_phone, MethodKind::Phone, true),
        (
            "notificationThroughMobileApp",
            before.notification_through_mobile_app,
            after.notification_through_mobile_app,
            MethodKind::Notification,
            false,
        ),
        ("codeFromMobileApp", before.code_from_mobile_app, after.code_from_mobile_app, MethodKind::CodeApp, false),
    ];
    let mut last = None;
    for (key, was, is, kind, texts) in options {
        if was && !is {
            let people = counts::who_have(db, kind, texts).await?;
            found.add(key, Effect::MethodUnusable, Touched { people, things: 0 });
            last = Some(key);
        }
    }
    let Some(key) = last else { return Ok(()) };
    let either = VerificationMethods {
        call_to_phone: before.call_to_phone || after.call_to_phone,
        text_message_to_phone: before.text_message_to_phone || after.text_message_to_phone,
        notification_through_mobile_app: before.notification_through_mobile_app
            || after.notification_through_mobile_app,
        code_from_mobile_app: before.code_from_mobile_app || after.code_from_mobile_app,
    };
    // Who could verify before or can after, less those who can after.
    let people = counts::who_can_verify(db, either).await? - counts::who_can_verify(db, after).await?;
    found.add(key, Effect::MustRegister, Touched { people, things: 0 });
    Ok(())
}

/// Remembered devices that are asked again: all of them, or those that are older than the new number of days.
async fn devices(
    db: &mut Connection,
    now: i64,
    before: &Settings,
    after: &Settings,
    found: &mut Found,
) -> Result<(), ServiceError> {
    let (was, is) = (before.remember_device, after.remember_device);
    if was.allowed && !is.allowed {
        let all = counts::devices_from_before(db, i64::MAX, now).await?;
        found.add("rememberDeviceAllowed", Effect::DevicesAskAgain, all);
    } else if is.allowed && is.days < was.days {
        let older = counts::devices_from_before(db, now - i64::from(is.days) * DAY_MS, now).await?;
        found.add("rememberDeviceDays", Effect::DevicesAskAgain, older);
    }
    Ok(())
}

/// The first policy that demands a method of everybody, where none did before.
fn demanded(before: Demands, after: Demands) -> Option<&'static str> {
    if before != Demands::default() {
        return None;
    }
    let policies = [
        (after.application_policy, "applicationPolicy"),
        (after.device_registration, "deviceRegistrationPolicy"),
        (after.registration_policy, "registrationPolicy"),
        (after.password_reset, "passwordResetEnabled"),
    ];
    policies.into_iter().find_map(|(demands, key)| demands.then_some(key))
}
