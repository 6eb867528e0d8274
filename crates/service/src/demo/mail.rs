//! What a mail server of Contoso asks for a mail app: the service's own endpoint, over HTTP like any front end.

use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};

/// The server's answer to a mail app.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum MailAnswer {
    /// The app may fetch mail.
    Allowed,
    /// The app is refused. It gets these words and nothing more.
    Refused(String),
    /// There is no answer.
    Unreachable,
}

/// Signs a mail app in with a name and a password, as nginx does for IMAP.
pub async fn mail_sign_in(service: &str, name: &str, password: &str) -> MailAnswer {
    let encoded = |text: &str| utf8_percent_encode(text, NON_ALPHANUMERIC).to_string();
    let Ok(client) = reqwest::Client::builder().no_proxy().build() else { return MailAnswer::Unreachable };
    let asked = client
        .get(format!("{service}/legacy/nginx-mail"))
        .header("auth-method", "plain")
        .header("auth-protocol", "imap")
        .header("auth-user", encoded(name))
        .header("auth-pass", encoded(password))
        .send();
    let Ok(answer) = asked.await else { return MailAnswer::Unreachable };
    match answer.headers().get("auth-status").and_then(|status| status.to_str().ok()) {
        Some("OK") => MailAnswer::Allowed,
        Some(words) => MailAnswer::Refused(words.to_owned()),
        None => MailAnswer::Unreachable,
    }
}
