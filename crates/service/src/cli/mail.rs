//! `proofup-service mail`

use clap::Subcommand;

use super::configuration::Configuration;
use super::{Common, say};
use crate::ServiceError;
use crate::delivery::test_letter;
use crate::mail::{MailFault, NotMailed, is_address};
use crate::settings::Settings;

#[derive(Debug, Subcommand)]
pub(super) enum MailCommand {
    /// Send a letter that tells of nothing, at once, and say what the mail server answers
    Test {
        /// ann@contoso.example
        address: String,
    },
}

impl MailCommand {
    pub(super) async fn run(self, common: &Common) -> Result<(), ServiceError> {
        let Self::Test { address } = self;
        let context = Configuration::read(common)?.context().await?;
        let Some(server) = &context.mail else {
            return Err(ServiceError::Command("the configuration has no [mail]".to_owned()));
        };
        if !is_address(&address) {
            return Err(ServiceError::Command(format!("{address:?} is no mail address")));
        }
        let settings = Settings::load(&mut context.store.read().await?).await?;
        match server.send(&test_letter(&context, &settings, &address)).await {
            Ok(()) => {
                say(&format!("the mail server took a letter to {address}"));
                Ok(())
            }
            Err(refusal) => Err(ServiceError::Command(told(refusal))),
        }
    }
}

fn told(refusal: NotMailed) -> String {
    match refusal.fault {
        MailFault::Passing => format!("{}; notices would be tried again", refusal.why),
        MailFault::Configuration => format!("{}; notices would be held until that is corrected", refusal.why),
        MailFault::Refused(answer) => format!("{}: {answer}; a notice would be given up", refusal.why),
    }
}
