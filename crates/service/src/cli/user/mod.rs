//! `proofup-service user`

mod add;
mod mail;
mod office_phone;
mod reset;
mod roles;
mod show;
mod state;

use std::io::Read as _;

use clap::{Args, Subcommand};
use proofup_api::SecretText;
use proofup_store::users::{self, User};

use super::configuration::Configuration;
use super::system_user::command_line;
use super::{Common, say};
use crate::ServiceError;
use crate::context::Context;
use crate::people::names::UserPrincipalName;

#[derive(Debug, Subcommand)]
pub(super) enum UserCommand {
    /// Add a person
    Add(add::Add),
    /// List everybody
    List,
    /// Show where a person stands
    Show(Whom),
    /// Set the office phone of a person, which they then cannot change
    OfficePhone(office_phone::OfficePhone),
    /// Set where notices to a person go, and in which language
    Mail(mail::Mail),
    /// Let a person begin anew. Without options: forget the verification methods, so that they register again
    Reset(reset::ResetUser),
    /// Delete a person's phones and apps, forget their devices, end their sessions; they register again
    RequireReregistration(state::WhomWhy),
    /// Give a person a state
    Mfa(state::Mfa),
    /// Give a person roles, and take the others away
    Roles(roles::Roles),
    /// Deny every attempt of a person, for as many days as the setting blockDays says
    Block(state::Block),
    /// Take a block back
    Unblock(state::WhomAndWhy),
    /// Let a person's next sign-in pass without a second step
    Bypass(state::Bypass),
}

/// A person.
#[derive(Debug, Args)]
pub(super) struct Whom {
    /// ann@contoso.example
    upn: String,
}

impl UserCommand {
    pub(super) async fn run(self, common: &Common) -> Result<(), ServiceError> {
        let context = Configuration::read(common)?.context().await?;
        let actor = command_line(&context);
        match self {
            Self::Add(add) => add.run(&context, &actor).await,
            Self::List => show::list(&context).await,
            Self::Show(whom) => show::show(&context, &find(&context, &whom.upn).await?).await,
            Self::OfficePhone(phone) => phone.run(&context, &actor).await,
            Self::Mail(mail) => mail.run(&context, &actor).await,
            Self::Reset(reset) => reset.run(&context, &actor).await,
            Self::RequireReregistration(whom) => whom.require_reregistration(&context, &actor).await,
            Self::Roles(roles) => roles.run(&context, &actor).await,
            Self::Mfa(mfa) => mfa.run(&context, &actor).await,
            Self::Block(block) => block.run(&context, &actor).await,
            Self::Unblock(whom) => whom.unblock(&context, &actor).await,
            Self::Bypass(bypass) => bypass.run(&context, &actor).await,
        }
    }
}

fn parse(upn: &str) -> Result<UserPrincipalName, ServiceError> {
    UserPrincipalName::parse(upn)
        .ok_or_else(|| ServiceError::Command("a user principal name looks like ann@contoso.example".to_owned()))
}

async fn find(context: &Context, upn: &str) -> Result<User, ServiceError> {
    let upn = parse(upn)?;
    users::by_upn(&mut context.store.read().await?, upn.as_str())
        .await?
        .ok_or_else(|| ServiceError::Command(format!("there is no {}", upn.as_str())))
}

/// The first line of standard input.
pub(super) fn password_from_stdin() -> Result<SecretText, ServiceError> {
    let mut text = zeroize::Zeroizing::new(String::new());
    std::io::stdin()
        .take(4096)
        .read_to_string(&mut text)
        .map_err(|source| ServiceError::Io { what: "read the password".to_owned(), source })?;
    let password = text.lines().next().unwrap_or_default();
    if password.is_empty() {
        return Err(ServiceError::Command("standard input holds no password".to_owned()));
    }
    Ok(SecretText::new(password))
}
