//! `proofup-service directory`

use clap::{Args, Subcommand};
use proofup_api::{DirectoryRunResult as Outcome, ErrorCode};

use super::configuration::Configuration;
use super::system_user::command_line;
use super::{Common, say};
use crate::ServiceError;
use crate::audit::admin_actions::Reason;
use crate::context::Context;
use crate::directory::Directory;
use crate::synchronization::{self, Report, Wanted};

#[derive(Debug, Subcommand)]
pub(super) enum DirectoryCommand {
    /// Read everybody and bring them up to date. The exit code is 1 if nothing could be done
    Sync(Synchronize),
    /// Ask every server whether it takes the account of the configuration, and count who is there
    Test,
    /// Show the last runs
    Status {
        /// How many
        #[arg(long, default_value_t = 5, value_parser = clap::value_parser!(i64).range(1..=1000))]
        runs: i64,
    },
    /// Make a person who was added here the one of the directory who has the same user name
    Link {
        /// ann@contoso.example
        upn: String,
        /// Kept with the action
        #[arg(long)]
        reason: Option<String>,
    },
}

#[derive(Debug, Args)]
pub(super) struct Synchronize {
    /// Say what would be done, and do nothing
    #[arg(long)]
    dry_run: bool,
    /// As JSON
    #[arg(long)]
    json: bool,
    /// Block people however many they are
    #[arg(long)]
    allow_many: bool,
}

impl DirectoryCommand {
    pub(super) async fn run(self, common: &Common) -> Result<(), ServiceError> {
        let context = Configuration::read(common)?.context().await?;
        let missing = || ServiceError::Command("the configuration has no [directory]".to_owned());
        let directory = context.directory.clone().ok_or_else(missing)?;
        match self {
            Self::Sync(sync) => sync.run(&context, &directory).await,
            Self::Test => test(&directory).await,
            Self::Status { runs } => status(&context, &directory, runs).await,
            Self::Link { upn, reason } => link(&context, &directory, &upn, reason.as_deref()).await,
        }
    }
}

impl Synchronize {
    async fn run(self, context: &Context, directory: &Directory) -> Result<(), ServiceError> {
        let wanted = Wanted { dry_run: self.dry_run, allow_many: self.allow_many };
        let busy = || ServiceError::Command("a run is under way already".to_owned());
        let report = synchronization::run(context, directory, wanted).await?.ok_or_else(busy)?;
        if self.json {
            say(&serde_json::to_string_pretty(&report).unwrap_or_default());
        } else {
            tell(&report);
        }
        match report.result {
            Outcome::Done => Ok(()),
            Outcome::Stopped | Outcome::Failed => {
                let why = report.detail.unwrap_or_default();
                Err(ServiceError::Command(format!("nothing was changed: {why}")))
            }
        }
    }
}

fn tell(report: &Report) {
    for line in &report.changes {
        say(line);
    }
    for refused in &report.refused {
        say(&format!("! {}: {}", refused.who, refused.reason.words()));
    }
    let Report { people, added, changed, blocked, unblocked, .. } = report;
    let would = if report.dry_run { "a dry run: " } else { "" };
    say(&format!(
        "{would}{people} people, {added} added, {changed} changed, {blocked} blocked, {unblocked} unblocked, {} refused",
        report.refused.len()
    ));
}

async fn test(directory: &Directory) -> Result<(), ServiceError> {
    let tested = directory.test().await;
    for one in &tested {
        say(&format!("{}: {}", one.server, one.fault.as_deref().unwrap_or("takes the account")));
    }
    let people = directory.people().await?;
    let nameless = people.people.iter().filter(|entry| entry.user_name.is_none() || entry.id.is_none()).count();
    say(&format!("{} people, {nameless} of them without an id or a user name", people.people.len()));
    Ok(())
}

async fn status(context: &Context, directory: &Directory, limit: i64) -> Result<(), ServiceError> {
    let runs = synchronization::runs(context, directory, limit).await?;
    if runs.is_empty() {
        say("no run yet");
    }
    for run in &runs {
        say(&synchronization::told(run));
    }
    for refused in runs.first().map(synchronization::refusals).unwrap_or_default() {
        say(&format!("! {}: {}", refused.who, refused.reason.words()));
    }
    Ok(())
}

async fn link(context: &Context, directory: &Directory, upn: &str, reason: Option<&str>) -> Result<(), ServiceError> {
    let reason = reason.map(Reason::parse).transpose()?;
    let linked = synchronization::link(context, directory, &command_line(context), upn, reason.as_ref()).await;
    linked.map_err(|error| match error.code() {
        ErrorCode::NotFound => {
            ServiceError::Command(format!("there is no {upn} here, or not exactly one in the directory"))
        }
        ErrorCode::UserNameTaken => {
            ServiceError::Command(format!("{upn} comes from the directory already, or the entry is somebody else's"))
        }
        _ => error,
    })?;
    say(&format!("{upn} comes from the directory"));
    Ok(())
}
