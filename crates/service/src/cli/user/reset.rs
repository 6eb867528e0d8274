//! `user reset`

use clap::Args;

use super::state::{Unverified, reason, told};
use super::{find, password_from_stdin, say};
use crate::ServiceError;
use crate::administration::resets::Reset;
use crate::audit::admin_actions::Actor;
use crate::context::Context;

#[derive(Debug, Args)]
pub(in crate::cli) struct ResetUser {
    /// ann@contoso.example
    upn: String,
    /// Forget the verification methods and remembered devices; the person registers again
    #[arg(long)]
    methods: bool,
    /// Delete all app passwords
    #[arg(long)]
    app_passwords: bool,
    /// Forget the remembered devices
    #[arg(long)]
    trusted_devices: bool,
    /// End all waits after wrong passwords and codes, those of old clients too
    #[arg(long)]
    unlock: bool,
    /// Set a new password, read from standard input. App passwords go with the old one
    #[arg(long)]
    password_stdin: bool,
    /// With a new password: let the app passwords live on
    #[arg(long, requires = "password_stdin", conflicts_with = "app_passwords")]
    keep_app_passwords: bool,
    /// Kept with the action
    #[arg(long)]
    reason: Option<String>,
    #[command(flatten)]
    unverified: Unverified,
}

impl ResetUser {
    pub(super) async fn run(self, context: &Context, actor: &Actor) -> Result<(), ServiceError> {
        let user = find(context, &self.upn).await?;
        let password = if self.password_stdin { Some(password_from_stdin()?) } else { None };
        let nothing_chosen =
            !(self.methods || self.app_passwords || self.trusted_devices || self.unlock || self.password_stdin);
        let reset = Reset {
            methods: self.methods || nothing_chosen,
            app_passwords: self.app_passwords || (self.password_stdin && !self.keep_app_passwords),
            trusted_devices: self.trusted_devices,
            sessions: false,
            unlock: self.unlock,
            password,
        };
        let reason = self.reason.as_deref().map(reason).transpose()?;
        let actor = actor.clone().without_verification(self.unverified.without_verification);
        reset.apply(context, &actor, &user, reason.as_ref()).await.map_err(|error| told(error, &user))?;
        say(&format!("reset {}", user.upn));
        Ok(())
    }
}
