//! `user office-phone`

use clap::Args;

use super::{find, say};
use crate::ServiceError;
use crate::audit::admin_actions::Actor;
use crate::context::Context;
use crate::methods::office_phone;

#[derive(Debug, Args)]
pub(in crate::cli) struct OfficePhone {
    /// ann@contoso.example
    upn: String,
    /// +1 4255551234x123
    #[arg(required_unless_present = "none", conflicts_with = "none")]
    number: Option<String>,
    /// Take it away
    #[arg(long)]
    none: bool,
}

impl OfficePhone {
    pub(super) async fn run(self, context: &Context, actor: &Actor) -> Result<(), ServiceError> {
        let user = find(context, &self.upn).await?;
        office_phone::prefill(context, actor, &user, self.number.as_deref()).await?;
        say(&format!("changed {}", user.upn));
        Ok(())
    }
}
