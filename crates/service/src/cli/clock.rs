//! `proofup-service clock`

use clap::Subcommand;

use super::configuration::Configuration;
use super::system_user::command_line;
use super::{Common, say};
use crate::ServiceError;
use crate::runtime::clock::timestamp;
use crate::server::housekeeping::clock::{ClockState, confirm, state};

#[derive(Debug, Subcommand)]
pub(super) enum ClockCommand {
    /// Say whether this computer's clock fits what the database last saw
    Show,
    /// Say that this computer's clock is right, after it jumped or the service was off for more than a week. Until then
    /// nothing old is removed
    Confirm,
}

impl ClockCommand {
    pub(super) async fn run(self, common: &Common) -> Result<(), ServiceError> {
        let context = Configuration::read(common)?.context().await?;
        match self {
            Self::Show => say(&match state(&context).await? {
                ClockState::Steady => "the clock fits what the database last saw".to_owned(),
                ClockState::Ahead { last_seen, now } => format!(
                    "the clock says {}, the database last saw {}: nothing old is removed until `clock confirm`",
                    timestamp(now),
                    timestamp(last_seen)
                ),
                ClockState::Behind { last_seen, now } => {
                    format!("the clock says {}, the database last saw {}", timestamp(now), timestamp(last_seen))
                }
            }),
            Self::Confirm => {
                confirm(&context, &command_line(&context)).await?;
                say(&format!("the clock is right: {}", timestamp(context.now())));
            }
        }
        Ok(())
    }
}
