//! The mail app: it signs in at the service's own endpoint, like a mail server does for its clients.

use proofup_app::view::MailAppAnswer;
use proofup_service::demo::{MailAnswer, mail_sign_in};
use zeroize::Zeroizing;

use super::Demo;

impl Demo {
    /// Signs the mail app in.
    pub(crate) async fn mail_app_sign_in(&self, name: &str, password: String) -> MailAppAnswer {
        let password = Zeroizing::new(password);
        let Some(address) = self.url() else { return MailAppAnswer::Unreachable };
        match mail_sign_in(&address, name, &password).await {
            MailAnswer::Allowed => MailAppAnswer::Allowed,
            MailAnswer::Refused(words) => MailAppAnswer::Refused { words },
            MailAnswer::Unreachable => MailAppAnswer::Unreachable,
        }
    }
}
