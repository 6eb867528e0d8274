//! `user add`

use clap::{Args, ValueEnum};
use proofup_api::{CreateUser, ErrorCode, WantedMfaState};

use super::{parse, password_from_stdin, say};
use crate::ServiceError;
use crate::administration::people;
use crate::audit::admin_actions::Actor;
use crate::context::Context;

#[derive(Debug, Args)]
pub(in crate::cli) struct Add {
    /// ann@contoso.example
    upn: String,
    /// The name shown
    #[arg(long)]
    name: String,
    /// Read the password from standard input, up to the first line end
    #[arg(long)]
    password_stdin: bool,
    /// An administrator
    #[arg(long)]
    admin: bool,
    /// Where notices to the person go
    #[arg(long, value_name = "ADDRESS")]
    mail: Option<String>,
    /// Whether the person is to register a second step
    #[arg(long, value_enum, default_value_t = NewState::Disabled)]
    mfa: NewState,
}

/// A state that an administrator may give. `enforced` comes from registration alone.
#[derive(Debug, Clone, Copy, ValueEnum)]
pub(in crate::cli) enum NewState {
    Disabled,
    Enabled,
}

impl From<NewState> for WantedMfaState {
    fn from(state: NewState) -> Self {
        match state {
            NewState::Disabled => Self::Disabled,
            NewState::Enabled => Self::Enabled,
        }
    }
}

impl Add {
    pub(super) async fn run(self, context: &Context, actor: &Actor) -> Result<(), ServiceError> {
        let password = if self.password_stdin { Some(password_from_stdin()?) } else { None };
        let upn = parse(&self.upn)?;
        let person = CreateUser {
            user_principal_name: upn.as_str().to_owned(),
            display_name: self.name,
            password,
            administrator: self.admin,
            mfa_state: Some(self.mfa.into()),
            mail: self.mail,
            preferred_language: None,
        };
        match people::create(context, actor, &person).await {
            Ok(user) => say(&format!("added {}", user.user_principal_name)),
            Err(error) if error.code() == ErrorCode::UserNameTaken => {
                return Err(ServiceError::Command(format!("{} is there already", upn.as_str())));
            }
            Err(error) if is_of_mail(&error) => {
                return Err(ServiceError::Command("--mail is no mail address".to_owned()));
            }
            Err(other) => return Err(other),
        }
        Ok(())
    }
}

fn is_of_mail(error: &ServiceError) -> bool {
    matches!(error, ServiceError::Refused { code: ErrorCode::InvalidRequest, params } if params.get("field").is_some_and(|field| field == "mail"))
}
