//! Every setting: key, kind, bounds, meaning, and its place in [`Settings`]. Reading, changing, the command line, `/openapi.json`
//! and the table of the operator guide are made from this list alone.

use std::str::FromStr;

use proofup_api::{Language, PhoneType};
use serde_json::Value;

use super::Settings;
use super::device_servers::is_server;
use crate::ServiceError;
use crate::runtime::networks::{Networks, NetworksFault};
use crate::telephony::numbers::PhoneNumber;

/// One setting.
pub(crate) struct Setting {
    pub(crate) key: &'static str,
    pub(crate) kind: Kind,
    /// Its meaning, in Markdown.
    pub(crate) meaning: &'static str,
    read: fn(&Settings) -> Value,
    write: fn(&mut Settings, &Setting, &str) -> Result<(), ServiceError>,
}

/// The kind of its values.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    /// `true` or `false`
    Truth,
    /// A whole number within these bounds.
    Number {
        least: u32,
        most: u32,
    },
    Text,
}

impl Setting {
    /// The setting with this key.
    pub(crate) fn of(key: &str) -> Result<&'static Self, ServiceError> {
        SETTINGS.iter().find(|setting| setting.key == key).ok_or_else(|| {
            let keys: Vec<_> = SETTINGS.iter().map(|setting| setting.key).collect();
            wrong(format!("no setting {key:?}; there are: {}", keys.join(", ")))
        })
    }

    /// Its value, as JSON has it.
    pub(crate) fn value(&self, settings: &Settings) -> Value {
        (self.read)(settings)
    }

    /// Its value as text: the form in which it is kept, typed and shown.
    pub(crate) fn text(&self, settings: &Settings) -> String {
        match self.value(settings) {
            Value::String(text) => text,
            other => other.to_string(),
        }
    }

    /// A typed value as JSON. A value of another kind stays a text and is refused later.
    pub(crate) fn typed(&self, text: &str) -> Value {
        let of_kind = match self.kind {
            Kind::Truth => text.parse().ok().map(Value::Bool),
            Kind::Number { .. } => text.parse::<u32>().ok().map(Value::from),
            Kind::Text => None,
        };
        of_kind.unwrap_or_else(|| Value::from(text))
    }

    /// The text of a value in JSON, if it is of the right kind.
    pub(crate) fn text_of(&self, value: &Value) -> Result<String, ServiceError> {
        let text = match (self.kind, value) {
            (Kind::Truth, Value::Bool(truth)) => Some(truth.to_string()),
            // 5.0 is a whole number too (JSON Schema Validation, section 6.1.1).
            (Kind::Number { .. }, Value::Number(number)) => {
                number.as_f64().filter(|number| number.fract() == 0.0).map(|number| number.to_string())
            }
            (Kind::Text, Value::String(text)) => Some(text.clone()),
            _ => None,
        };
        text.ok_or_else(|| {
            wrong(match self.kind {
                Kind::Truth => format!("{} is true or false", self.key),
                Kind::Number { least, most } => format!("{} is a number from {least} to {most}", self.key),
                Kind::Text => format!("{} is a text", self.key),
            })
        })
    }

    /// Checks a value and sets it.
    pub(crate) fn apply(&self, settings: &mut Settings, text: &str) -> Result<(), ServiceError> {
        (self.write)(settings, self, text)
    }

    fn truth(&self, text: &str) -> Result<bool, ServiceError> {
        text.parse().map_err(|_| wrong(format!("{} is true or false, not {text:?}", self.key)))
    }

    fn number<T: FromStr>(&self, text: &str) -> Result<T, ServiceError> {
        let Kind::Number { least, most } = self.kind else { return Err(wrong(format!("{} is no number", self.key))) };
        text.parse::<u32>()
            .ok()
            .filter(|number| (least..=most).contains(number))
            .and_then(|_| text.parse().ok())
            .ok_or_else(|| wrong(format!("{} is a number from {least} to {most}, not {text:?}", self.key)))
    }
}

/// `key: truth field.field, "meaning"` · `key: number 1..=9 field, "meaning"` · `key: text(parse) field, "meaning"`
macro_rules! settings {
    ($($key:ident: $kind:ident $(($parse:path))? $([$least:literal..=$most:literal])? $($field:ident).+, $meaning:literal;)*) => {
        /// Every setting, in the order in which they are listed.
        pub(crate) const SETTINGS: &[Setting] = &[$(Setting {
            key: stringify!($key),
            kind: settings!(@kind $kind $($least, $most)?),
            meaning: $meaning,
            read: |settings| settings!(@read $kind settings.$($field).+),
            write: |settings, setting, text| {
                settings.$($field).+ = settings!(@parse $kind setting text $($parse)?);
                Ok(())
            },
        }),*];
    };
    (@kind truth) => { Kind::Truth };
    (@kind number $least:literal, $most:literal) => { Kind::Number { least: $least, most: $most } };
    (@kind text) => { Kind::Text };
    (@read text $value:expr) => { Value::from($value.to_string()) };
    (@read $kind:ident $value:expr) => { Value::from($value) };
    (@parse truth $setting:ident $text:ident) => { $setting.truth($text)? };
    (@parse number $setting:ident $text:ident) => { $setting.number($text)? };
    (@parse text $setting:ident $text:ident $parse:path) => { $parse($setting.key, $text)? };
}

settings! {
    organization: text(organization) organization, "The issuer that authenticator apps show; 1 to 64 characters, no colon";
    callToPhone: truth methods.call_to_phone, "*Call to phone*: authentication, alternate and office phone";
    textMessageToPhone: truth methods.text_message_to_phone, "*Text message to phone*";
    notificationThroughMobileApp: truth methods.notification_through_mobile_app,
        "*Notification through mobile app*: Proofup on a computer, approved with two digits";
    codeFromMobileApp: truth methods.code_from_mobile_app, "*Verification code from mobile app or hardware token*";
    appPasswordsAllowed: truth app_passwords_allowed,
        "People may create app passwords. `false` keeps existing ones alive and listed";
    appPasswordDays: number[0..=3650] app_password_days.usual,
        "Days until a new app password ends, if the person chooses no date; 0 means never";
    appPasswordLongestDays: number[0..=3650] app_password_days.longest,
        "The longest lifetime of a new app password in days; 0 means no limit. Existing app passwords keep their end date";
    msChapAllowed: truth ms_chap_allowed,
        "New app passwords for *VPN and Wi-Fi* also work with MS-CHAPv2 (PEAP). The service then stores an encrypted NT hash of them; \
         decrypted, it is as good as the app password. `false` refuses MS-CHAPv2 at once and deletes the hashes within a minute";
    mailIncomingServer: text(server) devices.incoming,
        "The server that keeps the mail, such as `imap.contoso.example:993`: set up on devices together with an app password. \
         Ports 995 and 110 are POP3; 143 and 110 begin without TLS and turn to it";
    mailOutgoingServer: text(server) devices.outgoing, "The server that sends mail, such as `smtp.contoso.example:465`";
    calendarServer: text(server) devices.calendar, "The server of calendars and contacts over HTTPS (CalDAV, CardDAV)";
    vpnServer: text(server) devices.vpn, "The server of the VPN, shown beside a new app password";
    wifiNetwork: text(line) devices.wifi, "The name of the Wi-Fi network that takes app passwords (EAP-TTLS with PAP)";
    rememberDeviceAllowed: truth remember_device.allowed, "People may choose *Don't ask again for X days*";
    rememberDeviceDays: number[1..=365] remember_device.days, "How many days that are";
    smsCodeLifetimeSeconds: number[30..=900] sms_code_lifetime_seconds, "How long a code by text message is valid";
    lockoutDenials: number[1..=100] lockout_denials,
        "Wrong passwords or codes before waits begin; see *Wrong passwords and codes*";
    lockoutCounterMinutes: number[1..=1440] lockout_counter_minutes, "After how long they are forgotten";
    lockoutMinutes: number[1..=1440] lockout_minutes, "The longest wait";
    pushPendingLimit: number[1..=20] push.pending_limit,
        "Notifications that may wait for an answer at the same time, per person";
    pushDenials: number[1..=100] push.denials, "Denied notifications before a pause";
    pushPauseMinutes: number[1..=1440] push.pause_minutes, "How long no more are sent then";
    logNames: truth log.names, "The sign-in log keeps first and last name";
    logEmail: truth log.email, "The sign-in log keeps the e-mail address";
    logPhoneNumbers: truth log.phone_numbers, "The sign-in log keeps the phone number that was used, masked";
    logRetentionDays: number[0..=36500] log.retention_days, "How many days the sign-in log is kept; 0 is for ever";
    blockDays: number[1..=3650] block_days, "How many days a block lasts";
    applicationPolicy: truth demands.application_policy,
        "Everybody owes the second step at every sign-in, whatever their state";
    deviceRegistrationPolicy: truth demands.device_registration,
        "Everybody registers a method before they work on a computer. The state stays as it is";
    registrationPolicy: truth demands.registration_policy, "Everybody registers a method. The state stays as it is";
    passwordResetEnabled: truth demands.password_reset,
        "People reset their own password, for which they register a method. The state stays as it is";
    textsPerHour: number[1..=100] texts_per_hour,
        "Texts an hour for a person, and for a number; beside that five in five minutes";
    twoWayTexts: truth two_way_texts, "Texts may be answered with their code; see below why not";
    callsPerHour: number[1..=100] calls.per_hour,
        "Calls an hour for a person, and for a number; beside that five in five minutes";
    callerId: text(caller_id) calls.caller_id,
        "The number that people see, such as `+1 4255550100`; empty leaves it to the gateway. Carriers may drop it";
    callGreeting: text(greeting) calls.greeting,
        "Takes the place of the first sentence of a call; at most 300 characters on one line";
    callExtensionPrompt: truth calls.extension_prompt,
        "A call to a number with an extension first asks the switchboard to put it through";
    fraudReportsAllowed: truth calls.fraud_reports,
        "`0#`, then `1`, on the phone reports that somebody else signs in";
    blockUsersWhoReportFraud: truth block_users_who_report_fraud, "Such a report also blocks the account";
    officePhoneSetByPerson: truth office_phone_set_by_person,
        "People set their office phone; with `false` only administrators do, and people see it read-only";
    callerVerification: truth callers.by_help_desk,
        "The help desk verifies a caller before a bypass, a new registration, a new password, or deleting app passwords";
    callerVerificationByAdministrators: truth callers.by_administrators,
        "Administrators, programs and the command line do too; with `false` they are advised to";
    trustedNetworks: text(networks) trusted_networks,
        "Networks in CIDR form, at most 50, such as `192.0.2.0/24, 2001:db8::/32`: no second step is asked for there. \
         Old apps take the normal password there from people who have no app password";
    noticeMethodAdded: truth notices.method_added, "People are told of a verification method that was added";
    noticeMethodChanged: truth notices.method_changed,
        "… of a phone number that was changed, and of the second step turned off";
    noticeMethodRemoved: truth notices.method_removed, "… of a verification method that was removed";
    noticeHardwareToken: truth notices.hardware_token, "… of a hardware token that was added to their account";
    noticeAppPasswordCreated: truth notices.app_password_created, "… of an app password that was created";
    noticeNewPlace: truth notices.new_place,
        "… of a device that is trusted from then on, and of a sign-in from a network that the sign-in log does not know of them";
    noticePasswordChanged: truth notices.password_changed, "… of another password";
    noticeAccountBlocked: truth notices.account_blocked, "… of a block";
    noticeBypassIssued: truth notices.bypass_issued, "… of a sign-in that needs no second step";
    noticeMailChanged: truth notices.mail_changed, "… of another address for notices, at the old address too";
    noticeToUserName: truth notices.to_user_name,
        "The user name of a person without a mail address is their address";
    noticeByText: truth notices.by_text,
        "A mobile phone that was removed or replaced gets a text about it, if there is a gateway for texts";
    noticeReportPage: text(report_page) notices.report_page,
        "The page of the organisation behind *This wasn't me*, such as `https://contoso.example/security`; empty leaves the link out";
    noticeLanguage: text(language) notices.language,
        "The language of notices to people whose own is not known: `en`, `nl`, `zh-TW` or `zh-CN`";
}

fn wrong(why: String) -> ServiceError {
    ServiceError::Configuration(why)
}

fn networks(key: &str, text: &str) -> Result<Networks, ServiceError> {
    text.parse().map_err(|fault: NetworksFault| wrong(format!("{key}: {fault}")))
}

/// Networks that are not all there are. Only new values are refused for that: what was set before stays readable.
pub(super) fn checked_networks(text: &str) -> Result<String, ServiceError> {
    if networks("trustedNetworks", text)?.hold_everybody() {
        return Err(wrong(
            "trustedNetworks: with a network of all addresses nobody would owe a second step".to_owned(),
        ));
    }
    Ok(text.to_owned())
}

/// The stored value is a checked phone number. It is not checked again: that takes the rules of all countries, and settings are
/// read at each request.
fn caller_id(_: &str, text: &str) -> Result<String, ServiceError> {
    Ok(text.to_owned())
}

/// A caller id in the form of phone numbers; empty leaves it to the gateway.
pub(super) fn checked_caller_id(text: &str) -> Result<String, ServiceError> {
    if text.trim().is_empty() {
        return Ok(String::new());
    }
    PhoneNumber::parse(text, PhoneType::Mobile)
        .map(|number| number.as_str().to_owned())
        .map_err(|fault| wrong(format!("callerId is a phone number like +1 4255550100: {fault}")))
}

/// One sentence or two, as it is to be spoken.
fn greeting(key: &str, text: &str) -> Result<String, ServiceError> {
    let text = proofup_text::name(text);
    if text.chars().count() > 300 || text.chars().any(char::is_control) {
        return Err(wrong(format!("{key} is at most 300 characters, on one line")));
    }
    Ok(text)
}

/// A host name, with or without a port; empty where there is none.
fn server(key: &str, text: &str) -> Result<String, ServiceError> {
    let text = text.trim().to_ascii_lowercase();
    if !text.is_empty() && !is_server(&text) {
        return Err(wrong(format!("{key} is a server such as mail.contoso.example:993, without https://")));
    }
    Ok(text)
}

/// A page that mails link to; empty where there is none.
fn report_page(key: &str, text: &str) -> Result<String, ServiceError> {
    let text = text.trim();
    let plain = |c: char| c.is_ascii_graphic() && !matches!(c, '"' | '<' | '>' | '\\' | '^' | '`' | '{' | '|' | '}');
    let is_page = || {
        reqwest::Url::parse(text).is_ok_and(|url| url.scheme() == "https" && url.host_str().is_some())
            && text.len() <= 500
            && text.chars().all(plain)
    };
    if text.is_empty() || is_page() {
        return Ok(text.to_owned());
    }
    Err(wrong(format!("{key} is an address such as https://contoso.example/security")))
}

/// A language of the product.
fn language(key: &str, text: &str) -> Result<Language, ServiceError> {
    Language::of_tag(text).ok_or_else(|| wrong(format!("{key} is en, nl, zh-TW or zh-CN")))
}

/// A name of at most 32 bytes, as Wi-Fi has it.
fn line(key: &str, text: &str) -> Result<String, ServiceError> {
    if text.chars().any(char::is_control) || text.len() > 32 {
        return Err(wrong(format!("{key} is at most 32 bytes, on one line")));
    }
    Ok(proofup_text::name(text))
}

/// The organisation's name becomes the issuer of codes, where a colon would end it.
fn organization(key: &str, text: &str) -> Result<String, ServiceError> {
    let name = proofup_text::name(text);
    if name.is_empty() || name.chars().count() > 64 || name.contains(':') || name.chars().any(char::is_control) {
        return Err(wrong(format!("{key} is 1 to 64 characters without a colon")));
    }
    Ok(name)
}

#[cfg(test)]
mod tests {
    use super::{Kind, SETTINGS};
    use crate::settings::Settings;

    const GUIDE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs/operator-guide.md");
    const BEGIN: &str = "<!-- settings: begin; written by UPDATE_DOCS=1 -->\n";
    const END: &str = "<!-- settings: end -->";

    #[test]
    fn every_setting_accepts_its_own_value() {
        let defaults = Settings::default();
        for setting in SETTINGS {
            let mut changed = Settings::default();
            setting.apply(&mut changed, &setting.text(&defaults)).unwrap();
            assert_eq!(changed, defaults, "{}", setting.key);
        }
    }

    #[test]
    fn no_two_settings_have_one_place() {
        for setting in SETTINGS {
            let mut changed = Settings::default();
            let other = match setting.kind {
                Kind::Truth => (setting.text(&changed) != "true").to_string(),
                Kind::Number { least, .. } => (least + 1).to_string(),
                Kind::Text if setting.key == "trustedNetworks" => "192.0.2.0/24".to_owned(),
                Kind::Text if setting.key == "noticeReportPage" => "https://contoso.example/".to_owned(),
                Kind::Text if setting.key == "noticeLanguage" => "nl".to_owned(),
                Kind::Text => "another".to_owned(),
            };
            setting.apply(&mut changed, &other).unwrap();
            let of_others = SETTINGS.iter().filter(|each| each.key != setting.key);
            for each in of_others {
                assert_eq!(each.text(&changed), each.text(&Settings::default()), "{} and {}", setting.key, each.key);
            }
            assert_eq!(setting.text(&changed), other, "{}", setting.key);
        }
    }

    #[test]
    fn the_page_of_administration_has_every_setting() {
        let page = concat!(env!("CARGO_MANIFEST_DIR"), "/../../ui/src/pages/administration/settings/groups.ts");
        let groups = std::fs::read_to_string(page).unwrap();
        let listed = |key: &str| groups.contains(&format!(" {key}: "));
        let missing: Vec<_> = SETTINGS.iter().map(|setting| setting.key).filter(|key| !listed(key)).collect();
        assert!(missing.is_empty(), "in no group: {missing:?}");
    }

    #[test]
    #[expect(clippy::disallowed_methods, reason = "the person who runs the test says that the guide is to be written")]
    fn the_operator_guide_has_every_setting() {
        let table: String = SETTINGS.iter().fold(
            "| Key | Default | Values | What it decides |\n|---|---|---|---|\n".to_owned(),
            |table, setting| {
                let default = setting.text(&Settings::default());
                let default = if default.is_empty() { "–".to_owned() } else { format!("`{default}`") };
                let values = match setting.kind {
                    Kind::Truth => "`true`, `false`".to_owned(),
                    Kind::Number { least, most } => format!("{least}–{most}"),
                    Kind::Text => "text".to_owned(),
                };
                format!("{table}| `{}` | {default} | {values} | {} |\n", setting.key, setting.meaning)
            },
        );
        let guide = std::fs::read_to_string(GUIDE).unwrap();
        let begin = guide.find(BEGIN).unwrap() + BEGIN.len();
        let end = guide.find(END).unwrap();
        if std::env::var_os("UPDATE_DOCS").is_some() {
            std::fs::write(GUIDE, format!("{}{table}{}", &guide[..begin], &guide[end..])).unwrap();
        } else {
            assert_eq!(guide[begin..end], table, "UPDATE_DOCS=1 writes it anew");
        }
    }
}
