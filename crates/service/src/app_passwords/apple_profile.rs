//! A configuration profile for iPhone, iPad and Mac: mail, calendar, contacts and Wi-Fi with the app password in it.

use std::fmt::Write as _;

use proofup_api::{DeviceSetup, MailServer, SecretText};

use super::xml::escaped;
use crate::runtime::clock::timestamp;

/// What a profile is made of.
pub(super) struct ProfileFacts<'a> {
    pub(super) organization: &'a str,
    pub(super) setup: &'a DeviceSetup,
    pub(super) full_name: &'a str,
    pub(super) password: &'a SecretText,
    /// The protocols of the app password, space-separated; empty means all.
    pub(super) protocols: &'a str,
    pub(super) ends: Option<i64>,
    /// A newer profile of the same person replaces the one on the device.
    pub(super) person: &'a str,
    pub(super) unique: &'a dyn Fn() -> String,
}

/// The profile as a property list.
pub(super) fn profile(facts: &ProfileFacts<'_>) -> String {
    let allows = |protocol: &str| {
        facts.protocols.is_empty() || facts.protocols.split_whitespace().any(|allowed| allowed == protocol)
    };
    let setup = facts.setup;
    let mut payloads = String::new();
    if let (Some(incoming), Some(outgoing)) = (&setup.incoming, &setup.outgoing)
        && allows(&incoming.protocol)
    {
        payloads.push_str(&payload(facts, "com.apple.mail.managed", "mail", &mail(facts, incoming, outgoing)));
    }
    if let Some(server) = setup.calendar_server.as_deref().filter(|_| allows("http") || allows("caldav")) {
        payloads.push_str(&payload(facts, "com.apple.caldav.account", "calendar", &dav(facts, "CalDAV", server)));
        payloads.push_str(&payload(facts, "com.apple.carddav.account", "contacts", &dav(facts, "CardDAV", server)));
    }
    if let Some(network) = setup.wifi_network.as_deref().filter(|_| allows("radius")) {
        payloads.push_str(&payload(facts, "com.apple.wifi.managed", "wifi", &wifi(facts, network)));
    }
    let removal = facts
        .ends
        .map(|end| format!("<key>RemovalDate</key><date>{}</date>", timestamp(end).strftime("%Y-%m-%dT%H:%M:%SZ")))
        .unwrap_or_default();
    let title = format!("{} ({})", facts.organization, setup.user_name);
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
         <!DOCTYPE plist PUBLIC \"-//Apple//DTD PLIST 1.0//EN\" \"http://www.apple.com/DTDs/PropertyList-1.0.dtd\">\n\
         <plist version=\"1.0\"><dict>{}{}{}{}{}{}<key>PayloadVersion</key><integer>1</integer>\
         <key>PayloadRemovalDisallowed</key><false/>{removal}<key>PayloadContent</key><array>{payloads}</array>\
         </dict></plist>\n",
        text("PayloadType", "Configuration"),
        text("PayloadIdentifier", &identifier(facts)),
        text("PayloadUUID", &uuid(&(facts.unique)())),
        text("PayloadDisplayName", &title),
        text("PayloadOrganization", facts.organization),
        text("PayloadDescription", &setup.user_name),
    )
}

fn identifier(facts: &ProfileFacts<'_>) -> String {
    format!("org.proofup.profile.{}", facts.person)
}

/// One payload with what all have.
fn payload(facts: &ProfileFacts<'_>, kind: &str, name: &str, content: &str) -> String {
    format!(
        "<dict>{}{}{}{}<key>PayloadVersion</key><integer>1</integer>{content}</dict>",
        text("PayloadType", kind),
        text("PayloadIdentifier", &format!("{}.{name}", identifier(facts))),
        text("PayloadUUID", &uuid(&(facts.unique)())),
        text("PayloadDisplayName", &format!("{} {name}", facts.organization)),
    )
}

fn mail(facts: &ProfileFacts<'_>, incoming: &MailServer, outgoing: &MailServer) -> String {
    let kind = if incoming.protocol == "pop3" { "EmailTypePOP" } else { "EmailTypeIMAP" };
    let mut keys = [
        text("EmailAccountType", kind),
        text("EmailAccountDescription", facts.organization),
        text("EmailAccountName", facts.full_name),
        text("EmailAddress", &facts.setup.user_name),
        "<key>OutgoingPasswordSameAsIncomingPassword</key><true/>".to_owned(),
        text("IncomingPassword", facts.password.expose()),
    ]
    .concat();
    for (side, server) in [("Incoming", incoming), ("Outgoing", outgoing)] {
        // Apple's one key for both: the device takes TLS or STARTTLS as the server offers it on this port.
        let _ = write!(
            keys,
            "{}{}{}<key>{side}MailServerPortNumber</key><integer>{}</integer><key>{side}MailServerUseSSL</key><true/>",
            text(&format!("{side}MailServerHostName"), &server.host),
            text(&format!("{side}MailServerAuthentication"), "EmailAuthPassword"),
            text(&format!("{side}MailServerUsername"), &facts.setup.user_name),
            server.port,
        );
    }
    keys
}

fn dav(facts: &ProfileFacts<'_>, prefix: &str, server: &str) -> String {
    let (host, port) = server.split_once(':').unwrap_or((server, "443"));
    format!(
        "{}{}{}{}<key>{prefix}Port</key><integer>{port}</integer><key>{prefix}UseSSL</key><true/>",
        text(&format!("{prefix}AccountDescription"), facts.organization),
        text(&format!("{prefix}HostName"), host),
        text(&format!("{prefix}Username"), &facts.setup.user_name),
        text(&format!("{prefix}Password"), facts.password.expose()),
    )
}

/// EAP-TTLS with PAP inside, for which the service needs no second hash.
fn wifi(facts: &ProfileFacts<'_>, network: &str) -> String {
    format!(
        "{}{}<key>AutoJoin</key><true/><key>EAPClientConfiguration</key><dict><key>AcceptEAPTypes</key><array>\
         <integer>21</integer></array>{}{}{}</dict>",
        text("SSID_STR", network),
        text("EncryptionType", "WPA"),
        text("TTLSInnerAuthentication", "PAP"),
        text("UserName", &facts.setup.user_name),
        text("UserPassword", facts.password.expose()),
    )
}

fn text(key: &str, value: &str) -> String {
    format!("<key>{key}</key><string>{}</string>", escaped(value))
}

/// Thirty-two hexadecimal digits in the form of a UUID.
fn uuid(id: &str) -> String {
    let digits: String = id.chars().filter(char::is_ascii_hexdigit).chain(std::iter::repeat('0')).take(32).collect();
    let upper = digits.to_ascii_uppercase();
    [&upper[..8], &upper[8..12], &upper[12..16], &upper[16..20], &upper[20..]].join("-")
}
