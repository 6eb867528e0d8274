//! `proofup-service front-end`

use clap::Subcommand;

use super::Common;
use super::check::tell;
use super::configuration::{Configuration, Start};
use crate::ServiceError;
use crate::operation::front_end::test;

#[derive(Debug, Subcommand)]
pub(super) enum FrontEndCommand {
    /// Ask the running service as this front end would, and report what is wrong; no password is tried
    Test {
        /// Its name in the configuration
        name: String,
    },
}

impl FrontEndCommand {
    pub(super) async fn run(self, common: &Common) -> Result<(), ServiceError> {
        let Self::Test { name } = self;
        let config = Configuration::read(common)?.service(Start::Existing).await?;
        tell(&test(&config, &name).await)
    }
}
