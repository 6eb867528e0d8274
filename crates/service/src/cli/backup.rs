//! `proofup-service backup` and `proofup-service restore`

use std::path::PathBuf;

use clap::Args;

use super::configuration::{Configuration, Start};
use super::system_user::command_line;
use super::{Common, say};
use crate::ServiceError;
use crate::operation::backup::{check_fits, check_whole, make, read_manifest, restore};

#[derive(Debug, Args)]
pub(super) struct Backup {
    /// The folder that takes the copy and its description; it is made for you alone
    #[arg(value_name = "FOLDER")]
    folder: PathBuf,
}

#[derive(Debug, Args)]
pub(super) struct Restore {
    /// The copy; its description lies beside it
    #[arg(value_name = "FILE")]
    file: PathBuf,
    /// Only say whether it is whole and fits this configuration and these server keys
    #[arg(long)]
    check: bool,
}

impl Backup {
    pub(super) async fn run(self, common: &Common) -> Result<(), ServiceError> {
        let service = Configuration::read(common)?.service(Start::Existing).await?;
        let database = service.database.clone();
        let context = service.context().await?;
        let made = make(&context, &database, &self.folder).await?;
        say(&format!("{}", made.file.display()));
        say(&format!("{} people, schema {}", made.manifest.people, made.manifest.schema_version));
        say(&format!("sign-in log head {}", made.manifest.log_head));
        say("the server keys are not in it: keep the key file elsewhere, without it the backup opens nothing");
        Ok(())
    }
}

impl Restore {
    pub(super) async fn run(self, common: &Common) -> Result<(), ServiceError> {
        let service = Configuration::read(common)?.service(Start::IntoEmptyPlace).await?;
        let manifest = read_manifest(&self.file)?;
        let keys = service.keys.fingerprints()?.map(|(name, of)| (name.to_owned(), of));
        check_fits(&manifest, &service.database, &keys)?;
        check_whole(&manifest, &service.database, &self.file).await?;
        let of = format!(
            "made {} by {}: {} people, schema {}",
            manifest.made_at, manifest.made_by, manifest.people, manifest.schema_version
        );
        if self.check {
            say(&format!("it fits and is whole; {of}"));
            return Ok(());
        }
        let people = restore(service, &self.file, command_line).await?;
        say(&format!("restored; {of}"));
        say(&format!(
            "the sessions and trusted devices of {people} people ended; codes of apps and tokens count from now on"
        ));
        say(&format!("the sign-in log began where it was: head {}", manifest.log_head));
        say(
            "blocks, app passwords and counters of hardware tokens are those of the backup: go through what changed since",
        );
        Ok(())
    }
}
