//! `user mfa`, `block`, `unblock`, `bypass`, `require-reregistration`

use clap::Args;
use proofup_api::{BlockCause, ErrorCode};
use proofup_store::users::User;

use super::add::NewState;
use super::{find, say};
use crate::ServiceError;
use crate::administration::bypass;
use crate::administration::people;
use crate::administration::resets::Reset;
use crate::audit::admin_actions::{Actor, Reason};
use crate::context::Context;
use crate::people::blocks;

/// Where the organisation wants callers verified, a command line says that it cannot.
#[derive(Debug, Args)]
pub(in crate::cli) struct Unverified {
    /// Act though the caller is not verified; the reason then has 30 characters at least, and a bypass waits 300 s at most
    #[arg(long, requires = "reason")]
    pub(super) without_verification: bool,
}

/// A person, and perhaps why.
#[derive(Debug, Args)]
pub(in crate::cli) struct WhomWhy {
    /// ann@contoso.example
    upn: String,
    /// Kept with the action
    #[arg(long)]
    reason: Option<String>,
    #[command(flatten)]
    unverified: Unverified,
}

impl WhomWhy {
    pub(super) async fn require_reregistration(self, context: &Context, actor: &Actor) -> Result<(), ServiceError> {
        let user = find(context, &self.upn).await?;
        let reason = self.reason.as_deref().map(reason).transpose()?;
        let actor = actor.clone().without_verification(self.unverified.without_verification);
        let reset = Reset { methods: true, ..Reset::default() };
        reset.apply(context, &actor, &user, reason.as_ref()).await.map_err(|error| told(error, &user))?;
        say(&format!("{} registers again", user.upn));
        Ok(())
    }
}

/// A person, and why.
#[derive(Debug, Args)]
pub(in crate::cli) struct WhomAndWhy {
    /// ann@contoso.example
    upn: String,
    /// Kept with the action
    #[arg(long)]
    reason: String,
}

impl WhomAndWhy {
    pub(super) async fn unblock(self, context: &Context, actor: &Actor) -> Result<(), ServiceError> {
        let user = find(context, &self.upn).await?;
        let unblocked = blocks::unblock(context, actor, &user, &reason(&self.reason)?).await;
        unblocked.map_err(|error| told(error, &user))?;
        say(&format!("unblocked {}", user.upn));
        Ok(())
    }
}

#[derive(Debug, Args)]
pub(in crate::cli) struct Block {
    #[command(flatten)]
    whom: WhomAndWhy,
    /// The person reported somebody else's sign-in; their devices are forgotten too
    #[arg(long)]
    fraud: bool,
}

impl Block {
    pub(super) async fn run(self, context: &Context, actor: &Actor) -> Result<(), ServiceError> {
        let user = find(context, &self.whom.upn).await?;
        let cause = if self.fraud { BlockCause::FraudReport } else { BlockCause::Administrator };
        let blocked = blocks::block(context, actor, &user, cause, &reason(&self.whom.reason)?).await;
        blocked.map_err(|error| told(error, &user))?;
        say(&format!("blocked {}", user.upn));
        Ok(())
    }
}

#[derive(Debug, Args)]
pub(in crate::cli) struct Bypass {
    #[command(flatten)]
    whom: WhomAndWhy,
    /// How long it waits for the sign-in, a day at most
    #[arg(long, default_value_t = 300, value_parser = clap::value_parser!(u32).range(1..=86_400))]
    seconds: u32,
    #[command(flatten)]
    unverified: Unverified,
}

impl Bypass {
    pub(super) async fn run(self, context: &Context, actor: &Actor) -> Result<(), ServiceError> {
        let user = find(context, &self.whom.upn).await?;
        let actor = actor.clone().without_verification(self.unverified.without_verification);
        let given = bypass::give(context, &actor, &user, self.seconds, &reason(&self.whom.reason)?).await;
        given.map_err(|error| told(error, &user))?;
        say(&format!("the next sign-in of {} needs no second step, for {} s", user.upn, self.seconds));
        Ok(())
    }
}

#[derive(Debug, Args)]
pub(in crate::cli) struct Mfa {
    /// ann@contoso.example
    upn: String,
    /// Who has a usable method registered is enforced at once
    state: NewState,
}

impl Mfa {
    pub(super) async fn run(self, context: &Context, actor: &Actor) -> Result<(), ServiceError> {
        let user = find(context, &self.upn).await?;
        let user = people::set_mfa_state(context, actor, &user, self.state.into(), None)
            .await
            .map_err(|error| told(error, &user))?;
        say(&format!("{} is {}", user.upn, user.mfa_state.as_str()));
        Ok(())
    }
}

/// Refusals in the words of a command line.
pub(super) fn told(error: ServiceError, user: &User) -> ServiceError {
    match error.code() {
        ErrorCode::NotBlocked => ServiceError::Command(format!("{} is not blocked", user.upn)),
        ErrorCode::LastAdministrator => {
            ServiceError::Command(format!("{} is the last administrator: let somebody else be one first", user.upn))
        }
        ErrorCode::CallerNotVerified => ServiceError::Command(format!(
            "the caller must be verified first, on the page of {} in the window; without that, add --without-verification and a --reason",
            user.upn
        )),
        ErrorCode::InvalidRequest => ServiceError::Command(
            "without verification a reason has 30 characters at least, and a bypass waits 300 s at most".to_owned(),
        ),
        _ => error,
    }
}

/// The reason as it is typed on a command line.
pub(super) fn reason(text: &str) -> Result<Reason, ServiceError> {
    Reason::parse(text).map_err(|_| ServiceError::Command("a reason is one line of 1 to 500 characters".to_owned()))
}
