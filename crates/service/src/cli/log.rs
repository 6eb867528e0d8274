//! `proofup-service log`

use clap::Subcommand;
use proofup_store::sign_in_removals::Removal;

use super::configuration::Configuration;
use super::{Common, say};
use crate::ServiceError;
use crate::audit::sign_in_log::{Expected, seal_all, verify};
use crate::runtime::clock::timestamp;

#[derive(Debug, Subcommand)]
pub(super) enum LogCommand {
    /// Check that no row of the sign-in log was changed, moved, added or removed. The service may go on meanwhile
    Verify {
        /// A head that an earlier check printed and that was kept elsewhere: this row must still be the same one
        #[arg(long, value_name = "NUMBER:HASH")]
        expect: Option<Expected>,
    },
    /// Seal what has been written so far, without waiting for the service to do it
    Seal,
}

impl LogCommand {
    pub(super) async fn run(self, common: &Common) -> Result<(), ServiceError> {
        let context = Configuration::read(common)?.context().await?;
        match self {
            Self::Seal => {
                say(&format!("{} rows sealed", seal_all(&context).await?));
                Ok(())
            }
            Self::Verify { expect } => {
                let report = verify(&context, expect.as_ref()).await?;
                say(&format!("{} sealed rows checked", report.sealed));
                say(&format!("{} rows not sealed yet", report.waiting));
                if report.forgotten > 0 {
                    say(&format!("{} older rows removed by retention", report.forgotten));
                }
                for removal in report.removals.iter().rev().take(REMOVALS_SHOWN).rev() {
                    say(&line(removal));
                }
                if let Some(number) = report.cannot_compare {
                    say(&format!("row {number} of --expect was removed by retention and cannot be compared"));
                }
                match report.fault {
                    None => {
                        if report.head.0 > 0 {
                            say(&format!("head {}:{}", report.head.0, report.head.1));
                        }
                        say("the log is whole");
                        Ok(())
                    }
                    Some(fault) => Err(ServiceError::LogBroken(fault.to_string())),
                }
            }
        }
    }
}

/// How many of the newest removals are told.
const REMOVALS_SHOWN: usize = 7;

fn line(removal: &Removal) -> String {
    let Removal { first_row, last_row, removed_by, .. } = removal;
    let (when, limit) = (timestamp(removal.removed_at), timestamp(removal.older_than));
    format!("removed {when}: rows {first_row} to {last_row}, all older than {limit}, by {removed_by}")
}
