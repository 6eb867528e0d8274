//! `proofup-service init`

use super::configuration::{Configuration, Start};
use super::{Common, say};
use crate::ServiceError;

/// Makes the database and its server keys, so that people can be added before the service runs.
pub(super) async fn run(common: &Common) -> Result<(), ServiceError> {
    let config = Configuration::read(common)?.service(Start::Init).await?;
    let context = config.context().await?;
    context.store.close().await;
    say(&format!("{:?} is ready", config.database));
    Ok(())
}
