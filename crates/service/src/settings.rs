//! What the organisation decided: one typed value per key, with a default for each.

use std::str::FromStr;

use proofup_api::{PhoneType, RememberPolicy, VerificationMethods};
use proofup_store::Connection;
use proofup_store::attempt_counters::Limit;
use proofup_store::settings;

use crate::ServiceError;
use crate::runtime::networks::{Networks, NetworksFault};
use crate::telephony::numbers::PhoneNumber;

/// The organisation's settings.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Settings {
    pub(crate) organization: String,
    pub(crate) methods: VerificationMethods,
    pub(crate) app_passwords_allowed: bool,
    pub(crate) remember_device: RememberPolicy,
    pub(crate) sms_code_lifetime_seconds: u32,
    pub(crate) lockout_denials: u32,
    pub(crate) lockout_counter_minutes: u32,
    pub(crate) lockout_minutes: u32,
    pub(crate) push: PushSettings,
    pub(crate) log: LogSettings,
    pub(crate) block_days: u32,
    pub(crate) demands: Demands,
    pub(crate) texts_per_hour: u32,
    /// Texts are answered with their code instead of typing it.
    pub(crate) two_way_texts: bool,
    pub(crate) calls: CallSettings,
    pub(crate) block_users_who_report_fraud: bool,
    /// Whether people set their office phone by themselves, or the organisation does.
    pub(crate) office_phone_set_by_person: bool,
    /// Where no second step is asked for.
    pub(crate) trusted_networks: Networks,
}

/// How many notifications a person is sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct PushSettings {
    /// Requests that may wait at a time.
    pub(crate) pending_limit: u32,
    /// Requests that are not approved, until there is a pause.
    pub(crate) denials: u32,
    pub(crate) pause_minutes: u32,
}

/// What the sign-in log keeps of a person, and for how long.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct LogSettings {
    /// First and last name.
    pub(crate) names: bool,
    pub(crate) email: bool,
    /// Masked.
    pub(crate) phone_numbers: bool,
    /// 0 keeps it for ever.
    pub(crate) retention_days: u32,
}

/// What the organisation demands of everybody, whatever their state.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Demands {
    /// The second step at every sign-in.
    pub(crate) application_policy: bool,
    /// A registered method before a computer is worked on.
    pub(crate) device_registration: bool,
    /// A registered method.
    pub(crate) registration_policy: bool,
    /// People reset their own password, for which they need a registered method.
    pub(crate) password_reset: bool,
}

/// What is decided about calls.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct CallSettings {
    pub(crate) per_hour: u32,
    /// `+1 4255550100`; empty for the gateway's own.
    pub(crate) caller_id: String,
    /// Takes the place of the product's own first sentence; empty for that.
    pub(crate) greeting: String,
    /// Whoever answers at a switchboard is asked for the extension first.
    pub(crate) extension_prompt: bool,
    /// `0#` reports fraud.
    pub(crate) fraud_reports: bool,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            organization: "Proofup".to_owned(),
            methods: VerificationMethods {
                call_to_phone: false,
                text_message_to_phone: true,
                notification_through_mobile_app: false,
                code_from_mobile_app: true,
            },
            app_passwords_allowed: false,
            remember_device: RememberPolicy { allowed: false, days: 14 },
            sms_code_lifetime_seconds: 180,
            lockout_denials: 10,
            lockout_counter_minutes: 15,
            lockout_minutes: 15,
            push: PushSettings { pending_limit: 3, denials: 5, pause_minutes: 15 },
            log: LogSettings { names: false, email: false, phone_numbers: true, retention_days: 365 },
            block_days: 90,
            demands: Demands::default(),
            texts_per_hour: 10,
            two_way_texts: false,
            calls: CallSettings {
                per_hour: 10,
                caller_id: String::new(),
                greeting: String::new(),
                extension_prompt: false,
                fraud_reports: true,
            },
            block_users_who_report_fraud: false,
            office_phone_set_by_person: true,
            trusted_networks: Networks::default(),
        }
    }
}

/// Every key, in the order in which they are listed.
pub(crate) const KEYS: &[&str] = &[
    "organization",
    "callToPhone",
    "textMessageToPhone",
    "notificationThroughMobileApp",
    "codeFromMobileApp",
    "appPasswordsAllowed",
    "rememberDeviceAllowed",
    "rememberDeviceDays",
    "smsCodeLifetimeSeconds",
    "lockoutDenials",
    "lockoutCounterMinutes",
    "lockoutMinutes",
    "pushPendingLimit",
    "pushDenials",
    "pushPauseMinutes",
    "logNames",
    "logEmail",
    "logPhoneNumbers",
    "logRetentionDays",
    "blockDays",
    "applicationPolicy",
    "deviceRegistrationPolicy",
    "registrationPolicy",
    "passwordResetEnabled",
    "textsPerHour",
    "twoWayTexts",
    "callsPerHour",
    "callerId",
    "callGreeting",
    "callExtensionPrompt",
    "fraudReportsAllowed",
    "blockUsersWhoReportFraud",
    "officePhoneSetByPerson",
    "trustedNetworks",
];

impl Settings {
    /// The settings as they are now.
    pub(crate) async fn load(db: &mut Connection) -> Result<Self, ServiceError> {
        let mut all = Self::default();
        for (key, value) in settings::all(db).await? {
            all.apply(&key, &value)?;
        }
        Ok(all)
    }

    /// Sets one key after a check of its value.
    pub(crate) async fn set(db: &mut Connection, key: &str, value: &str) -> Result<(), ServiceError> {
        Ok(settings::set(db, key, &Self::kept_form(key, value)?).await?)
    }

    /// The form in which a value is kept, once it is checked. What was kept is not checked again whenever it is read: to know
    /// a phone number takes the rules of all countries.
    fn kept_form(key: &str, value: &str) -> Result<String, ServiceError> {
        let value = if key == "callerId" { caller_id(value)? } else { value.to_owned() };
        Self::default().apply(key, &value)?;
        Ok(value)
    }

    /// The value of a key as text.
    pub(crate) fn get(&self, key: &str) -> Option<String> {
        Some(match key {
            "organization" => self.organization.clone(),
            "callToPhone" => self.methods.call_to_phone.to_string(),
            "textMessageToPhone" => self.methods.text_message_to_phone.to_string(),
            "notificationThroughMobileApp" => self.methods.notification_through_mobile_app.to_string(),
            "codeFromMobileApp" => self.methods.code_from_mobile_app.to_string(),
            "appPasswordsAllowed" => self.app_passwords_allowed.to_string(),
            "rememberDeviceAllowed" => self.remember_device.allowed.to_string(),
            "rememberDeviceDays" => self.remember_device.days.to_string(),
            "smsCodeLifetimeSeconds" => self.sms_code_lifetime_seconds.to_string(),
            "lockoutDenials" => self.lockout_denials.to_string(),
            "lockoutCounterMinutes" => self.lockout_counter_minutes.to_string(),
            "lockoutMinutes" => self.lockout_minutes.to_string(),
            "pushPendingLimit" => self.push.pending_limit.to_string(),
            "pushDenials" => self.push.denials.to_string(),
            "pushPauseMinutes" => self.push.pause_minutes.to_string(),
            "logNames" => self.log.names.to_string(),
            "logEmail" => self.log.email.to_string(),
            "logPhoneNumbers" => self.log.phone_numbers.to_string(),
            "logRetentionDays" => self.log.retention_days.to_string(),
            "blockDays" => self.block_days.to_string(),
            "applicationPolicy" => self.demands.application_policy.to_string(),
            "deviceRegistrationPolicy" => self.demands.device_registration.to_string(),
            "registrationPolicy" => self.demands.registration_policy.to_string(),
            "passwordResetEnabled" => self.demands.password_reset.to_string(),
            "textsPerHour" => self.texts_per_hour.to_string(),
            "twoWayTexts" => self.two_way_texts.to_string(),
            "callsPerHour" => self.calls.per_hour.to_string(),
            "callerId" => self.calls.caller_id.clone(),
            "callGreeting" => self.calls.greeting.clone(),
            "callExtensionPrompt" => self.calls.extension_prompt.to_string(),
            "fraudReportsAllowed" => self.calls.fraud_reports.to_string(),
            "blockUsersWhoReportFraud" => self.block_users_who_report_fraud.to_string(),
            "officePhoneSetByPerson" => self.office_phone_set_by_person.to_string(),
            "trustedNetworks" => self.trusted_networks.to_string(),
            _ => return None,
        })
    }

    /// The number that people are to see when they are called, where the organisation chose one.
    pub(crate) fn caller_id(&self) -> Option<String> {
        Some(self.calls.caller_id.clone()).filter(|number| !number.is_empty())
    }

    /// Whether no second step is asked for at this address.
    pub(crate) fn trusts(&self, address: Option<&str>) -> bool {
        address.is_some_and(|address| self.trusted_networks.contain_text(address))
    }

    /// How many notifications a person gets that they do not approve, before there is a pause.
    pub(crate) fn push_fatigue(&self) -> Limit {
        Limit {
            attempts: i64::from(self.push.denials),
            window_ms: i64::from(self.lockout_counter_minutes) * 60_000,
            lock_ms: i64::from(self.push.pause_minutes) * 60_000,
        }
    }

    fn apply(&mut self, key: &str, value: &str) -> Result<(), ServiceError> {
        match key {
            "organization" => self.organization = organization(value)?,
            "callToPhone" => self.methods.call_to_phone = truth(key, value)?,
            "textMessageToPhone" => self.methods.text_message_to_phone = truth(key, value)?,
            "notificationThroughMobileApp" => self.methods.notification_through_mobile_app = truth(key, value)?,
            "codeFromMobileApp" => self.methods.code_from_mobile_app = truth(key, value)?,
            "appPasswordsAllowed" => self.app_passwords_allowed = truth(key, value)?,
            "rememberDeviceAllowed" => self.remember_device.allowed = truth(key, value)?,
            "rememberDeviceDays" => self.remember_device.days = number(key, value, 1, 365)?,
            "smsCodeLifetimeSeconds" => self.sms_code_lifetime_seconds = number(key, value, 30, 900)?,
            "lockoutDenials" => self.lockout_denials = number(key, value, 1, 100)?,
            "lockoutCounterMinutes" => self.lockout_counter_minutes = number(key, value, 1, 1440)?,
            "lockoutMinutes" => self.lockout_minutes = number(key, value, 1, 1440)?,
            "pushPendingLimit" => self.push.pending_limit = number(key, value, 1, 20)?,
            "pushDenials" => self.push.denials = number(key, value, 1, 100)?,
            "pushPauseMinutes" => self.push.pause_minutes = number(key, value, 1, 1440)?,
            "logNames" => self.log.names = truth(key, value)?,
            "logEmail" => self.log.email = truth(key, value)?,
            "logPhoneNumbers" => self.log.phone_numbers = truth(key, value)?,
            "logRetentionDays" => self.log.retention_days = number(key, value, 0, 36_500)?,
            "blockDays" => self.block_days = number(key, value, 1, 3650)?,
            "applicationPolicy" => self.demands.application_policy = truth(key, value)?,
            "deviceRegistrationPolicy" => self.demands.device_registration = truth(key, value)?,
            "registrationPolicy" => self.demands.registration_policy = truth(key, value)?,
            "passwordResetEnabled" => self.demands.password_reset = truth(key, value)?,
            "textsPerHour" => self.texts_per_hour = number(key, value, 1, 100)?,
            "twoWayTexts" => self.two_way_texts = truth(key, value)?,
            "callsPerHour" => self.calls.per_hour = number(key, value, 1, 100)?,
            "callerId" => value.clone_into(&mut self.calls.caller_id),
            "callGreeting" => self.calls.greeting = greeting(value)?,
            "callExtensionPrompt" => self.calls.extension_prompt = truth(key, value)?,
            "fraudReportsAllowed" => self.calls.fraud_reports = truth(key, value)?,
            "blockUsersWhoReportFraud" => self.block_users_who_report_fraud = truth(key, value)?,
            "officePhoneSetByPerson" => self.office_phone_set_by_person = truth(key, value)?,
            "trustedNetworks" => self.trusted_networks = networks(key, value)?,
            _ => {
                return Err(ServiceError::Configuration(format!("no setting {key:?}; there are: {}", KEYS.join(", "))));
            }
        }
        Ok(())
    }
}

fn truth(key: &str, value: &str) -> Result<bool, ServiceError> {
    value.parse().map_err(|_| ServiceError::Configuration(format!("{key} is true or false, not {value:?}")))
}

fn number<T: FromStr + PartialOrd + std::fmt::Display>(
    key: &str,
    value: &str,
    least: T,
    most: T,
) -> Result<T, ServiceError> {
    match value.parse() {
        Ok(number) if number >= least && number <= most => Ok(number),
        _ => Err(ServiceError::Configuration(format!("{key} is a number from {least} to {most}, not {value:?}"))),
    }
}

fn networks(key: &str, value: &str) -> Result<Networks, ServiceError> {
    value.parse().map_err(|fault: NetworksFault| ServiceError::Configuration(format!("{key}: {fault}")))
}

/// Kept in the form of phone numbers; empty leaves it to the gateway.
fn caller_id(value: &str) -> Result<String, ServiceError> {
    if value.trim().is_empty() {
        return Ok(String::new());
    }
    PhoneNumber::parse(value, PhoneType::Mobile)
        .map(|number| number.as_str().to_owned())
        .map_err(|fault| ServiceError::Configuration(format!("callerId is a phone number like +1 4255550100: {fault}")))
}

/// One sentence or two, as it is to be spoken.
fn greeting(value: &str) -> Result<String, ServiceError> {
    let text = value.trim();
    if text.chars().count() > 300 || text.chars().any(char::is_control) {
        return Err(ServiceError::Configuration("callGreeting is at most 300 characters, on one line".to_owned()));
    }
    Ok(text.to_owned())
}

/// The organisation's name becomes the issuer of codes, where a colon would end it.
fn organization(value: &str) -> Result<String, ServiceError> {
    let name = value.trim();
    if name.is_empty() || name.chars().count() > 64 || name.contains(':') || name.chars().any(char::is_control) {
        return Err(ServiceError::Configuration("organization is 1 to 64 characters without a colon".to_owned()));
    }
    Ok(name.to_owned())
}

#[cfg(test)]
mod tests {
    use super::{KEYS, Settings};

    #[test]
    fn every_key_takes_back_what_it_shows() {
        let defaults = Settings::default();
        for key in KEYS {
            let mut changed = Settings::default();
            changed.apply(key, &defaults.get(key).unwrap()).unwrap();
            assert_eq!(changed, defaults, "{key}");
        }
    }

    #[test]
    fn refuses_values_out_of_bounds() {
        for (key, value) in [
            ("smsCodeLifetimeSeconds", "29"),
            ("smsCodeLifetimeSeconds", "901"),
            ("rememberDeviceDays", "0"),
            ("rememberDeviceDays", "366"),
            ("callToPhone", "yes"),
            ("callerId", "Contoso"),
            ("callsPerHour", "0"),
            ("callGreeting", "two\nlines"),
            ("organization", "Con:toso"),
            ("trustedNetworks", "192.0.2.0/33"),
            ("nonsense", "1"),
        ] {
            assert!(Settings::kept_form(key, value).is_err(), "{key} = {value}");
        }
    }
}
