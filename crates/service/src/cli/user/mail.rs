//! `user mail`

use clap::Args;
use proofup_api::ErrorCode;

use super::{find, say};
use crate::ServiceError;
use crate::audit::admin_actions::Actor;
use crate::context::Context;
use crate::people::mail;

#[derive(Debug, Args)]
pub(in crate::cli) struct Mail {
    /// ann@contoso.example
    upn: String,
    /// Where notices go; an empty text takes the address away
    address: Option<String>,
    /// The language of notices: en, nl, zh-TW or zh-CN; an empty text leaves it to what the person last used
    #[arg(long)]
    language: Option<String>,
}

impl Mail {
    pub(super) async fn run(self, context: &Context, actor: &Actor) -> Result<(), ServiceError> {
        let user = find(context, &self.upn).await?;
        if let Some(text) = &self.address {
            let address = mail::parse_address(text).map_err(|error| told(error, text))?;
            mail::set_address(context, actor, &user, address.as_deref(), None).await?;
            say(&match address {
                Some(address) => format!("notices to {} go to {address}", user.upn),
                None => format!("{} has no mail address any more", user.upn),
            });
        }
        if let Some(tag) = &self.language {
            let language = mail::parse_language(tag).map_err(|error| told(error, tag))?;
            mail::set_language(context, actor, &user, language, None).await?;
            say(&format!("the language of {} is set", user.upn));
        }
        if self.address.is_none() && self.language.is_none() {
            return Err(ServiceError::Command("give an address or --language".to_owned()));
        }
        Ok(())
    }
}

fn told(error: ServiceError, text: &str) -> ServiceError {
    match error.code() {
        ErrorCode::InvalidRequest => ServiceError::Command(format!("{text:?} is no address, or no language")),
        _ => error,
    }
}
