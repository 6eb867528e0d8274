//! The organisation's servers that people set up on their devices.

use proofup_api::{MailSecurity, MailServer};

use super::Settings;

/// Names of servers as an administrator types them: `imap.contoso.example:993`. Empty where there is none.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct DeviceServers {
    pub(crate) incoming: String,
    pub(crate) outgoing: String,
    pub(crate) calendar: String,
    pub(crate) vpn: String,
    pub(crate) wifi: String,
}

impl Settings {
    /// The server that keeps the mail, if the organisation has one.
    pub(crate) fn incoming_mail(&self) -> Option<MailServer> {
        let (host, port) = parts(&self.devices.incoming)?;
        let port = port.unwrap_or(993);
        let protocol = if matches!(port, 995 | 110) { "pop3" } else { "imap" };
        Some(mail_server(protocol, host, port))
    }

    /// The server that sends mail.
    pub(crate) fn outgoing_mail(&self) -> Option<MailServer> {
        let (host, port) = parts(&self.devices.outgoing)?;
        Some(mail_server("smtp", host, port.unwrap_or(465)))
    }
}

fn mail_server(protocol: &str, host: String, port: u16) -> MailServer {
    // Servers on these ports begin without TLS (RFC 8314).
    let security = if matches!(port, 25 | 110 | 143 | 587) { MailSecurity::StartTls } else { MailSecurity::Tls };
    MailServer { protocol: protocol.to_owned(), host, port, security }
}

/// Host and port; none for an empty text.
fn parts(text: &str) -> Option<(String, Option<u16>)> {
    match text.split_once(':') {
        Some((host, port)) => Some((host.to_owned(), port.parse().ok())),
        None => Some((text.to_owned(), None)).filter(|_| !text.is_empty()),
    }
}

/// Whether a text is a host name, with or without a port.
pub(super) fn is_server(text: &str) -> bool {
    let (host, port) = text.split_once(':').unwrap_or((text, "1"));
    let is_label = |label: &str| {
        (1..=63).contains(&label.len())
            && label.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
            && !label.starts_with('-')
            && !label.ends_with('-')
    };
    host.len() <= 253 && host.split('.').all(is_label) && port.parse::<u16>().is_ok_and(|port| port > 0)
}

#[cfg(test)]
mod tests {
    use proofup_api::MailSecurity;

    use super::{Settings, is_server};

    #[test]
    fn a_server_is_a_name_with_or_without_a_port() {
        for good in ["imap.contoso.example", "imap.contoso.example:993", "xn--bcher-kva.example", "localhost:143"] {
            assert!(is_server(good), "{good}");
        }
        for bad in ["", "-a.example", "a..example", "a b", "a:0", "a:65536", "a:", "https://a", "a/b", "<a>"] {
            assert!(!is_server(bad), "{bad}");
        }
    }

    #[test]
    fn the_port_tells_protocol_and_security() {
        let mut settings = Settings::default();
        assert!(settings.incoming_mail().is_none() && settings.outgoing_mail().is_none());
        for (typed, protocol, port, security) in [
            ("mail.example", "imap", 993, MailSecurity::Tls),
            ("mail.example:143", "imap", 143, MailSecurity::StartTls),
            ("mail.example:995", "pop3", 995, MailSecurity::Tls),
        ] {
            typed.clone_into(&mut settings.devices.incoming);
            let server = settings.incoming_mail().unwrap();
            assert_eq!((server.protocol.as_str(), server.port, server.security), (protocol, port, security));
        }
        "mail.example:587".clone_into(&mut settings.devices.outgoing);
        assert_eq!(settings.outgoing_mail().unwrap().security, MailSecurity::StartTls);
    }
}
