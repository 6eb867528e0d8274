//! `proofup-service check`

use clap::Args;

use super::configuration::{Configuration, Start};
use super::{Common, say};
use crate::ServiceError;
use crate::operation::check::{Finding, State, everything};

#[derive(Debug, Args)]
pub(super) struct Check {
    /// As JSON: an array of name, state (ok, warning, failed) and detail
    #[arg(long)]
    json: bool,
}

impl Check {
    pub(super) async fn run(self, common: &Common) -> Result<(), ServiceError> {
        let found = self.find(common).await;
        if self.json {
            say(&serde_json::to_string_pretty(&found).unwrap_or_default());
            outcome(&found)
        } else {
            tell(&found)
        }
    }

    async fn find(&self, common: &Common) -> Vec<Finding> {
        let opened = async {
            let service = Configuration::read(common)?.service(Start::Existing).await?;
            let tls = service.tls.clone();
            Ok::<_, ServiceError>((service.context().await?, tls))
        };
        match opened.await {
            Ok((context, tls)) => everything(&context, tls.as_ref()).await,
            Err(error) => {
                let name = match &error {
                    ServiceError::OtherKeys(_) | ServiceError::NoKeys(_) => "serverKeys",
                    ServiceError::Store(_) | ServiceError::NoDatabase(_) | ServiceError::NotRestored(_) => "database",
                    _ => "configuration",
                };
                vec![Finding::new(name, State::Failed, error.to_string())]
            }
        }
    }
}

/// Prints a line for each finding, and fails if one failed.
pub(super) fn tell(found: &[Finding]) -> Result<(), ServiceError> {
    for finding in found {
        say(&format!("{:<8} {:<14} {}", word(finding.state), finding.name, finding.detail));
    }
    outcome(found)
}

fn outcome(found: &[Finding]) -> Result<(), ServiceError> {
    let failed = found.iter().filter(|finding| finding.state == State::Failed).count();
    if failed == 0 { Ok(()) } else { Err(ServiceError::ChecksFailed { failed, of: found.len() }) }
}

fn word(state: State) -> &'static str {
    match state {
        State::Ok => "ok",
        State::Warning => "warning",
        State::Failed => "FAILED",
    }
}
