//! What the made-up people did lately.

use proofup_api::{AuthenticationMode, DenialReason, SignInResult};
use proofup_store::sign_ins::StoredSignIn;
use proofup_store::users::User;

use super::facts::{APP_CODE, APPROVED, BENS, MINUTE, TEXTED, TOKEN_CODE, carlas_last_use, carlas_name};
use crate::ServiceError;
use crate::app_passwords::LIMIT;
use crate::audit::sign_in_log::append;
use crate::context::{Context, id_of_the_past};
use crate::demo::people::{DemoPerson, DemoStory};
use crate::telephony::numbers::masked;

/// How much of its past the organisation brings along.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum DemoPast {
    /// What Ben did lately, and nothing else: a log that tests can count.
    Ben,
    /// Every use of a method has its row in the activity of its owner.
    Everybody,
}

/// One line of the activity, as it is told below.
pub(super) struct Use {
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
pub(super) fn uses_of(person: &DemoPerson, past: DemoPast) -> Vec<Use> {
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

pub(super) fn row(context: &Context, user: &User, used: Use) -> StoredSignIn {
    let created_at = context.now() - used.minutes * MINUTE;
    let (phone_number, detail) = if used.mode.uses_phone() { (used.detail, None) } else { (None, used.detail) };
    StoredSignIn {
        id: id_of_the_past(created_at),
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
pub(super) async fn log(context: &Context, mut rows: Vec<StoredSignIn>) -> Result<(), ServiceError> {
    rows.sort_by_key(|row| row.created_at);
    let mut transaction = context.store.begin().await?;
    for row in rows {
        append(context, &mut transaction, row).await?;
    }
    Ok(transaction.commit().await?)
}

#[cfg(test)]
mod tests {
    use super::{APP_CODE, BENS, DemoPast, LIMIT, MINUTE, TEXTED, carlas_last_use, uses_of};
    use crate::demo::people::people;
    use crate::demo::seed::facts::DAY;

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
