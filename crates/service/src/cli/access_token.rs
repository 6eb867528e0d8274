//! `proofup-service access-token`

use clap::Subcommand;
use proofup_api::{CreateAccessToken, MachineScope};

use super::configuration::Configuration;
use super::system_user::command_line;
use super::{Common, say};
use crate::ServiceError;
use crate::administration::access_tokens;

#[derive(Debug, Subcommand)]
pub(super) enum AccessTokenCommand {
    /// Make a token for a program, and print it this once
    Add {
        /// What it is for: SIEM
        name: String,
        /// What it reaches: users.read, users.write, signIns.read, actions.read, reports.read, hardwareOathDevices.read
        #[arg(long = "scope", required = true, value_delimiter = ',', value_parser = scope)]
        scopes: Vec<MachineScope>,
        /// How long it works, 365 at most
        #[arg(long, default_value_t = 90)]
        days: u32,
    },
    /// List them, with their last use
    List,
    /// Revoke one; it is refused from the next call on
    Revoke {
        /// Its name
        name: String,
    },
}

impl AccessTokenCommand {
    pub(super) async fn run(self, common: &Common) -> Result<(), ServiceError> {
        let context = Configuration::read(common)?.context().await?;
        let actor = command_line(&context);
        match self {
            Self::Add { name, scopes, days } => {
                let body = CreateAccessToken { display_name: name, scopes, expires_in_days: days };
                let created = access_tokens::create(&context, &actor, &body).await?;
                say(created.secret.expose());
            }
            Self::List => {
                for token in access_tokens::list(&context).await? {
                    let scopes: Vec<_> = token.scopes.iter().map(|scope| scope.as_str()).collect();
                    let used = token.last_used_date_time.map_or("never used".to_owned(), |time| format!("used {time}"));
                    let until = token.expires_date_time;
                    let state = if token.usable { "until" } else { "not usable, until" };
                    say(&format!("{}  {}  {state} {until}  {used}", token.display_name, scopes.join(" ")));
                }
            }
            Self::Revoke { name } => {
                let tokens = access_tokens::list(&context).await?;
                let found = tokens.into_iter().find(|token| token.display_name.to_lowercase() == name.to_lowercase());
                let none = || ServiceError::Configuration(format!("there is no access token {name}"));
                let token = found.ok_or_else(none)?;
                access_tokens::revoke(&context, &actor, &token.id).await?;
                say(&format!("revoked {}", token.display_name));
            }
        }
        Ok(())
    }
}

fn scope(text: &str) -> Result<MachineScope, String> {
    let words = || MachineScope::ALL.iter().map(|scope| scope.as_str()).collect::<Vec<_>>().join(", ");
    text.parse().map_err(|()| words())
}
