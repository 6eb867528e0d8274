//! The organisation's settings: one typed value per key, each with a default.

mod device_servers;
mod notices;
mod table;

use proofup_api::{RememberPolicy, VerificationMethods};
use proofup_store::Connection;
use proofup_store::attempt_counters::Limit;
use proofup_store::settings;

use crate::ServiceError;
use crate::runtime::networks::Networks;

pub(crate) use device_servers::DeviceServers;
pub(crate) use notices::NoticeSettings;
pub(crate) use table::{Kind, SETTINGS, Setting};

/// The organisation's settings.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Settings {
    pub(crate) organization: String,
    pub(crate) methods: VerificationMethods,
    pub(crate) app_passwords_allowed: bool,
    /// App passwords for VPN and Wi-Fi also work with MS-CHAPv2.
    pub(crate) ms_chap_allowed: bool,
    /// The lifetime of new app passwords.
    pub(crate) app_password_days: AppPasswordDays,
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
    /// Who verifies a caller before they help.
    pub(crate) callers: CallerSettings,
    /// Where no second step is asked for.
    pub(crate) trusted_networks: Networks,
    /// What people set up on their devices.
    pub(crate) devices: DeviceServers,
    /// What people are told, and how.
    pub(crate) notices: NoticeSettings,
}

/// The lifetime of new app passwords in days; 0 means no end.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct AppPasswordDays {
    /// If the person chooses no date.
    pub(crate) usual: u32,
    /// The longest lifetime that a person can choose.
    pub(crate) longest: u32,
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

/// The personal data in the sign-in log, and how long the log is kept.
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

/// What the organisation demands of everybody, in every state.
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

/// Who verifies a caller before what harms a person whose name somebody else gives.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct CallerSettings {
    pub(crate) by_help_desk: bool,
    /// Administrators, programs and the command line.
    pub(crate) by_administrators: bool,
}

/// Settings of calls.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct CallSettings {
    pub(crate) per_hour: u32,
    /// `+1 4255550100`; empty for the gateway's own.
    pub(crate) caller_id: String,
    /// Takes the place of the product's own first sentence; empty for that.
    pub(crate) greeting: String,
    /// A call to a number with an extension asks the switchboard for it first.
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
            ms_chap_allowed: false,
            app_password_days: AppPasswordDays::default(),
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
            callers: CallerSettings { by_help_desk: true, by_administrators: false },
            trusted_networks: Networks::default(),
            devices: DeviceServers::default(),
            notices: NoticeSettings::default(),
        }
    }
}

impl Settings {
    /// The settings as they are now.
    pub(crate) async fn load(db: &mut Connection) -> Result<Self, ServiceError> {
        Self::of_rows(&settings::all(db).await?)
    }

    /// The settings of these keys and values, and the defaults of all others.
    pub(crate) fn of_rows(rows: &[(String, String)]) -> Result<Self, ServiceError> {
        let mut all = Self::default();
        for (key, value) in rows {
            Setting::of(key)?.apply(&mut all, value)?;
        }
        Ok(all)
    }

    /// The form in which a value is kept, once it is checked.
    pub(crate) fn kept_form(key: &str, value: &str) -> Result<String, ServiceError> {
        let setting = Setting::of(key)?;
        let value = match key {
            "callerId" => table::checked_caller_id(value)?,
            "trustedNetworks" => table::checked_networks(value)?,
            _ => value.to_owned(),
        };
        let mut read = Self::default();
        setting.apply(&mut read, &value)?;
        Ok(setting.text(&read))
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
}

#[cfg(test)]
mod tests {
    use super::Settings;

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
            ("trustedNetworks", "0.0.0.0/0"),
            ("trustedNetworks", "192.0.2.0/24, ::/0"),
            ("trustedNetworks", "::ffff:0:0/96"),
            ("mailIncomingServer", "https://mail.example"),
            ("calendarServer", "<dav>"),
            ("wifiNetwork", "one\ntwo"),
            ("noticeLanguage", "fr"),
            ("noticeReportPage", "http://contoso.example/"),
            ("noticeReportPage", "javascript:alert(1)"),
            ("noticeReportPage", "https://contoso.example/\"><script>"),
            ("nonsense", "1"),
        ] {
            assert!(Settings::kept_form(key, value).is_err(), "{key} = {value}");
        }
    }

    #[test]
    fn texts_hold_nothing_that_cannot_be_seen() {
        for key in ["organization", "callGreeting"] {
            let kept = Settings::kept_form(key, " \u{202e}Jose\u{301}\u{200b}\u{a0}Ltd ").unwrap();
            assert_eq!(kept, "Jos\u{e9} Ltd", "{key}");
        }
    }
}
