//! `user roles`

use clap::Args;
use proofup_api::Role;

use super::state::{reason, told};
use super::{find, say};
use crate::ServiceError;
use crate::administration::roles;
use crate::audit::admin_actions::Actor;
use crate::context::Context;

#[derive(Debug, Args)]
pub(in crate::cli) struct Roles {
    /// ann@contoso.example
    upn: String,
    /// administrator, helpDesk, auditor; none takes all of them away
    #[arg(value_parser = parse)]
    roles: Vec<Role>,
    /// Kept with the action
    #[arg(long)]
    reason: Option<String>,
}

impl Roles {
    pub(super) async fn run(self, context: &Context, actor: &Actor) -> Result<(), ServiceError> {
        let user = find(context, &self.upn).await?;
        let reason = self.reason.as_deref().map(reason).transpose()?;
        let set = roles::set(context, actor, &user, &self.roles, reason.as_ref()).await;
        let user = set.map_err(|error| told(error, &user))?;
        let names: Vec<_> = user.roles().into_iter().map(Role::as_str).collect();
        let names = if names.is_empty() { "no role".to_owned() } else { names.join(", ") };
        say(&format!("{}: {names}", user.upn));
        Ok(())
    }
}

fn parse(text: &str) -> Result<Role, String> {
    text.parse().map_err(|()| "administrator, helpDesk or auditor".to_owned())
}
