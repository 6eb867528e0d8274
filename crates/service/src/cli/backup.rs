//! `proofup-service backup` and `proofup-service restore`

use std::path::PathBuf;

use clap::Args;

use super::configuration::{Configuration, MissingKeys};
use super::system_user::command_line;
use super::{Common, say};
use crate::ServiceError;
use crate::operation::backup::{check_fits, end_the_past, make, put_back, read_manifest};

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
    /// Only say whether it fits this configuration and these server keys
    #[arg(long)]
    check: bool,
}

impl Backup {
    pub(super) async fn run(self, common: &Common) -> Result<(), ServiceError> {
        let service = Configuration::read(common)?.service(MissingKeys::Refused).await?;
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
        let service = Configuration::read(common)?.service(MissingKeys::Refused).await?;
        let manifest = read_manifest(&self.file)?;
        let keys = service.keys.fingerprints()?.map(|(name, of)| (name.to_owned(), of));
        check_fits(&manifest, &service.database, &keys)?;
        let of = format!(
            "made {} by {}: {} people, schema {}",
            manifest.made_at, manifest.made_by, manifest.people, manifest.schema_version
        );
        if self.check {
            say(&format!("it fits; {of}"));
            return Ok(());
        }
        put_back(&service.database, &self.file).await?;
        let context = service.context().await?;
        let people = end_the_past(&context, &command_line(&context), &self.file).await?;
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
